import type { TimeWords } from '#renderer/task/create-time-words.ts';
import { addDays, dateAt } from '#shared/time/zone.ts';

interface HeardOptions {
  readonly words: Pick<TimeWords, 'due' | 'day'>;
  readonly locale: string;
  readonly timeZone: string;
}

/** Days after which the date says more than how long ago it was. */
const longAgo = 30;

/** "Today, 14:05", "Yesterday, 9:30", "3 days ago"; a date when it is more than a month. */
export function heardWords(at: number, now: number, { words, locale, timeZone }: HeardOptions): string {
  const [day, today] = [dateAt(at, timeZone), dateAt(now, timeZone)];
  if (day >= addDays(today, -1)) return words.due({ dueAt: at, allDay: false }, now);
  if (day < addDays(today, -longAgo)) return words.day(day, now);
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  return new Intl.RelativeTimeFormat(locale).format(-days, 'day');
}
