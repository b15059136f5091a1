import type { Operator } from '#shared/filter/operators.ts';
import { addDays, dateAt, spanOfDay, weekdayOf } from '#shared/time/zone.ts';
import type { Span } from '#shared/time/zone.ts';

/** Days, as ISO text: from and to are within, above and below are not. */
export interface DaySpan {
  readonly from?: string;
  readonly above?: string;
  readonly to?: string;
  readonly below?: string;
}

interface Today extends Span {
  readonly date: string;
}

const todays = new Map<string, Today>();

/** The ISO day that a moment (UTC milliseconds) is in. */
export function dayIn(timeZone: string, at: number): string {
  const known = todays.get(timeZone);
  if (known && at >= known.from && at < known.to) return known.date;
  const date = dateAt(at, timeZone);
  todays.set(timeZone, { date, ...spanOfDay(date, timeZone) });
  return date;
}

/** The days that a word of the calendar means, on a day. */
export function periodOf(operator: Operator, today: string): DaySpan | undefined {
  const [word, unit] = /^(this|last|next|to|yester)(Day|Week|Month|Year|day|morrow)$/.exec(operator)?.slice(1) ?? [];
  if (word === undefined || unit === undefined) return undefined;
  if (unit === 'day' || unit === 'morrow') return dayAway(today, word === 'yester' ? -1 : Number(unit === 'morrow'));
  const steps = { this: 0, last: -1, next: 1 }[word] ?? 0;
  if (unit === 'Week') {
    const from = addDays(today, 1 - weekdayOf(today) + 7 * steps);
    return { from, below: addDays(from, 7) };
  }
  const months = unit === 'Month' ? 1 : 12;
  const first = unit === 'Month' ? `${today.slice(0, 7)}-01` : `${today.slice(0, 4)}-01-01`;
  return { from: addMonths(first, steps * months), below: addMonths(first, (steps + 1) * months) };
}

function dayAway(today: string, days: number): DaySpan {
  const day = addDays(today, days);
  return { from: day, to: day };
}

/** @param first the first day of a month */
function addMonths(first: string, months: number): string {
  const month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

/** The days of the year (MM-DD) from a day through so many days later; null for all of them. The first may come after the last. */
export function yearlySpan(today: string, days: number): { readonly from: string; readonly to: string } | null {
  if (days >= 365) return null;
  const last = addDays(today, days);
  // Who was born on the 29th of February has a birthday on the 28th in other years.
  const isShort = last.endsWith('-02-28') && !addDays(last, 1).endsWith('-29');
  return { from: today.slice(5), to: isShort ? '02-29' : last.slice(5) };
}
