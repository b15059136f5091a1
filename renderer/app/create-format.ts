import { minorDigits, toMajor } from '#shared/money/money.ts';
import { formatPhone } from '#shared/phone/format-phone.ts';

export interface Format {
  /** A calendar date ("1980-03-14"; year 0000 when only day and month are known) or a moment in UTC milliseconds, as a date. */
  readonly date: (value: number | string) => string;
  /** A moment in UTC milliseconds, with the time of day. */
  readonly dateTime: (ms: number) => string;
  /** The time of day of a moment in UTC milliseconds: "14:05". */
  readonly time: (ms: number) => string;
  /** "5 minutes ago", "yesterday"; a date when it is more than a week away. */
  readonly relative: (ms: number, now?: number) => string;
  readonly number: (value: number) => string;
  /** Minor units, with every digit the currency has: "1.250,00 €". */
  readonly money: (amount: number, currency: string) => string;
  /** The same without cents that are none: "1.250 €". */
  readonly sum: (amount: number, currency: string) => string;
  /** Milliseconds in their largest unit: "3 days", "5 hr". */
  readonly duration: (ms: number) => string;
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
  // As times of day are written everywhere else, also where a country's habit has two.
  const clock = { timeStyle: 'short', hourCycle: 'h23' } as const;
  const momentWithTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...clock, ...zone });
  const timeOfDay = new Intl.DateTimeFormat(locale, { ...clock, ...zone });
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
    time: (ms) => timeOfDay.format(ms),
    relative,
    number: (value) => plainNumber.format(value),
    ...createMoneyFormat(locale),
    duration: createDurationFormat(locale),
    phone: (text) => (text.startsWith('+') ? formatPhone(text, country) : text),
  };
}

function createMoneyFormat(locale: string): Pick<Format, 'money' | 'sum'> {
  const full = new Map<string, Intl.NumberFormat>();
  const brief = new Map<string, Intl.NumberFormat>();
  const formatOf = (known: Map<string, Intl.NumberFormat>, currency: string, options: Intl.NumberFormatOptions) => {
    let format = known.get(currency);
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options });
      known.set(currency, format);
    }
    return format;
  };
  return {
    money: (amount, currency) => formatOf(full, currency, {}).format(toMajor({ amount, currency })),
    sum: (amount, currency) => {
      const isWhole = amount % 10 ** minorDigits(currency) === 0;
      if (!isWhole) return formatOf(full, currency, {}).format(toMajor({ amount, currency }));
      return formatOf(brief, currency, { maximumFractionDigits: 0 }).format(toMajor({ amount, currency }));
    },
  };
}

function createDurationFormat(locale: string): Format['duration'] {
  const unit = (name: string, unitDisplay: 'short' | 'long') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay });
  const [minutes, hours, days] = [unit('minute', 'short'), unit('hour', 'short'), unit('day', 'long')];
  return (ms) => {
    if (ms < hour) return minutes.format(Math.max(0, Math.round(ms / minute)));
    if (ms < 2 * day) return hours.format(Math.round(ms / hour));
    return days.format(Math.round(ms / day));
  };
}
