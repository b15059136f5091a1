import { refreshDeal } from '#core/deal/refresh-deal.ts';
import { takeNoticesBack } from '#core/notice/take-back.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import type { Task } from '#shared/task/contract.ts';
import { overdueAtOf } from '#shared/task/overdue-at.ts';

/** Something to be done, as kept. */
export type TaskRow = Omit<
  Task,
  'allDay' | 'escalate' | 'doneByName' | 'assigneeName' | 'partyTitle' | 'partyType' | 'phone' | 'dealTitle'
> & {
  readonly allDay: 0 | 1;
  readonly escalate: 0 | 1;
  readonly doneBy: string | null;
  /** The moment its reminder was for; null while none was given. */
  readonly remindedAt: number | null;
  /** When to remind; null when there is nothing to remind of, or it was done. Derived. */
  readonly remindAt: number | null;
  /** When it is late: at its minute, or for what takes its time, when it should be over. Derived. */
  readonly overdueAt: number | null;
  /** Of what comes again: the first task, its wall time ("2026-11-22T10:00"), and which time this one is. */
  readonly repeatOf: string | null;
  readonly repeatStart: string | null;
  readonly repeatAt: number | null;
};

export const taskRecord = defineRecordType<TaskRow>({
  name: 'task',
  table: 'task',
  fields: {
    type: { column: 'type' },
    title: { column: 'title' },
    text: { column: 'text' },
    purpose: { column: 'purpose' },
    partyId: { column: 'party_id' },
    dealId: { column: 'deal_id' },
    leadId: { column: 'lead_id' },
    assigneeId: { column: 'assignee_id' },
    authorId: { column: 'author_id' },
    dueAt: { column: 'due_at' },
    allDay: { column: 'all_day' },
    durationMinutes: { column: 'duration_minutes' },
    leaveAt: { column: 'leave_at' },
    location: { column: 'location' },
    timeZone: { column: 'time_zone' },
    remindMinutes: { column: 'remind_minutes' },
    remindedAt: { column: 'reminded_at', quiet: true },
    remindAt: { column: 'remind_at', derived: true },
    overdueAt: { column: 'overdue_at', derived: true },
    repeat: { column: 'repeat', json: true },
    repeatOf: { column: 'repeat_of' },
    repeatStart: { column: 'repeat_start' },
    repeatAt: { column: 'repeat_at' },
    asks: { column: 'asks', json: true },
    escalate: { column: 'escalate' },
    escalatedAt: { column: 'escalated_at', quiet: true },
    escalatedTo: { column: 'escalated_to', quiet: true },
    status: { column: 'status' },
    result: { column: 'result' },
    outcome: { column: 'outcome' },
    doneAt: { column: 'done_at', quiet: true },
    doneBy: { column: 'done_by', quiet: true },
    madeBy: { column: 'made_by' },
    createdAt: { column: 'created_at' },
    updatedAt: { column: 'updated_at', quiet: true },
    branchId: { column: 'branch_id' },
  },
  derive: (task) => ({ ...task, remindAt: remindAtOf(task), overdueAt: overdueAtOf(task) }),
  written({ act, before, after }) {
    for (const dealId of new Set([before?.dealId, after?.dealId])) if (dealId) refreshDeal(act, dealId);
    if (before && !after) takeNoticesBack(act, before.id);
  },
  references: [
    { field: 'partyId', to: 'party', onPurge: 'purge' },
    { field: 'dealId', to: 'deal', onPurge: 'purge' },
    { field: 'leadId', to: 'lead', onPurge: 'clear' },
  ],
  describe: (task) => task.title,
  ofBranch: true,
});

/** The moment to remind somebody at, UTC milliseconds. */
export function remindAtOf({ status, dueAt, remindMinutes, remindedAt }: TaskRow): number | null {
  if (status !== 'open' || dueAt === null || remindMinutes === null || remindedAt !== null) return null;
  return dueAt - remindMinutes * 60_000;
}
