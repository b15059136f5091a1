import type { ReadDb } from '#core/database/connection.ts';
import type { CompiledFilter } from '#core/filter/compile-filter.ts';
import { isAllowed } from '#core/people/allow.ts';
import { decodeRow } from '#core/records/write.ts';
import { isInUse } from '#core/task/in-use.ts';
import { taskRecord } from '#core/task/task.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { Task, TaskFilter } from '#shared/task/contract.ts';

export interface TasksRequest {
  readonly actor: Actor;
  readonly filter: Omit<TaskFilter, 'where'>;
  readonly where?: CompiledFilter | undefined;
  /** UTC milliseconds. */
  readonly now: number;
  readonly newestFirst: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** A task with the names of what it refers to; undefined where there is none that whoever acts may see. */
export function findTask(db: ReadDb, id: string, actor: Actor): Task | undefined {
  return readTasks(db, [{ sql: 'task.id = ?', parameters: [id] }, ...visibleTo(actor)], 'task.id LIMIT 1')[0];
}

/** A page of tasks, by due moment, those without one last. */
export function listTasks(db: ReadDb, request: TasksRequest): { rows: Task[]; total: number } {
  const conditions = conditionsOf(request);
  const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
  const parameters = conditions.flatMap((condition) => condition.parameters);
  const order = request.newestFirst
    ? 'coalesce(task.done_at, task.due_at, task.created_at) DESC, task.id DESC'
    : 'task.due_at IS NULL, task.due_at, task.id';
  const total = db.readColumn<unknown[], number>(`SELECT count(*) FROM task WHERE ${where}`).get(...parameters) ?? 0;
  const page = { sql: `${order} LIMIT ? OFFSET ?`, parameters: [request.limit, request.offset] };
  return { rows: readTasks(db, conditions, page.sql, page.parameters), total };
}

/** Tasks that answer all conditions, in the order given, which may have a limit. */
export function readTasks(
  db: ReadDb,
  conditions: readonly Condition[],
  order: string,
  orderParameters: readonly unknown[] = [],
): Task[] {
  const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
  const parameters = conditions.flatMap((condition) => condition.parameters);
  return db
    .read<unknown[], Record<string, unknown>>(`${selection} WHERE ${where} ORDER BY ${order}`)
    .all(...parameters, ...orderParameters)
    .map(toTask);
}

function conditionsOf({ actor, filter, where, now }: TasksRequest): readonly Condition[] {
  const { assigneeId, status, partyId, dealId, leadId, from, to, overdue } = filter;
  const is = (column: string, value: unknown) => ({ sql: `task.${column} = ?`, parameters: [value] });
  return [
    ...(assigneeId === undefined ? [] : [is('assignee_id', assigneeId)]),
    ...(status === undefined ? [] : [is('status', status)]),
    ...(partyId === undefined ? [] : [is('party_id', partyId)]),
    ...(dealId === undefined ? [] : [is('deal_id', dealId)]),
    ...(leadId === undefined ? [] : [is('lead_id', leadId)]),
    ...(from === undefined ? [] : [{ sql: 'task.due_at >= ?', parameters: [from] }]),
    ...(to === undefined ? [] : [{ sql: 'task.due_at < ?', parameters: [to] }]),
    ...(overdue === undefined ? [] : [overdueCondition(overdue, now)]),
    ...(where ? [where] : []),
    // On the card of what lies in the recycle bin they are seen still.
    ...((partyId ?? dealId ?? leadId) === undefined ? [{ sql: isInUse, parameters: [] }] : []),
    ...visibleTo(actor),
  ];
}

function overdueCondition(overdue: boolean, now: number): Condition {
  const sql = `task.status = 'open' AND task.due_at IS NOT NULL AND task.due_at <= ? AND task.overdue_at <= ?`;
  return { sql: overdue ? sql : `NOT (${sql})`, parameters: [now, now] };
}

/** Without the right to everybody's tasks: one's own, those one gave away, and those of one's deals. */
function visibleTo(actor: Actor): readonly Condition[] {
  if (isAllowed(actor, 'task.seeAll')) return [];
  const { userId } = actor;
  const sql = 'task.assignee_id = ? OR task.author_id = ? OR task.deal_id IN (SELECT deal.id FROM deal WHERE deal.owner_id = ?)';
  return [{ sql, parameters: [userId, userId, userId] }];
}

const selection = `
  SELECT task.*, assignee.name AS assignee_name, closer.name AS done_by_name, party.title AS party_title,
    party.type AS party_type, coalesce(party.phones ->> '$[0].e164', party.phones ->> '$[0].raw') AS phone, deal.title AS deal_title
  FROM task
  LEFT JOIN user assignee ON assignee.id = task.assignee_id
  LEFT JOIN user closer ON closer.id = task.done_by
  LEFT JOIN party ON party.id = task.party_id
  LEFT JOIN deal ON deal.id = task.deal_id`;

function toTask(values: Readonly<Record<string, unknown>>): Task {
  const {
    doneBy: _doneBy,
    remindedAt: _remindedAt,
    remindAt: _remindAt,
    overdueAt: _overdueAt,
    repeatOf: _repeatOf,
    repeatStart: _repeatStart,
    repeatAt: _repeatAt,
    allDay,
    escalate,
    ...task
  } = decodeRow(taskRecord, values);
  return {
    ...task,
    asks: [...task.asks],
    allDay: allDay === 1,
    escalate: escalate === 1,
    assigneeName: (values['assignee_name'] as string | null) ?? '',
    doneByName: (values['done_by_name'] as string | null) ?? '',
    partyTitle: (values['party_title'] as string | null) ?? '',
    partyType: values['party_type'] as Task['partyType'],
    phone: (values['phone'] as string | null) ?? '',
    dealTitle: (values['deal_title'] as string | null) ?? '',
  };
}
