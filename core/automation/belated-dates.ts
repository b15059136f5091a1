import { dateReachedOn, isMoment } from '#core/automation/find-dated.ts';
import type { DateReached } from '#core/automation/find-dated.ts';
import type { Occurrence } from '#core/automation/occurrence.ts';
import type { RecordChange } from '#core/records/reaction.ts';
import { addDays, dateAt, momentOf } from '#shared/time/zone.ts';

type Values = Readonly<Record<string, unknown>>;

interface Now {
  /** UTC milliseconds. */
  readonly at: number;
  readonly timeZone: string;
}

/**
 * A date that was set when the rule's moment for it had passed, but the day or moment itself is still to come: a visit booked
 * in the evening before, of which the client is reminded at noon on the day before. What is done days before comes to nothing
 * on the day itself: nobody is reminded of what they booked for today. By its key it is what the clock would have noticed, so
 * that it never counts twice.
 */
export function findBelated(
  event: DateReached,
  { recordType, recordId, before, after }: RecordChange,
  now: Now,
): Occurrence | undefined {
  if (recordType !== event.record || after === null || (after as Values)['deletedAt']) return undefined;
  const value = valueOf(after as Values, event.field);
  if (value === undefined || (before !== null && valueOf(before as Values, event.field) === value)) return undefined;
  const day = dayToCome(event.field, value, now);
  if (day === undefined || (event.days < 0 && day <= dateAt(now.at, now.timeZone))) return undefined;
  const isPast = momentOf({ date: addDays(day, event.days), time: event.at }, now.timeZone) <= now.at;
  return isPast ? dateReachedOn(event, recordId, day) : undefined;
}

function valueOf(record: Values, field: string): string | number | undefined {
  const value = field.startsWith('custom.') ? (record['custom'] as Values | null)?.[field.slice(7)] : record[field];
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? value : undefined;
}

/** The ISO date that is meant, unless it has begun, or its moment has passed. */
function dayToCome(field: string, value: string | number, { at, timeZone }: Now): string | undefined {
  if (typeof value === 'number') return isMoment(field) && value > at ? dateAt(value, timeZone) : undefined;
  const today = dateAt(at, timeZone);
  if (field === 'birthday') return nextBirthday(value, today);
  return value > today ? value : undefined;
}

function nextBirthday(birthday: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].map((one) => birthdayIn(one, birthday.slice(5))).find((day) => day > today);
}

/** One on 29 February is on 28 where there is no such day. */
function birthdayIn(year: number, monthAndDay: string): string {
  const isLeap = addDays(`${year}-02-28`, 1).endsWith('-02-29');
  return `${year}-${monthAndDay === '02-29' && !isLeap ? '02-28' : monthAndDay}`;
}
