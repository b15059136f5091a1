import { z } from 'zod';
import { addDays, weekdayOf } from '#shared/time/zone.ts';

export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Weekdays are counted as ISO does: 1 is Monday, 7 is Sunday. */
export const weekdaySchema = z.number().int().min(1).max(7);

export const workingHoursSchema = z.object({
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  days: z.array(weekdaySchema),
});
export type WorkingHours = z.infer<typeof workingHoursSchema>;

/** A shop that names no working day works on all of them. */
export function isWorkingDay(date: string, { days }: WorkingHours): boolean {
  return days.length === 0 || days.includes(weekdayOf(date));
}

/** The ISO date so many working days on, or back; with none, the date itself or the first working day after it. */
export function addWorkingDays(date: string, amount: number, workingHours: WorkingHours): string {
  const step = amount < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(amount); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, workingHours)) left -= 1;
  }
  while (!isWorkingDay(day, workingHours)) day = addDays(day, step);
  return day;
}
