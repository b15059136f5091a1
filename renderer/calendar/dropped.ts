import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { wallMinutes } from '#renderer/calendar/wall-minutes.ts';
import { movedTo } from '#renderer/task/moved-to.ts';
import { addDays, dateAt, momentOf, wallTimeAt } from '#shared/time/zone.ts';

const snap = 15;
const minutesPerDay = 1440;

/** Minutes moved, in quarters of an hour. */
export function snapped(minutes: number): number {
  return Math.round(minutes / snap) * snap;
}

interface Drop {
  /** ISO date it was dropped on. */
  readonly day: string;
  /** Minutes from midnight on the wall; its own time where it isn't given. */
  readonly start?: number;
  readonly timeZone: string;
}

/** What changes of a task dropped elsewhere: it keeps its length, and on another day the time on the wall. */
export function droppedAt(task: CalendarTask, { day, start, timeZone }: Drop) {
  const dueAt = task.dueAt ?? 0;
  const time = start === undefined ? wallTimeAt(dueAt, timeZone).time : timeText(start);
  const moved = movedTo(task, momentOf({ date: day, time }, timeZone));
  return start === undefined ? { ...moved, allDay: task.allDay } : moved;
}

export interface Step {
  readonly days: number;
  /** Quarters of an hour, to the next quarter of the clock; nothing to a task for the whole day. */
  readonly quarters: number;
}

/** What changes of a task that goes a step earlier or later; past midnight it is on the next day, or the one before. */
export function steppedTo(task: CalendarTask, { days, quarters }: Step, timeZone: string) {
  const dueAt = task.dueAt ?? 0;
  const day = addDays(dateAt(dueAt, timeZone), days);
  if (quarters === 0 || task.allDay) return droppedAt(task, { day, timeZone });
  const now = wallMinutes(wallTimeAt(dueAt, timeZone).time) / snap;
  const start = ((quarters > 0 ? Math.floor(now) : Math.ceil(now)) + quarters) * snap;
  const over = Math.floor(start / minutesPerDay);
  return droppedAt(task, { day: addDays(day, over), start: start - over * minutesPerDay, timeZone });
}

/** Minutes from midnight as HH:MM, within the day. */
export function timeText(minutes: number): string {
  const within = Math.min(Math.max(0, minutes), minutesPerDay - snap);
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
