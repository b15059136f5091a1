import type { WorkingHours } from '#shared/time/working-hours.ts';

const minutesPerHour = 60;

/** How long a working day is. */
export function workingMinutes({ from, to }: Pick<WorkingHours, 'from' | 'to'>): number {
  const length = minutesOf(to) - minutesOf(from);
  // Who works over midnight works till the next day's hour.
  return length > 0 ? length : length + 24 * minutesPerHour;
}

/** Percent of what there is time for. */
export function shareOf(minutes: number, full: number): number {
  return full === 0 ? 0 : Math.round((minutes / full) * 100);
}

/** The hours worth showing: the working ones, and those in which anybody has something to do. */
export function hoursShown(
  { from, to }: Pick<WorkingHours, 'from' | 'to'>,
  loads: readonly (readonly number[])[],
): readonly number[] {
  const [first, last] = [Math.floor(minutesOf(from) / minutesPerHour), Math.ceil(minutesOf(to) / minutesPerHour)];
  const isWorked = (hour: number) => (first < last ? hour >= first && hour < last : hour >= first || hour < last);
  return Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => isWorked(hour) || loads.some((hours) => (hours[hour] ?? 0) > 0),
  );
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * minutesPerHour + minutes;
}
