import type { CalendarTask } from '#renderer/calendar/place-tasks.ts';
import { movedTo } from '#renderer/task/moved-to.ts';
import { momentOf, wallTimeAt } from '#shared/time/zone.ts';

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

/** Minutes from midnight as HH:MM, within the day. */
export function timeText(minutes: number): string {
  const within = Math.min(Math.max(0, minutes), minutesPerDay - snap);
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
