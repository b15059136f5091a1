import type { Translate } from '#renderer/app/text.ts';
import { weekdayOf } from '#shared/time/zone.ts';
import type { Repeat } from '#shared/time/repeat.ts';

interface RepeatWordsOptions {
  readonly t: Translate;
  readonly locale: string;
  /** ISO date of the first time. */
  readonly start: string;
}

/** After this day of the month, a shorter month's last day is meant. */
const inEveryMonth = 28;

/** A sentence that says what a rule means: "Comes again every 2 weeks: Mon, Wed, until 31 Dec 2026." */
export function repeatWords(repeat: Repeat, { t, locale, start }: RepeatWordsOptions): string {
  const { every, unit, until, count } = repeat;
  const parts = [mainWords(repeat, { t, locale, start })];
  if (unit === 'month' && dayOf(repeat, start) > inEveryMonth) parts.push(t('task.repeat.says.shortMonth'));
  if (until !== undefined) parts.push(t('task.repeat.says.until', { date: dateWords(until, locale, { dateStyle: 'medium' }) }));
  if (count !== undefined) parts.push(t('task.repeat.says.count', { count }));
  return every > 0 ? `${parts.join(', ')}.` : '';
}

/** Short names of the days of the week, Monday first. */
export function weekdayNames(locale: string, weekday: 'short' | 'long' = 'short'): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, index + 1)));
}

function mainWords(repeat: Repeat, { t, locale, start }: RepeatWordsOptions): string {
  const { every, unit, days = [weekdayOf(start)] } = repeat;
  if (unit === 'day') return t('task.repeat.says.day', { every });
  if (unit === 'month') return t('task.repeat.says.month', { every, day: dayOf(repeat, start) });
  if (unit === 'year')
    return t('task.repeat.says.year', { every, day: dateWords(start, locale, { day: 'numeric', month: 'long' }) });
  const names = weekdayNames(locale);
  const sorted = days.toSorted((one, other) => one - other).map((day) => names[day - 1] ?? '');
  return t('task.repeat.says.week', { every, days: sorted.join(', ') });
}

function dayOf({ dayOfMonth }: Repeat, start: string): number {
  return dayOfMonth ?? Number(start.slice(8, 10));
}

function dateWords(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
