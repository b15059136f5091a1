import { formatPhone } from '#shared/phone/format-phone.ts';

export interface Format {
  /** A calendar date ("1980-03-14"; year 0000 when only day and month are known) or a moment in UTC milliseconds, as a date. */
  readonly date: (value: number | string) => string;
  /** A moment in UTC milliseconds, with the time of day. */
  readonly dateTime: (ms: number) => string;
  /** "5 minutes ago", "yesterday"; a date when it is more than a week away. */
  readonly relative: (ms: number, now?: number) => string;
  readonly number: (value: number) => string;
  /** National form for the user's country, international otherwise; text that is no E.164 stays as typed. */
  readonly phone: (text: string) => string;
}

export interface FormatOptions {
  readonly language: string;
  readonly country: string;
  /** Of the machine where not given. */
  readonly timeZone?: string;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Builds the formatters once: making an Intl object costs far more than using it. */
export function createFormat({ language, country, timeZone }: FormatOptions): Format {
  const locale = `${language}-${country}`;
  const zone = timeZone === undefined ? {} : { timeZone };
  const calendarDate = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone });
  const momentWithTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const plainNumber = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });

  const date: Format['date'] = (value) => {
    if (typeof value === 'number') return moment.format(value);
    const known = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (known === null) return value;
    // 2000 is a leap year: the 29th of February stays what it is.
    if (known[1] === '0000') return dayAndMonth.format(Date.UTC(2000, Number(known[2]) - 1, Number(known[3])));
    return calendarDate.format(new Date(`${value}T00:00:00Z`));
  };
  const relative: Format['relative'] = (ms, now = Date.now()) => {
    const since = ms - now;
    const size = Math.abs(since);
    if (size < minute) return ago.format(0, 'second');
    if (size < hour) return ago.format(Math.trunc(since / minute), 'minute');
    if (size < day) return ago.format(Math.trunc(since / hour), 'hour');
    if (size < 7 * day) return ago.format(Math.trunc(since / day), 'day');
    return moment.format(ms);
  };
  return {
    date,
    dateTime: (ms) => momentWithTime.format(ms),
    relative,
    number: (value) => plainNumber.format(value),
    phone: (text) => (text.startsWith('+') ? formatPhone(text, country) : text),
  };
}
