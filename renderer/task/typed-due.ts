import { readTypedTime } from '#renderer/activity/typed-moment.ts';
import { readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';
import { foldText } from '#shared/text/fold-text.ts';
import { addDays, dateAt, momentOf, wallTimeAt, weekdayOf } from '#shared/time/zone.ts';

export interface TypedDue {
  readonly date: string;
  readonly time: string;
  readonly allDay: boolean;
}

export type ReadDue =
  | { readonly type: 'due'; readonly dueAt: number | null; readonly allDay: boolean; readonly date: string | null }
  | { readonly type: 'unreadable'; readonly part: 'date' | 'time' };

interface DueOptions {
  readonly locale: string;
  readonly timeZone: string;
  /** UTC milliseconds. */
  readonly now: number;
}

/** When something is due, as typed: without a time it is for the whole day, without a day for today. */
export function readTypedDue({ date, time, allDay }: TypedDue, options: DueOptions): ReadDue {
  const today = dateAt(options.now, options.timeZone);
  const hasTime = time.trim() !== '' && !allDay;
  if (date.trim() === '' && !hasTime) return { type: 'due', dueAt: null, allDay: false, date: null };
  const day = date.trim() === '' ? today : readTypedDay(date, { locale: options.locale, today });
  if (day === null) return { type: 'unreadable', part: 'date' };
  if (!hasTime) return { type: 'due', dueAt: momentOf({ date: day, time: '12:00' }, options.timeZone), allDay: true, date: day };
  const clock = readClock(time);
  if (clock === null) return { type: 'unreadable', part: 'time' };
  return { type: 'due', dueAt: momentOf({ date: day, time: clock }, options.timeZone), allDay: false, date: day };
}

/** A due moment as one would type it again. */
export function writeTypedDue(
  { dueAt, allDay }: { readonly dueAt: number | null; readonly allDay: boolean },
  { locale, timeZone }: Omit<DueOptions, 'now'>,
): TypedDue {
  if (dueAt === null) return { date: '', time: '', allDay: false };
  const wall = wallTimeAt(dueAt, timeZone);
  return { date: writeTypedDate(wall.date, locale), time: allDay ? '' : wall.time, allDay };
}

/** "9", "9.30", "2:30 pm" as HH:MM, or null. */
export function readClock(typed: string): string | null {
  const clock = readTypedTime(typed);
  return clock === null ? null : clock.map((part) => String(part).padStart(2, '0')).join(':');
}

/** A day as typed: "tomorrow", "friday" (the next one), "27/11" (the next one), or a whole date. ISO text or null. */
export function readTypedDay(
  typed: string,
  { locale, today }: { readonly locale: string; readonly today: string },
): string | null {
  const folded = foldText(typed).trim();
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const distance of [0, 1, 2]) if (foldText(near.format(distance, 'day')) === folded) return addDays(today, distance);
  const weekday = weekdayNamed(folded, locale);
  if (weekday !== null) return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
  const date = readTypedDate(typed, { locale, mayLackYear: true });
  if (date?.startsWith('0000') !== true) return date;
  const thisYear = today.slice(0, 4) + date.slice(4);
  // The 29th of February is read again with the year it is to be in.
  const year = thisYear < today ? Number(today.slice(0, 4)) + 1 : Number(today.slice(0, 4));
  return readTypedDate(`${String(year)}${date.slice(4)}`, { locale });
}

function weekdayNamed(folded: string, locale: string): number | null {
  if (folded.length < 2 || /\d/.test(folded)) return null;
  for (const weekday of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
    for (let number = 1; number <= 7; number += 1) {
      // The first of January 2024 was a Monday.
      if (foldText(format.format(Date.UTC(2024, 0, number))).replace('.', '') === folded) return number;
    }
  }
  return null;
}
