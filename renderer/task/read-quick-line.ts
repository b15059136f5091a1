import { readClock } from '#renderer/task/typed-due.ts';

/** A line typed in a hurry: "10:30 call Ana", "call Ana 10.30". The time is HH:MM; null where none is in it. */
export function readQuickLine(typed: string): { readonly title: string; readonly time: string | null } {
  const line = typed.trim();
  const first = /^(\d{1,2}[:.h]\d{2})\s+(.+)$/u.exec(line);
  const last = /^(.+?)\s+(\d{1,2}[:.h]\d{2})$/u.exec(line);
  const [title = line, clock = ''] = first !== null ? [first[2], first[1]] : last !== null ? [last[1], last[2]] : [];
  const time = clock === '' ? null : readClock(clock);
  return time === null ? { title: line, time: null } : { title, time };
}
