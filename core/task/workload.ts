import type { ReadDb } from '#core/database/connection.ts';
import { readPeople } from '#core/people/queries.ts';
import { isInUse } from '#core/task/in-use.ts';
import { zoneOfPerson } from '#core/task/task-zone.ts';
import type { Task } from '#shared/task/contract.ts';
import { addDays, spanOfDay, zonedAt } from '#shared/time/zone.ts';
import type { Span } from '#shared/time/zone.ts';

export interface WorkloadDay {
  readonly day: string;
  readonly open: number;
  readonly done: number;
  readonly overdue: number;
  readonly plannedMinutes: number;
  readonly hours: number[];
}

export interface PersonWorkload {
  readonly userId: string;
  readonly name: string;
  readonly days: WorkloadDay[];
  /** Of all days. */
  readonly overdue: number;
}

interface WorkloadRequest {
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** UTC milliseconds. */
  readonly now: number;
}

interface Planned {
  readonly type: Task['type'];
  readonly status: Task['status'];
  readonly due_at: number;
  readonly overdue_at: number;
  readonly all_day: number;
  readonly duration_minutes: number | null;
}

const hoursPerDay = 24;
const mostDays = 62;
const minute = 60_000;
/** Minutes that something takes where nobody said. */
const usualMinutes: Readonly<Partial<Record<Task['type'], number>>> = { meeting: 30, visit: 30, call: 10 };

/** How much each person who works here has on each day, as the day is where the person is. */
export function readWorkload(db: ReadDb, { from, to, now }: WorkloadRequest): PersonWorkload[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < mostDays; day = addDays(day, 1)) days.push(day);
  return readPeople(db)
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, name }) => {
      const zone = zoneOfPerson(db, id);
      const overdue = db.readColumn<[string, number, number], number>(
        `SELECT count(*) FROM task WHERE assignee_id = ? AND status = 'open' AND due_at <= ? AND overdue_at <= ? AND ${isInUse}`,
      );
      return {
        userId: id,
        name,
        days: days.map((day) => workloadOf(db, { userId: id, day, zone, now })),
        overdue: overdue.get(id, now, now) ?? 0,
      };
    });
}

interface DayRequest {
  readonly userId: string;
  readonly day: string;
  readonly zone: string;
  readonly now: number;
}

function workloadOf(db: ReadDb, { userId, day, zone, now }: DayRequest): WorkloadDay {
  const span = spanOfDay(day, zone);
  const planned = plannedIn(db, userId, span);
  const open = planned.filter(({ status }) => status === 'open');
  const hours = Array.from({ length: hoursPerDay }, () => 0);
  for (const task of planned) if (task.all_day === 0) spread(task, { hours, span, zone });
  const done = db.readColumn<[number, number, string], number>(
    `SELECT count(*) FROM task WHERE done_at >= ? AND done_at < ? AND assignee_id = ? AND status = 'done'`,
  );
  return {
    day,
    open: open.length,
    done: done.get(span.from, span.to, userId) ?? 0,
    overdue: open.filter(({ overdue_at }) => overdue_at <= now).length,
    plannedMinutes: planned.reduce((sum, task) => sum + minutesOf(task), 0),
    hours,
  };
}

function plannedIn(db: ReadDb, userId: string, { from, to }: Span): readonly Planned[] {
  return db
    .read<[string, number, number], Planned>(
      `SELECT type, status, due_at, overdue_at, all_day, duration_minutes FROM task
       WHERE assignee_id = ? AND status IN ('open', 'done') AND due_at >= ? AND due_at < ? AND ${isInUse}`,
    )
    .all(userId, from, to);
}

function minutesOf({ type, duration_minutes: duration }: Planned): number {
  return duration ?? usualMinutes[type] ?? 0;
}

/** Puts a task's minutes into the hours of the day's wall clock that it takes. */
function spread(task: Planned, { hours, span, zone }: { readonly hours: number[]; readonly span: Span; readonly zone: string }) {
  const end = Math.min(task.due_at + minutesOf(task) * minute, span.to);
  for (let at = task.due_at; at < end;) {
    const { hour, minute: past } = zonedAt(at, zone);
    const until = Math.min(end, at + (60 - past) * minute - (at % minute));
    hours[hour] = (hours[hour] ?? 0) + (until - at) / minute;
    at = until;
  }
}
