import { readTypedTime } from '#renderer/activity/typed-moment.ts';
import { readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';

interface TypedDateTimeOptions {
  readonly locale: string;
  /** ISO date; a day without a year is the next one from here, or the last one. */
  readonly today: string;
  readonly isPast?: boolean;
}

/** A day as typed, in any usual way; without a year it is the next such day, or the last. @returns ISO text, or null */
export function readTypedDay(text: string, { locale, today, isPast = false }: TypedDateTimeOptions): string | null {
  const iso = readTypedDate(text, { locale, mayLackYear: true });
  if (iso?.startsWith('0000') !== true) return iso;
  const year = Number(today.slice(0, 4));
  const thisYear = `${today.slice(0, 4)}${iso.slice(4)}`;
  const near = isPast ? year - Number(thisYear > today) : year + Number(thisYear < today);
  // The 29th of February is read again with the year it is to be in.
  return readTypedDate(`${String(near)}${iso.slice(4)}`, { locale });
}

const timeAtEnd =
  /^(.*?)(?:[\s,]+|(?<=\d)T(?=\d))(\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?\s*m\.?|\d{1,2}[:.h]\d{2}|\d{1,2}\s*(?:h|ч\.?))$/iu;
const timeAlone = /^\d{1,2}:\d{2}$/;

/** "25/11/2026 9:30", "25 nov 9:30", "9:30" for today. @returns "2026-11-25T09:30", or null when the day or the time is missing */
export function readTypedDateTime(text: string, options: TypedDateTimeOptions): string | null {
  const trimmed = text.trim();
  const [, day = '', clock = ''] = timeAlone.test(trimmed) ? ['', '', trimmed] : (timeAtEnd.exec(trimmed) ?? []);
  const date = day.trim() === '' ? options.today : readTypedDay(day.replace(/,\s*$/, ''), options);
  const time = clock === '' ? null : readTypedTime(clock);
  if (date === null || time === null) return null;
  return `${date}T${time.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** The same as one would type it again: "25/11/2026 09:30". @param iso "2026-11-25T09:30" */
export function writeTypedDateTime(iso: string, locale: string): string {
  const [date = '', time = ''] = iso.split('T');
  return `${writeTypedDate(date, locale)} ${time}`;
}
