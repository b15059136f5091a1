import type { ReadDb } from '#core/database/connection.ts';
import { isInUse } from '#core/task/in-use.ts';
import { readTasks } from '#core/task/queries.ts';
import { dueAtOf, startOf } from '#core/task/repeat-task.ts';
import { taskRecord } from '#core/task/task.ts';
import { zoneOfTask } from '#core/task/task-zone.ts';
import { readRecord } from '#core/records/write.ts';
import type { Task } from '#shared/task/contract.ts';
import { occurrencesBetween } from '#shared/time/repeat.ts';
import type { Span } from '#shared/time/zone.ts';

export type CalendarTask = Task & { readonly isProjected: boolean };

export interface CalendarRequest extends Span {
  readonly userIds: readonly string[];
}

/** More than anybody can see at once. */
const mostRows = 5000;
const day = 86_400_000;
/** Repeats are worked out over a year at most. */
const longestProjection = 400 * day;

/** What people have in their calendars between two moments: tasks as they are, then what repeated ones will bring. */
export function readCalendar(db: ReadDb, { userIds, from, to }: CalendarRequest): CalendarTask[] {
  const whose = { sql: `task.assignee_id IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(userIds)] };
  const conditions = [whose, { sql: isInUse, parameters: [] }];
  // What began the day before may reach into the span.
  const kept = readTasks(
    db,
    [
      ...conditions,
      { sql: `task.status IN ('open', 'done') AND task.due_at >= ? AND task.due_at < ?`, parameters: [from - day, to] },
    ],
    'task.due_at, task.id LIMIT ?',
    [mostRows],
  ).filter((task) => endOf(task) > from || (task.dueAt ?? 0) >= from);
  const repeating = readTasks(
    db,
    [...conditions, { sql: `task.status = 'open' AND task.repeat <> 'null' AND task.due_at < ?`, parameters: [to] }],
    'task.due_at, task.id LIMIT ?',
    [mostRows],
  );
  const span = { from, to: Math.min(to, from + longestProjection) };
  const projected = repeating.flatMap((task) => projectionsOf(db, task, span));
  return [...kept.map((task) => ({ ...task, isProjected: false })), ...projected]
    .toSorted((one, other) => (one.dueAt ?? 0) - (other.dueAt ?? 0))
    .slice(0, mostRows);
}

/** A repeated task as it will come again, while this one still waits. */
function projectionsOf(db: ReadDb, task: Task, span: Span): readonly CalendarTask[] {
  const row = readRecord(db, taskRecord, task.id)?.row;
  const zone = zoneOfTask(db, task);
  const start = row && startOf(row, zone);
  if (!row?.repeat || !start) return [];
  const after = Math.max(row.dueAt ?? 0, row.repeatAt ?? 0);
  return occurrencesBetween(row.repeat, start, span)
    .filter((at) => at > after)
    .map((at) => {
      const dueAt = dueAtOf(row, zone, at);
      const leaveAt = task.leaveAt === null || task.dueAt === null ? null : task.leaveAt + dueAt - task.dueAt;
      return { ...task, id: `${task.id}@${at}`, dueAt, leaveAt, escalatedAt: null, escalatedTo: null, isProjected: true };
    });
}

function endOf({ dueAt, durationMinutes }: Task): number {
  return (dueAt ?? 0) + (durationMinutes ?? 0) * 60_000;
}
