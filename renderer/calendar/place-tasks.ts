import type { client } from '#renderer/app/client.ts';
import { wallMinutes } from '#renderer/calendar/wall-minutes.ts';
import { dateAt, wallTimeAt } from '#shared/time/zone.ts';

export type CalendarTask = Awaited<ReturnType<typeof client.task.calendar>>['rows'][number];

export interface PlacedTask {
  readonly task: CalendarTask;
  /** Minutes from midnight, as the clock on the wall says. */
  readonly start: number;
  readonly minutes: number;
  /** Which of how many columns it stands in beside those at the same time. */
  readonly column: number;
  readonly columns: number;
}

/** Minutes that a task without a length takes up. */
export const usualMinutes = 30;
const minutesPerDay = 1440;

/** Tasks by the day they stand on; those without a day are left out. */
export function tasksByDay(tasks: readonly CalendarTask[], timeZone: string): ReadonlyMap<string, readonly CalendarTask[]> {
  const byDay = new Map<string, CalendarTask[]>();
  for (const task of tasks) {
    if (task.dueAt === null) continue;
    const day = dateAt(task.dueAt, timeZone);
    const there = byDay.get(day);
    if (there === undefined) byDay.set(day, [task]);
    else there.push(task);
  }
  return byDay;
}

/** Where each task of one day stands: those at the same time beside each other. */
export function placeTasks(tasks: readonly CalendarTask[], timeZone: string): readonly PlacedTask[] {
  const timed = tasks
    .filter((task) => !task.allDay && task.dueAt !== null)
    .map((task) => {
      const start = wallMinutes(wallTimeAt(task.dueAt ?? 0, timeZone).time);
      const minutes = Math.max(15, Math.min(task.durationMinutes ?? usualMinutes, minutesPerDay - start));
      return { task, start, minutes };
    })
    .toSorted((one, other) => one.start - other.start || other.minutes - one.minutes);
  return groupsOf(timed).flatMap(placeGroup);
}

export interface Crowd {
  readonly start: number;
  readonly minutes: number;
  readonly count: number;
}

/** What of the tasks of a day there is room for side by side; where more are at the same time, the last column counts them. */
export function fitTasks(
  placed: readonly PlacedTask[],
  most: number,
): { shown: readonly PlacedTask[]; crowds: readonly Crowd[] } {
  const fits = ({ column, columns }: PlacedTask) => columns <= most || column < most - 1;
  const shown = placed.filter(fits).map((one) => ({ ...one, columns: Math.min(one.columns, most) }));
  const crowds = groupsOf(placed.filter((one) => !fits(one))).map((group) => {
    const start = Math.min(...group.map((one) => one.start));
    const end = Math.max(...group.map((one) => one.start + one.minutes));
    return { start, minutes: end - start, count: group.length };
  });
  return { shown, crowds };
}

interface Timed {
  readonly task: CalendarTask;
  readonly start: number;
  readonly minutes: number;
}

/** Runs of tasks of which each overlaps one before it. */
function groupsOf<Some extends Timed>(timed: readonly Some[]): readonly (readonly Some[])[] {
  const groups: Some[][] = [];
  let end = -1;
  for (const one of timed) {
    const last = groups.at(-1);
    if (last !== undefined && one.start < end) last.push(one);
    else groups.push([one]);
    end = Math.max(one.start < end ? end : 0, one.start + one.minutes);
  }
  return groups;
}

function placeGroup(group: readonly Timed[]): readonly PlacedTask[] {
  const ends: number[] = [];
  const placed = group.map((one) => {
    const free = ends.findIndex((end) => end <= one.start);
    const column = free === -1 ? ends.length : free;
    ends[column] = one.start + one.minutes;
    return { ...one, column };
  });
  return placed.map((one) => ({ ...one, columns: ends.length }));
}
