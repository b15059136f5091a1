import { addDays, spanOfDay, weekdayOf } from '#shared/time/zone.ts';
import type { Span } from '#shared/time/zone.ts';

export const calendarViews = ['day', 'week', 'month', 'agenda'] as const;
export type CalendarView = (typeof calendarViews)[number];

const daysPerWeek = 7;
const agendaDays = 30;

/** The days a view shows around a day, as ISO dates; a month in whole weeks, Monday first. */
export function daysOfView(view: CalendarView, day: string): readonly string[] {
  if (view === 'day') return [day];
  if (view === 'agenda') return daysFrom(day, agendaDays);
  if (view === 'week') return daysFrom(mondayOf(day), daysPerWeek);
  const first = mondayOf(`${day.slice(0, 8)}01`);
  const last = lastOfMonth(day);
  const weeks = Math.ceil((daysBetween(first, last) + 1) / daysPerWeek);
  return daysFrom(first, weeks * daysPerWeek);
}

/** The moments between which the days lie. */
export function spanOfDays(days: readonly string[], timeZone: string): Span {
  const [first = '', last = first] = [days[0], days.at(-1)];
  return { from: spanOfDay(first, timeZone).from, to: spanOfDay(last, timeZone).to };
}

/** The day that a view is about after a step back (-1) or on (1). */
export function stepDay(view: CalendarView, day: string, direction: -1 | 1): string {
  if (view === 'day') return addDays(day, direction);
  if (view === 'week') return addDays(day, direction * daysPerWeek);
  if (view === 'agenda') return addDays(day, direction * agendaDays);
  const first = `${day.slice(0, 8)}01`;
  return direction === 1 ? addDays(lastOfMonth(day), 1) : `${addDays(first, -1).slice(0, 8)}01`;
}

function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function daysFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}
