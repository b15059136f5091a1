import { createActivity } from '#core/activity/commands.ts';
import type { DealChanges } from '#core/deal/commands.ts';
import { personIdOf } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';
import { createTask } from '#core/task/commands.ts';
import { fillDeal } from '#core/task/fill-deal.ts';
import { nextTimeOf } from '#core/task/repeat-task.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';
import { zoneOfTask } from '#core/task/task-zone.ts';
import type { ActivityType } from '#shared/activity/contract.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import type { TaskInput } from '#shared/task/contract.ts';

export interface Closing {
  readonly result: string;
  readonly outcome: TaskRow['outcome'];
  /** Seconds. */
  readonly duration: number | null;
  /** What of its deal is filled in with it. */
  readonly deal?: DealChanges | undefined;
  readonly next?: TaskInput | undefined;
}

export type CloseOutcome =
  | { readonly type: 'closed'; readonly nextId: string | null; readonly activityId: string | null }
  | { readonly type: 'notFound' | 'notOpen' }
  | { readonly type: 'refused'; readonly field: string; readonly code: string }
  | { readonly type: 'fieldsMissing'; readonly fields: readonly string[] };

/**
 * Closes an open task: its deal gets the fields given (see fill-deal.ts), it is written down with its client, the next one is
 * added, and a repeated one begins anew. Nothing is written unless all it asks for is there.
 */
export function closeTask(act: Act, id: string, closing: Closing): CloseOutcome {
  const task = readRecord(act.tx, taskRecord, id)?.row;
  if (!task) return { type: 'notFound' };
  if (task.status !== 'open') return { type: 'notOpen' };
  const filled = fillDeal(act, task, closing);
  if (filled.type !== 'filled') return filled;
  const { result, outcome, next } = closing;
  const changes = { status: 'done', result, outcome, doneAt: act.at, doneBy: personIdOf(act.actor), updatedAt: act.at } as const;
  changeRecord(act, taskRecord, { id, changes });
  const closed = { ...task, ...filled.place };
  const activityId = writeDown(act, closed, closing);
  const again = repeatTask(act, closed);
  const following = next && createTask(act, followingInput(closed, next));
  return { type: 'closed', nextId: following?.id ?? again?.id ?? null, activityId };
}

/** Opens it again, with nothing said of how it went; it is reminded of once more only when it is due at another moment. */
export function reopenTask(act: Act, id: string): TaskRow | undefined {
  const task = readRecord(act.tx, taskRecord, id)?.row;
  if (!task || task.status === 'open') return task;
  const changes = { status: 'open', result: '', outcome: null, doneAt: null, doneBy: null, updatedAt: act.at } as const;
  return changeRecord(act, taskRecord, { id, changes });
}

/** An open task is no longer needed; one that repeats doesn't come again. */
export function cancelTask(act: Act, id: string, reason: string): 'cancelled' | 'notOpen' {
  if (readRecord(act.tx, taskRecord, id)?.row.status !== 'open') return 'notOpen';
  const changes = {
    status: 'cancelled',
    result: reason,
    doneAt: act.at,
    doneBy: personIdOf(act.actor),
    updatedAt: act.at,
  } as const;
  changeRecord(act, taskRecord, { id, changes });
  return 'cancelled';
}

/** What comes next is about the same client and deal, and for the same person, unless it says otherwise. */
function followingInput({ partyId, dealId, leadId, assigneeId }: TaskRow, next: TaskInput): TaskInput {
  const isElsewhere = next.partyId !== undefined || next.dealId !== undefined || next.leadId !== undefined;
  return { assigneeId, ...(!isElsewhere && { partyId, dealId, leadId }), ...next };
}

function writeDown(act: Act, task: TaskRow, { result, outcome, duration }: Closing): string | null {
  const { type, title, partyId, dealId, id: taskId } = task;
  const clientId = partyId ?? dealClientOf(act, dealId);
  const isSilent = type === 'todo' && result.trim() === '';
  if (clientId === null || isSilent || personIdOf(act.actor) === null) return null;
  const activityType: ActivityType = type === 'todo' ? 'note' : type;
  const isOutgoing = type === 'call' || type === 'email' || type === 'message';
  return createActivity(act, {
    partyId: clientId,
    type: activityType,
    text: result.trim() || title,
    direction: isOutgoing ? 'out' : null,
    outcome: type === 'call' ? outcome : null,
    duration,
    dealId,
    taskId,
    phone: type === 'call' ? phoneOf(act, clientId) : '',
  }).id;
}

/** The next of a series, at the same time on the wall; what was missed meanwhile isn't made up for. */
function repeatTask(act: Act, task: TaskRow): TaskRow | undefined {
  const zone = zoneOfTask(act.tx, task);
  const next = nextTimeOf(task, zone, act.at);
  if (!next || task.dueAt === null) return undefined;
  const repeatOf = task.repeatOf ?? task.id;
  return createTask(act, {
    ...inputOf(task),
    id: deterministicId('repeat', repeatOf, next.at),
    dueAt: next.dueAt,
    leaveAt: task.leaveAt === null ? null : task.leaveAt + next.dueAt - task.dueAt,
    series: { repeatOf, repeatStart: task.repeatStart, repeatAt: next.at },
  });
}

const inherited = [
  'type',
  'title',
  'text',
  'purpose',
  'partyId',
  'dealId',
  'leadId',
  'assigneeId',
  'durationMinutes',
  'location',
  'timeZone',
  'remindMinutes',
  'repeat',
  'asks',
] as const satisfies readonly (keyof TaskInput)[];

function inputOf(task: TaskRow): TaskInput {
  const input = Object.fromEntries(inherited.map((field) => [field, task[field]]));
  return { ...input, allDay: task.allDay === 1, escalate: task.escalate === 1 };
}

function dealClientOf(act: Act, dealId: string | null): string | null {
  if (dealId === null) return null;
  return act.tx.readColumn<[string], string>('SELECT party_id FROM deal WHERE id = ?').get(dealId) ?? null;
}

function phoneOf(act: Act, partyId: string): string {
  const phone = act.tx.readColumn<[string], string | null>(
    `SELECT coalesce(phones ->> '$[0].e164', phones ->> '$[0].raw') FROM party WHERE id = ?`,
  );
  return phone.get(partyId) ?? '';
}
