import type { ReadDb } from '#core/database/connection.ts';
import { findDeal } from '#core/deal/deal.ts';
import { notify } from '#core/notice/commands.ts';
import { personIdOf } from '#core/people/allow.ts';
import { findPerson } from '#core/people/queries.ts';
import { readOwner } from '#core/people/users.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import { dueAtOf, repeatStartOf } from '#core/task/repeat-task.ts';
import { noticeParams } from '#core/task/notice-params.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';
import { zoneOfTask } from '#core/task/task-zone.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import type { TaskInput } from '#shared/task/contract.ts';
import { overdueAtOf } from '#shared/task/overdue-at.ts';

/** What a task is made of; what is left out is as usual. */
export type NewTask = TaskInput & {
  /** From deterministicId, for what must come once however often it is noticed. */
  readonly id?: string;
  /** The run of an automation. */
  readonly madeBy?: string | null;
  /** The series it belongs to, see TaskRow. */
  readonly series?: Pick<TaskRow, 'repeatOf' | 'repeatStart' | 'repeatAt'>;
};

/**
 * Adds a task, for whoever acts unless it names somebody else, who is told. References must be there, see `refuseTask`.
 * @returns the task; where the id is there already, that one as it is
 */
export function createTask(act: Act, { id = newId(), ...input }: NewTask): TaskRow {
  const there = readRecord(act.tx, taskRecord, id)?.row;
  if (there) return there;
  const task = createRecord(act, taskRecord, { ...newTaskRow(act, input), ...unworkedTask, id });
  tellAssignee(act, task);
  return task;
}

/** Saves changes of a task; another due moment may be reminded of, and become overdue, anew. */
export function changeTask(act: Act, id: string, input: TaskInput): TaskRow | undefined {
  const before = readRecord(act.tx, taskRecord, id)?.row;
  if (!before) return undefined;
  const { allDay, escalate, ...given } = withoutUndefined(input);
  const named = {
    ...given,
    ...(allDay !== undefined && { allDay: toNumber(allDay) }),
    ...(escalate !== undefined && { escalate: toNumber(escalate) }),
  };
  const changes = { ...named, ...dueChanges(act, before, named), updatedAt: act.at };
  const isSame = Object.entries(changes).every(([field, value]) => field === 'updatedAt' || isEqual(before, field, value));
  if (isSame) return before;
  const after = changeRecord(act, taskRecord, { id, changes });
  if (after && after.assigneeId !== before.assigneeId) {
    tellAssignee(act, after);
    return changeRecord(act, taskRecord, { id, changes: { branchId: branchOf(act.tx, after) } });
  }
  return after;
}

/** A task is where its deal is, or else where the one works who is to do it. */
function branchOf(db: ReadDb, { dealId, assigneeId }: Pick<TaskRow, 'dealId' | 'assigneeId'>): string | null {
  const deal = dealId === null ? undefined : findDeal(db, dealId);
  return deal ? deal.branchId : (findPerson(db, assigneeId)?.branchId ?? null);
}

const unworkedTask = {
  status: 'open',
  result: '',
  outcome: null,
  doneAt: null,
  doneBy: null,
  remindedAt: null,
  remindAt: null,
  overdueAt: null,
  escalatedAt: null,
  escalatedTo: null,
} as const satisfies Partial<TaskRow>;

function newTaskRow(act: Act, input: Omit<NewTask, 'id'>): Omit<TaskRow, 'id' | keyof typeof unworkedTask> {
  const { allDay = false, escalate = true, repeat = null, dealId = null, leadId = null } = input;
  const timeZone = input.timeZone ?? '';
  const zone = zoneOfTask(act.tx, { timeZone });
  const dueAt = dueAtGiven(input.dueAt, allDay, zone);
  const isRepeated = repeat !== null && dueAt !== null;
  const assigneeId = input.assigneeId ?? personIdOf(act.actor) ?? readOwner(act.tx).userId;
  return {
    type: input.type ?? 'todo',
    title: input.title ?? '',
    text: input.text ?? '',
    purpose: input.purpose ?? '',
    partyId: input.partyId ?? clientOf(act, { dealId, leadId }),
    dealId,
    leadId,
    assigneeId,
    branchId: branchOf(act.tx, { dealId, assigneeId }),
    authorId: act.actor.userId,
    dueAt,
    allDay: toNumber(allDay),
    durationMinutes: input.durationMinutes ?? null,
    leaveAt: input.leaveAt ?? null,
    location: input.location ?? '',
    timeZone,
    remindMinutes: input.remindMinutes === undefined ? (allDay ? null : 0) : input.remindMinutes,
    repeat,
    repeatOf: null,
    repeatStart: isRepeated ? repeatStartOf(dueAt, allDay, zone) : null,
    repeatAt: isRepeated ? dueAt : null,
    ...input.series,
    asks: input.asks ?? [],
    escalate: toNumber(escalate),
    madeBy: input.madeBy ?? null,
    createdAt: act.at,
    updatedAt: act.at,
  };
}

/** What follows for a task when it is due at another moment, or comes again otherwise. */
function dueChanges(act: Act, before: TaskRow, changes: Partial<TaskRow>): Partial<TaskRow> {
  const after = { ...before, ...changes };
  const zone = zoneOfTask(act.tx, after);
  const allDay = after.allDay === 1;
  const dueAt = dueAtGiven(after.dueAt, allDay, zone);
  const isMoved = dueAt !== before.dueAt;
  // Who moves one of a series moves that one; who says anew how it repeats, begins anew.
  const begins = changes.repeat !== undefined && (isMoved || !isEqual(before, 'repeat', changes.repeat));
  const isRepeated = after.repeat !== null && dueAt !== null;
  return {
    dueAt,
    ...(isMoved && { remindedAt: null }),
    ...(overdueAtOf({ ...after, dueAt }) !== before.overdueAt && { escalatedAt: null, escalatedTo: null }),
    ...(changes.remindMinutes !== undefined && changes.remindMinutes !== before.remindMinutes && { remindedAt: null }),
    ...(begins && {
      repeatOf: null,
      repeatStart: isRepeated ? repeatStartOf(dueAt, allDay, zone) : null,
      repeatAt: isRepeated ? dueAt : null,
    }),
  };
}

function dueAtGiven(dueAt: number | null | undefined, allDay: boolean, timeZone: string): number | null {
  return dueAt === null || dueAt === undefined ? null : dueAtOf({ allDay: toNumber(allDay) }, timeZone, dueAt);
}

/** The client of the deal or request that a task is about. */
function clientOf(act: Act, { dealId, leadId }: { readonly dealId: string | null; readonly leadId: string | null }) {
  const party = (table: 'deal' | 'lead', id: string) =>
    act.tx.readColumn<[string], string | null>(`SELECT party_id FROM ${table} WHERE id = ?`).get(id) ?? null;
  if (dealId !== null) return party('deal', dealId);
  return leadId === null ? null : party('lead', leadId);
}

function tellAssignee(act: Act, task: TaskRow) {
  if (task.assigneeId === act.actor.userId || task.status !== 'open') return;
  notify(act, {
    id: deterministicId('taskAssigned', task.id, task.assigneeId),
    userId: task.assigneeId,
    kind: 'taskAssigned',
    params: noticeParams(act.tx, task, act.actor.name),
    record: { type: 'task', id: task.id },
  });
}

function withoutUndefined<Input extends object>(input: Input) {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Input]?: Exclude<Input[Key], undefined>;
  };
}

function isEqual(row: TaskRow, field: string, value: unknown): boolean {
  return JSON.stringify((row as unknown as Record<string, unknown>)[field]) === JSON.stringify(value);
}

function toNumber(value: boolean): 0 | 1 {
  return value ? 1 : 0;
}
