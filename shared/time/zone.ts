import { Temporal } from 'temporal-polyfill';

/** What a clock on the wall and a calendar beside it say. */
export interface WallTime {
  /** ISO date. */
  readonly date: string;
  /** HH:MM, 24 hours. */
  readonly time: string;
}

/** UTC milliseconds: from the first moment to the last, which belongs to the next already. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Says whether it is the IANA name of a time zone this computer knows. */
export function isTimeZone(text: string): boolean {
  // An offset such as +03:00 is understood too, but has no summer time and no name to show.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The zone that a setting means: where it is empty or unknown here, that of the computer. */
export function timeZoneOf(setting: string): string {
  return isTimeZone(setting) ? setting : new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @param at UTC milliseconds */
export function zonedAt(at: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** What the clock on the wall says at a moment; its seconds are left out. */
export function wallTimeAt(at: number, timeZone: string): WallTime {
  const zoned = zonedAt(at, timeZone);
  return { date: zoned.toPlainDate().toString(), time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }) };
}

/**
 * The moment when the clock on the wall says this, in UTC milliseconds. A time that summer time leaps over is as much later;
 * of one that comes twice the first is meant.
 */
export function momentOf({ date, time }: WallTime, timeZone: string): number {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}

/** ISO date of a moment. */
export function dateAt(at: number, timeZone: string): string {
  return zonedAt(at, timeZone).toPlainDate().toString();
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The ISO date so many days later, or earlier. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** A day as it is there: of 23 or 25 hours where summer time begins or ends. */
export function spanOfDay(date: string, timeZone: string): Span {
  return { from: startOfDate(date, timeZone), to: startOfDate(addDays(date, 1), timeZone) };
}

/** The first moment of the day in which a moment lies. */
export function startOfDay(at: number, timeZone: string): number {
  return startOfDate(dateAt(at, timeZone), timeZone);
}

/** The last millisecond of the day in which a moment lies. */
export function endOfDay(at: number, timeZone: string): number {
  return spanOfDay(dateAt(at, timeZone), timeZone).to - 1;
}

function startOfDate(date: string, timeZone: string): number {
  // Midnight itself may be what summer time leaps over; Temporal knows the first moment then.
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}
