import type { ReadDb } from '#core/database/connection.ts';
import { areInUse, isInUse } from '#core/task/in-use.ts';
import { readTasks } from '#core/task/queries.ts';
import type { Condition } from '#core/task/queries.ts';
import { zoneOfPerson } from '#core/task/task-zone.ts';
import type { Task } from '#shared/task/contract.ts';
import { dateAt, spanOfDay } from '#shared/time/zone.ts';

/** As many as anybody reads; the counts tell the rest. */
const shownTasks = 200;

export interface Day {
  readonly day: string;
  readonly overdue: Task[];
  readonly overdueCount: number;
  readonly today: Task[];
  readonly undated: Task[];
  readonly doneCount: number;
  readonly newLeads: number;
  readonly idleDeals: number;
}

/** What somebody has to do on a day, in her own zone; today, where none is named. */
export function readDay(
  db: ReadDb,
  { userId, now, day }: { readonly userId: string; readonly now: number; readonly day?: string | undefined },
): Day {
  const zone = zoneOfPerson(db, userId);
  const date = day ?? dateAt(now, zone);
  const span = spanOfDay(date, zone);
  // On a day that is over, everything due on it was for that day; otherwise what is due by now is overdue.
  const isOver = span.to <= now;
  const overdueBefore = isOver ? span.from : now;
  const from = isOver ? span.from : Math.max(span.from, now);
  const open = openTasksOf(userId);
  const isOverdue = { sql: 'task.due_at < ? AND task.overdue_at < ?', parameters: [overdueBefore, overdueBefore] };
  const read = (conditions: readonly Condition[], order: string) => readTasks(db, conditions, order, [shownTasks]);
  return {
    day: date,
    overdue: read([...open, isOverdue], 'task.due_at, task.id LIMIT ?'),
    overdueCount: count(db, [...openTasksOf(userId, areInUse), isOverdue]),
    today: read(
      [...open, { sql: 'task.overdue_at >= ? AND task.due_at < ?', parameters: [from, span.to] }],
      'task.due_at, task.id LIMIT ?',
    ),
    // By rowid, as the index has them: nothing is sorted of what isn't shown.
    undated: read([...open, { sql: 'task.due_at IS NULL', parameters: [] }], 'task.rowid LIMIT ?'),
    doneCount: doneBetween(db, { userId, ...span }),
    newLeads: newLeadsOf(db, userId),
    idleDeals: idleDealsOf(db, userId),
  };
}

/** Conditions of the tasks that somebody has still to do. @param inUse how to tell that what they are about isn't in the bin */
export function openTasksOf(userId: string, inUse = isInUse): readonly Condition[] {
  return [
    { sql: `task.assignee_id = ? AND task.status = 'open'`, parameters: [userId] },
    { sql: inUse, parameters: [] },
  ];
}

function count(db: ReadDb, conditions: readonly Condition[]): number {
  const where = conditions.map(({ sql }) => `(${sql})`).join(' AND ');
  const parameters = conditions.flatMap((condition) => condition.parameters);
  return db.readColumn<unknown[], number>(`SELECT count(*) FROM task WHERE ${where}`).get(...parameters) ?? 0;
}

function doneBetween(db: ReadDb, { userId, from, to }: { readonly userId: string; readonly from: number; readonly to: number }) {
  const done = db.readColumn<[number, number, string], number>(
    `SELECT count(*) FROM task WHERE done_at >= ? AND done_at < ? AND assignee_id = ? AND status = 'done'`,
  );
  return done.get(from, to, userId) ?? 0;
}

/** Requests nobody has taken, and those given to this person. */
function newLeadsOf(db: ReadDb, userId: string): number {
  const leads = db.readColumn<[string], number>(
    `SELECT count(*) FROM lead WHERE status = 'new' AND (owner_id IS NULL OR owner_id = ?)`,
  );
  return leads.get(userId) ?? 0;
}

/** Open deals for which nothing is planned at all, with a date or without. */
function idleDealsOf(db: ReadDb, userId: string): number {
  const deals = db.readColumn<[string], number>(
    `SELECT count(*) FROM deal WHERE owner_id = ? AND status = 'open' AND deleted_at IS NULL AND next_task_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM task WHERE task.deal_id = deal.id AND task.status = 'open')`,
  );
  return deals.get(userId) ?? 0;
}
