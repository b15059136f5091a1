import { readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';

export interface TypedMoment {
  readonly date: string;
  readonly time: string;
}

export type ReadMoment =
  /** Undefined means now. */
  | { readonly type: 'moment'; readonly ms: number | undefined }
  | { readonly type: 'unreadable'; readonly part: keyof TypedMoment };

/** Reads a date and a time of day as typed, in the machine's time zone; an empty date is today, an empty time now. */
export function readTypedMoment(
  { date, time }: TypedMoment,
  { locale, now }: { readonly locale: string; readonly now: Date },
): ReadMoment {
  if (date.trim() === '' && time.trim() === '') return { type: 'moment', ms: undefined };
  const day = date.trim() === '' ? isoDay(now) : readTypedDate(date, { locale });
  if (day === null) return { type: 'unreadable', part: 'date' };
  const clock = time.trim() === '' ? [now.getHours(), now.getMinutes()] : readTypedTime(time);
  if (clock === null) return { type: 'unreadable', part: 'time' };
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return { type: 'moment', ms: new Date(year, month - 1, dayOfMonth, clock[0], clock[1]).getTime() };
}

/** A moment as one would type it again. */
export function writeTypedMoment(ms: number, locale: string): TypedMoment {
  const moment = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return { date: writeTypedDate(isoDay(moment), locale), time: `${two(moment.getHours())}:${two(moment.getMinutes())}` };
}

/** "14:30", "14.30", "1430", "9", "2:30 pm": hours and minutes, or null. */
export function readTypedTime(typed: string): readonly [number, number] | null {
  const found = /^(\d{1,2})(?:[:.\s h]?(\d{2}))?\s*(?:h|ч\.?)?\s*([ap])?\.?\s*m?\.?$/iu.exec(typed.trim());
  if (found === null) return null;
  const minutes = Number(found[2] ?? 0);
  const half = found[3]?.toLowerCase();
  const typedHours = Number(found[1]);
  const hours = half === undefined ? typedHours : (typedHours % 12) + (half === 'p' ? 12 : 0);
  return hours < 24 && minutes < 60 ? [hours, minutes] : null;
}

function isoDay(date: Date): string {
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(date.getFullYear(), 4)}-${digits(date.getMonth() + 1, 2)}-${digits(date.getDate(), 2)}`;
}
