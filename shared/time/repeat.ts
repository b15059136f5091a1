import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { momentOf, weekdayOf, zonedAt } from '#shared/time/zone.ts';
import type { Span, WallTime } from '#shared/time/zone.ts';
import { weekdaySchema } from '#shared/time/working-hours.ts';

/** How often a task comes again, as people choose it in a form. */
export const repeatSchema = z
  .object({
    every: z.number().int().min(1).max(99),
    unit: z.enum(['day', 'week', 'month', 'year']),
    /** For weeks: on which days; without, on that of the start. */
    days: z.array(weekdaySchema).min(1).optional(),
    /** For months: on which day; in a shorter month the last. Without, on that of the start. */
    dayOfMonth: z.number().int().min(1).max(31).optional(),
    /** ISO date of the last day, included. */
    until: z.iso.date().optional(),
    /** How many times in all. */
    count: z.number().int().min(1).max(999).optional(),
  })
  .refine(({ unit, days }) => days === undefined || unit === 'week', { path: ['days'] })
  .refine(({ unit, dayOfMonth }) => dayOfMonth === undefined || unit === 'month', { path: ['dayOfMonth'] })
  .refine(({ until, count }) => until === undefined || count === undefined, { path: ['count'] });
export type Repeat = z.infer<typeof repeatSchema>;

/** The first time, as it was entered: what repeats is the time on the wall, whatever the clocks do. */
export interface RepeatStart extends WallTime {
  readonly timeZone: string;
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' };
/** The shortest February: a later day of the month is not in every month. */
const shortestMonth = 28;
const longestMonth = 31;
const day = 86_400_000;

/** The value of an RRULE (RFC 5545) without an end by date, which each use writes in its own form. */
export function repeatText(repeat: Repeat, start: RepeatStart): string {
  const parts = [`FREQ=${frequencies[repeat.unit]}`, `INTERVAL=${repeat.every}`, ...daysOf(repeat, start)];
  if (repeat.count !== undefined) parts.push(`COUNT=${repeat.count}`);
  return parts.join(';');
}

/** The first occurrence later than a moment, in UTC milliseconds; null when there is none any more. */
export function nextOccurrence(repeat: Repeat, start: RepeatStart, after: number): number | null {
  const rule = toRule(repeat, start);
  let wall = rule.next(new Date(asIfUtc(after, start.timeZone) - day), true);
  while (wall !== null) {
    const at = momentIn(wall, start);
    if (at > after) return at;
    wall = rule.next(new Date(wall.epochMilliseconds), false);
  }
  return null;
}

/** Every occurrence within a span of at most a year or so, in order, in UTC milliseconds. */
export function occurrencesBetween(repeat: Repeat, start: RepeatStart, { from, to }: Span): readonly number[] {
  // A day more on both sides, since the wall is up to a day away from UTC and back where the clocks are put back.
  const first = new Date(asIfUtc(from, start.timeZone) - day);
  const last = new Date(asIfUtc(to, start.timeZone) + day);
  const walls = toRule(repeat, start).between(first, last, true);
  return walls.map((wall) => momentIn(wall, start)).filter((at) => at >= from && at < to);
}

/**
 * The rule is worked out on the wall's time as though it were UTC, which has no summer time, and each result is then put into
 * its zone. So a time that the clocks leap over comes an hour later that day, where RFC 5545 would leave the day out.
 */
function toRule(repeat: Repeat, start: RepeatStart): RRuleTemporal<Temporal.ZonedDateTime> {
  const until = repeat.until === undefined ? '' : `;UNTIL=${repeat.until.replaceAll('-', '')}T235959Z`;
  return new RRuleTemporal({
    temporal: Temporal,
    rruleString: repeatText(repeat, start) + until,
    dtstart: Temporal.PlainDateTime.from(`${start.date}T${start.time}`).toZonedDateTime('UTC'),
  });
}

function daysOf({ unit, days, dayOfMonth }: Repeat, { date }: RepeatStart): readonly string[] {
  const { month, day: startDay } = Temporal.PlainDate.from(date);
  if (unit === 'week') {
    const chosen = [...new Set(days ?? [weekdayOf(date)])].toSorted((one, other) => one - other);
    return [`BYDAY=${chosen.map((weekday) => weekdayCodes[weekday - 1]).join(',')}`, 'WKST=MO'];
  }
  if (unit === 'month') return onDayOrLast(dayOfMonth ?? startDay);
  if (unit === 'year') {
    const isLeapDay = month === 2 && startDay > shortestMonth;
    return [`BYMONTH=${month}`, `BYMONTHDAY=${isLeapDay ? -1 : startDay}`];
  }
  return [];
}

/**
 * That day where there is one, else the last of the month. The 31st is always the last, which is said plainly: not every calendar
 * that gets the rule counts BYSETPOS right.
 */
function onDayOrLast(dayOfMonth: number): readonly string[] {
  if (dayOfMonth <= shortestMonth) return [`BYMONTHDAY=${dayOfMonth}`];
  if (dayOfMonth === longestMonth) return ['BYMONTHDAY=-1'];
  const candidates = Array.from({ length: dayOfMonth - shortestMonth + 1 }, (_, index) => shortestMonth + index);
  return [`BYMONTHDAY=${candidates.join(',')}`, 'BYSETPOS=-1'];
}

function asIfUtc(at: number, timeZone: string): number {
  return zonedAt(at, timeZone).toPlainDateTime().toZonedDateTime('UTC').epochMilliseconds;
}

function momentIn(wall: Temporal.ZonedDateTime, { timeZone }: RepeatStart): number {
  const plain = wall.toPlainDateTime();
  return momentOf({ date: plain.toPlainDate().toString(), time: plain.toPlainTime().toString() }, timeZone);
}
