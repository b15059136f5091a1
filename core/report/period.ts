import { addDays, spanOfDay } from '#shared/time/zone.ts';
import type { Span } from '#shared/time/zone.ts';

/** ISO dates of the shop's days, both within. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const longestYears = 20;

export function isTooLong({ from, to }: Period): boolean {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > longestYears;
}

export function spanOf({ from, to }: Period, timeZone: string): Span {
  return { from: spanOfDay(from, timeZone).from, to: spanOfDay(to, timeZone).to };
}

/** What of each month lies in the period, in order. */
export function monthsOf({ from, to }: Period): (Period & { readonly month: string })[] {
  const months = [];
  for (let first = from; first <= to;) {
    const month = first.slice(0, 7);
    const next = `${addDays(`${month}-28`, 4).slice(0, 7)}-01`;
    months.push({ month, from: first, to: next > to ? to : addDays(next, -1) });
    first = next;
  }
  return months;
}

/** Each day of the period, with its first moment and that of the next. */
export function daysOf({ from, to }: Period, timeZone: string): (Span & { readonly day: string })[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, ...spanOfDay(day, timeZone) });
  return days;
}
