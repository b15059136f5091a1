import type { TaskRow } from '#core/task/task.ts';
import { nextOccurrence } from '#shared/time/repeat.ts';
import type { RepeatStart } from '#shared/time/repeat.ts';
import { endOfDay, wallTimeAt } from '#shared/time/zone.ts';

type Repeated = Pick<TaskRow, 'repeat' | 'repeatStart' | 'repeatAt' | 'dueAt' | 'allDay'>;

/** What a repeated task begins with: the wall time that all later ones keep, though one of them is moved. */
export function repeatStartOf(dueAt: number, allDay: boolean, timeZone: string): string {
  const { date, time } = wallTimeAt(dueAt, timeZone);
  return `${date}T${allDay ? '00:00' : time}`;
}

/** When a repeated task comes again after a moment; null when it doesn't. */
export function nextTimeOf(task: Repeated, timeZone: string, after: number): { at: number; dueAt: number } | null {
  const start = startOf(task, timeZone);
  if (!task.repeat || !start) return null;
  const at = nextOccurrence(task.repeat, start, Math.max(after, task.dueAt ?? 0, task.repeatAt ?? 0));
  return at === null ? null : { at, dueAt: dueAtOf(task, timeZone, at) };
}

/** Where a task's repeating counts from. */
export function startOf({ repeatStart }: Repeated, timeZone: string): RepeatStart | null {
  const [date, time] = repeatStart?.split('T') ?? [];
  return date !== undefined && time !== undefined ? { date, time, timeZone } : null;
}

/** What lasts all day is due when the day ends. */
export function dueAtOf({ allDay }: Pick<TaskRow, 'allDay'>, timeZone: string, at: number): number {
  return allDay ? endOfDay(at, timeZone) : at;
}
