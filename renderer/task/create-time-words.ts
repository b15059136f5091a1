import { addDays, dateAt } from '#shared/time/zone.ts';

export interface TimeWords {
  /** "10:30". */
  readonly time: (ms: number) => string;
  /** "today", "tomorrow", "Mon, 23 Nov"; with the year where it is another. */
  readonly day: (date: string, now: number) => string;
  /** "Monday, 23 November". */
  readonly longDay: (date: string) => string;
  /** "Tomorrow, 10:30"; without the time where it is due all day. */
  readonly due: (task: { readonly dueAt: number; readonly allDay: boolean }, now: number) => string;
  /** "3 hours", "2 days": whole units, never less than a minute. */
  readonly span: (ms: number) => string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Builds the words of time once. @param timeZone IANA zone of the shop's clock */
export function createTimeWords(locale: string, timeZone: string): TimeWords {
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  const near = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
  const far = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const nearby = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const unit = (name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
  const [minutes, hours, days] = [unit('minute'), unit('hour'), unit('day')];

  const dayOf: TimeWords['day'] = (date, now) => {
    const today = dateAt(now, timeZone);
    for (const distance of [-1, 0, 1]) if (date === addDays(today, distance)) return nearby.format(distance, 'day');
    return (date.slice(0, 4) === today.slice(0, 4) ? near : far).format(atMidnight(date));
  };
  return {
    time: (ms) => clock.format(ms),
    day: dayOf,
    longDay: (date) => capital(long.format(atMidnight(date)), locale),
    due: ({ dueAt, allDay }, now) => {
      const words = dayOf(dateAt(dueAt, timeZone), now);
      return capital(allDay ? words : `${words}, ${clock.format(dueAt)}`, locale);
    },
    span: (ms) => {
      if (ms < hour) return minutes.format(Math.max(1, Math.floor(ms / minute)));
      return ms < day ? hours.format(Math.floor(ms / hour)) : days.format(Math.floor(ms / day));
    },
  };
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

function atMidnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
