import { dayIn, periodOf, yearlySpan } from '#shared/filter/calendar.ts';
import type { DaySpan } from '#shared/filter/calendar.ts';
import type { FilterField } from '#shared/filter/catalogue.ts';
import { compactKey, filterKey } from '#shared/filter/filter-key.ts';
import type { Condition } from '#shared/filter/filter.ts';
import { addDays, spanOfDay } from '#shared/time/zone.ts';

// Many operators are few questions. What is answered in SQL and on a record is this short list, so that both are easily alike.

export interface FilterContext {
  /** UTC milliseconds. */
  readonly now: number;
  /** IANA name: the shop's, by whose days it is counted. */
  readonly timeZone: string;
  /** Id of whoever acts; null when nobody does, and then "me" is nobody. */
  readonly me: string | null;
}

export interface Bounds {
  readonly from?: string | number;
  readonly above?: string | number;
  readonly to?: string | number;
  readonly below?: string | number;
}

/** A question whose answer is no where there is no value. */
export type Check =
  | { readonly kind: 'filled' }
  | { readonly kind: 'true' }
  | { readonly kind: 'within'; readonly bounds: Bounds }
  /** Day and month of a date, MM-DD; from after to means over the new year. */
  | { readonly kind: 'yearly'; readonly from: string; readonly to: string }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'same' | 'contains' | 'starts'; readonly key: string }
  /** Of lists. */
  | { readonly kind: 'hasAny' | 'hasAll'; readonly keys: readonly string[] }
  | { readonly kind: 'hasPart'; readonly key: string };

export interface Test {
  readonly check: Check;
  /** Whether those pass for whom the answer is no: those without a value among them. */
  readonly negated: boolean;
}

/** What a condition's meaning changes with. */
export type Dependence = 'nothing' | 'day' | 'moment' | 'me';

const momentOperators: ReadonlySet<string> = new Set([
  'isPast',
  'isFuture',
  'inLastMinutes',
  'inNextMinutes',
  'moreThanMinutesAgo',
]);
const negations: ReadonlySet<string> = new Set([
  'isNot',
  'notContains',
  'differs',
  'isNoneOf',
  'hasNoneOf',
  'isEmpty',
  'isFalse',
]);
const firstDay = '0001-01-01';
const minute = 60_000;

export function dependenceOf({ is, value }: Condition, field: FilterField): Dependence {
  if (is === 'isEmpty' || is === 'isFilled') return 'nothing';
  if (momentOperators.has(is)) return 'moment';
  if (field.type === 'date' || field.type === 'moment') return 'day';
  return field.record === 'user' && Array.isArray(value) && value.includes('me') ? 'me' : 'nothing';
}

/** The question that a valid condition asks, see validate-filter.ts. */
export function resolveCondition(condition: Condition, field: FilterField, context: FilterContext): Test {
  return { check: checkOf(condition, field, context), negated: negations.has(condition.is) };
}

function checkOf(condition: Condition, field: FilterField, context: FilterContext): Check {
  const { is, value } = condition;
  if (is === 'isEmpty' || is === 'isFilled') return { kind: 'filled' };
  switch (field.type) {
    case 'boolean':
      return { kind: 'true' };
    case 'text':
      return { kind: textKinds[is] ?? 'same', key: keyOf(value, field) };
    case 'words':
      return wordsCheck(condition, field);
    case 'choice':
    case 'record':
      return { kind: 'oneOf', values: membersOf(value, field, context) };
    case 'number':
    case 'money':
      return { kind: 'within', bounds: quantityBounds(condition) };
    case 'date':
      return dateCheck(condition, context);
    case 'moment':
      return { kind: 'within', bounds: momentBounds(condition, context) };
  }
}

const textKinds: Readonly<Record<string, 'same' | 'contains' | 'starts'>> = {
  contains: 'contains',
  notContains: 'contains',
  startsWith: 'starts',
};

function keyOf(value: unknown, { isCompact }: FilterField): string {
  return isCompact ? compactKey(String(value)) : filterKey(String(value));
}

function wordsCheck({ is, value }: Condition, field: FilterField): Check {
  if (is === 'contains' || is === 'notContains') return { kind: 'hasPart', key: keyOf(value, field) };
  const keys = [...new Set((value as readonly string[]).map((one) => keyOf(one, field)))];
  return { kind: is === 'hasAllOf' ? 'hasAll' : 'hasAny', keys };
}

function membersOf(value: Condition['value'], { record }: FilterField, { me }: FilterContext): readonly string[] {
  const values = value as readonly string[];
  return record === 'user' ? values.flatMap((one) => (one === 'me' ? (me ?? []) : one)) : values;
}

function quantityBounds({ is, value }: Condition): Bounds {
  if (is === 'between') return value as { readonly from: number; readonly to: number };
  const number = value as number;
  if (is === 'atLeast') return { from: number };
  if (is === 'atMost') return { to: number };
  if (is === 'moreThan') return { above: number };
  return is === 'lessThan' ? { below: number } : { from: number, to: number };
}

function dateCheck(condition: Condition, context: FilterContext): Check {
  const today = dayIn(context.timeZone, context.now);
  const { is, value } = condition;
  if (is === 'anniversaryToday' || is === 'anniversaryInNextDays') {
    const span = yearlySpan(today, typeof value === 'number' ? value : 0);
    return span === null ? { kind: 'filled' } : { kind: 'yearly', ...span };
  }
  // A birthday of an unknown year, 0000-12-31, comes neither before nor after anything.
  const days = daysOf(condition, today);
  return { kind: 'within', bounds: days.from === undefined && days.above === undefined ? { from: firstDay, ...days } : days };
}

function daysOf({ is, value }: Condition, today: string): DaySpan {
  if (typeof value === 'number') {
    if (is === 'inLastDays') return { from: addDays(today, -value), to: today };
    if (is === 'inNextDays') return { from: today, to: addDays(today, value) };
    return is === 'moreThanDaysAgo' ? { below: addDays(today, -value) } : { above: addDays(today, value) };
  }
  if (is === 'between') return value as DaySpan;
  const day = value as string;
  if (is === 'before') return { below: day };
  return is === 'after' ? { above: day } : (periodOf(is, today) ?? { from: day, to: day });
}

function momentBounds(condition: Condition, { now, timeZone }: FilterContext): Bounds {
  const { is, value } = condition;
  const milliseconds = typeof value === 'number' ? value * minute : 0;
  if (is === 'isPast') return { below: now };
  if (is === 'isFuture') return { from: now };
  if (is === 'inLastMinutes') return { from: now - milliseconds, to: now };
  if (is === 'inNextMinutes') return { from: now, to: now + milliseconds };
  if (is === 'moreThanMinutesAgo') return { below: now - milliseconds };
  const { from, above, to, below } = daysOf(condition, dayIn(timeZone, now));
  return {
    ...(from !== undefined && { from: spanOfDay(from, timeZone).from }),
    ...(above !== undefined && { from: spanOfDay(above, timeZone).to }),
    ...(to !== undefined && { below: spanOfDay(to, timeZone).to }),
    ...(below !== undefined && { below: spanOfDay(below, timeZone).from }),
  };
}
