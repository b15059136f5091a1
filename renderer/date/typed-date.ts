import { foldText } from '#shared/text/fold-text.ts';

/** "ymd" as in Swedish, "dmy" as in Spanish, "mdy" as in the United States. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface TypedDateOptions {
  /** Whose order of day and month and whose names of months hold, such as "es-MX". */
  readonly locale: string;
  /** Accepts a day and a month alone; the year is then 0000. */
  readonly mayLackYear?: boolean;
  /** A year of two digits is never later than this one: 31 is 1931 for a birthday. */
  readonly latestYear?: number;
}

/** How a locale orders a date written in digits. */
export function dateOrderOf(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(0);
  const order = parts
    .filter(({ type }) => type === 'day' || type === 'month' || type === 'year')
    .map(({ type }) => type.charAt(0))
    .join('');
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}

/** Reads a date as people type it. @returns ISO text, or null when it is no date */
export function readTypedDate(text: string, options: TypedDateOptions): string | null {
  const folded = foldText(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso !== null) return toIso(Number(iso[1]), Number(iso[2]), Number(iso[3]), options);
  const month = monthNamed(folded, options.locale);
  const numbers = (folded.match(/\d+/g) ?? []).flatMap((run) => (month === null ? splitRun(run, options) : [run]));
  if (/[^\d\s./,-]/.test(folded) && month === null) return null;
  return month === null ? fromDigits(numbers, options) : fromDayAndYear(numbers, month, options);
}

/** The date as one would type it again: 14/03/1980, 14.03. without a year. */
export function writeTypedDate(iso: string, locale: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const date = Date.UTC(year === '0000' ? 2000 : Number(year), Number(month) - 1, Number(day));
  const withYear = year === '0000' ? {} : ({ year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...withYear, month: '2-digit', day: '2-digit', timeZone: 'UTC' }).format(date);
}

/** Twelve months, by each of the names the locale has for them. */
const namesOfLocale = new Map<string, readonly (readonly string[])[]>();

function monthNamed(folded: string, locale: string): number | null {
  const words = folded.match(/\p{L}+/gu) ?? [];
  if (words.length === 0) return null;
  const names = namesOfLocale.get(locale) ?? monthNames(locale);
  namesOfLocale.set(locale, names);
  for (const word of words.filter((one) => one.length >= 3)) {
    const exact = names.findIndex((all) => all.includes(word));
    if (exact >= 0) return exact + 1;
    // Endings differ by case: a name cut short is enough, and so is a short name with another ending.
    const alike = names.findIndex((all) =>
      all.some((name) => name.length >= 3 && (name.startsWith(word) || word.startsWith(name))),
    );
    if (alike >= 0) return alike + 1;
  }
  return null;
}

function monthNames(locale: string): readonly (readonly string[])[] {
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(locale, { month, day: 'numeric', timeZone: 'UTC' }),
  ]);
  return Array.from({ length: 12 }, (_, month) =>
    formats.flatMap((format) => {
      const name = format.formatToParts(Date.UTC(2000, month, 1)).find(({ type }) => type === 'month')?.value ?? '';
      return foldText(name).match(/\p{L}+/gu) ?? [];
    }),
  );
}

/** 14031980 and 140380 without separators are a day, a month and a year. */
function splitRun(run: string, { locale }: TypedDateOptions): readonly string[] {
  if (run.length !== 8 && run.length !== 6) return [run];
  const yearFirst = dateOrderOf(locale) === 'ymd';
  const yearLength = run.length - 4;
  return yearFirst
    ? [run.slice(0, yearLength), run.slice(yearLength, yearLength + 2), run.slice(yearLength + 2)]
    : [run.slice(0, 2), run.slice(2, 4), run.slice(4)];
}

function fromDigits(numbers: readonly string[], options: TypedDateOptions): string | null {
  const order = dateOrderOf(options.locale);
  const [first = '', second = '', third] = numbers;
  if (numbers.length === 3 && first.length === 4) return toIso(Number(first), Number(second), Number(third), options);
  if (numbers.length === 3 && order === 'ymd') return toIso(fullYear(first, options), Number(second), Number(third), options);
  if (numbers.length !== 3 && !(numbers.length === 2 && options.mayLackYear === true)) return null;
  const year = third === undefined ? 0 : fullYear(third, options);
  return order === 'dmy'
    ? toIso(year, Number(second), Number(first), options)
    : toIso(year, Number(first), Number(second), options);
}

function fromDayAndYear(numbers: readonly string[], month: number, options: TypedDateOptions): string | null {
  const [first = '', second] = numbers;
  if (numbers.length === 1 && options.mayLackYear === true) return toIso(0, month, Number(first), options);
  if (numbers.length !== 2 || second === undefined) return null;
  return first.length === 4
    ? toIso(Number(first), month, Number(second), options)
    : toIso(fullYear(second, options), month, Number(first), options);
}

function fullYear(digits: string, { latestYear }: TypedDateOptions): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  const latest = latestYear ?? new Date().getFullYear() + 50;
  const century = Math.floor(latest / 100) * 100;
  return century + year <= latest ? century + year : century - 100 + year;
}

function toIso(year: number, month: number, day: number, { mayLackYear }: TypedDateOptions): string | null {
  if (year === 0 ? mayLackYear !== true : year < 1000 || year > 9999) return null;
  // 2000 is a leap year: without a year the 29th of February is a day like any other.
  const date = new Date(Date.UTC(year === 0 ? 2000 : year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}
