import { z } from 'zod';
import { addDays, momentOf, zonedAt } from '#shared/time/zone.ts';
import { addWorkingDays, timeOfDaySchema } from '#shared/time/working-hours.ts';
import type { WorkingHours } from '#shared/time/working-hours.ts';

const units = ['minutes', 'hours', 'days', 'workingDays'] as const;

/** Ten years of days; more is a typing error. */
const furthestDays = 3660;
const hoursPerDay = 24;
const minutesPerDay = 1440;

/** "In 15 minutes", "the next working day at 10:00", and with an amount below zero "2 days before". */
export const relativeDueSchema = z
  .object({
    after: z.object({ amount: z.number().int(), unit: z.enum(units) }),
    /** HH:MM on the wall, for days only. */
    at: timeOfDaySchema.optional(),
  })
  .refine(({ after, at }) => at === undefined || after.unit === 'days' || after.unit === 'workingDays', { path: ['at'] })
  .refine(({ after: { amount, unit } }) => Math.abs(amount) <= furthestDays * perDay(unit), { path: ['after', 'amount'] });
export type RelativeDue = z.infer<typeof relativeDueSchema>;

export interface RelativeDueInput {
  /** UTC milliseconds that the due is counted from. */
  readonly from: number;
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
}

/**
 * The moment meant, in UTC milliseconds. Minutes and hours are counted as they pass, days by the calendar, so that the time on
 * the wall stays. "Today at 10:00" said at noon means the next day: nothing is born overdue.
 */
export function relativeDueAt({ after, at }: RelativeDue, { from, timeZone, workingHours }: RelativeDueInput): number {
  const { amount, unit } = after;
  if (unit === 'minutes') return from + amount * 60_000;
  if (unit === 'hours') return from + amount * 3_600_000;
  const start = zonedAt(from, timeZone);
  const today = start.toPlainDate().toString();
  const dateAfter = (days: number) => (unit === 'days' ? addDays(today, days) : addWorkingDays(today, days, workingHours));
  const date = dateAfter(amount);
  if (at === undefined) return date === today ? from : momentOf({ date, time: start.toPlainTime().toString() }, timeZone);
  const due = momentOf({ date, time: at }, timeZone);
  return amount === 0 && due < from ? momentOf({ date: dateAfter(1), time: at }, timeZone) : due;
}

function perDay(unit: (typeof units)[number]): number {
  if (unit === 'minutes') return minutesPerDay;
  return unit === 'hours' ? hoursPerDay : 1;
}
