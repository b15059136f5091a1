import { addDays, dateAt, momentOf, wallTimeAt, weekdayOf } from '#shared/time/zone.ts';
import type { WorkingHours } from '#shared/time/working-hours.ts';

export const duePresetCodes = [
  'in15Minutes',
  'in20Minutes',
  'in30Minutes',
  'in1Hour',
  'endOfDay',
  'tomorrowMorning',
  'tomorrowSameTime',
  'nextMonday',
  'inAWeek',
] as const;
export type DuePresetCode = (typeof duePresetCodes)[number];

export interface DuePreset {
  readonly code: DuePresetCode;
  /** UTC milliseconds, of a whole minute. */
  readonly at: number;
}

export interface DuePresetInput {
  /** UTC milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  readonly workingHours: WorkingHours;
}

const minute = 60_000;

/** What "call back in..." offers, in the order of the codes; the end of the day only while it is ahead. */
export function duePresets(input: DuePresetInput): readonly DuePreset[] {
  const presets = duePresetCodes.map((code) => ({ code, at: duePresetAt(code, input) }));
  return presets.filter(({ at }) => at > input.now);
}

/** When a preset would be due, in UTC milliseconds; outside working hours too, when that is what it says. */
export function duePresetAt(code: DuePresetCode, { now, timeZone, workingHours }: DuePresetInput): number {
  // Nobody is given less time than was promised, so that a started minute counts as a whole one.
  const thisMinute = Math.ceil(now / minute) * minute;
  const { time } = wallTimeAt(thisMinute, timeZone);
  const today = dateAt(now, timeZone);
  const onDay = (days: number, at: string) => momentOf({ date: addDays(today, days), time: at }, timeZone);
  switch (code) {
    case 'in15Minutes':
      return thisMinute + 15 * minute;
    case 'in20Minutes':
      return thisMinute + 20 * minute;
    case 'in30Minutes':
      return thisMinute + 30 * minute;
    case 'in1Hour':
      return thisMinute + 60 * minute;
    case 'endOfDay':
      return onDay(0, workingHours.to);
    case 'tomorrowMorning':
      return onDay(1, workingHours.from);
    case 'tomorrowSameTime':
      return onDay(1, time);
    case 'nextMonday':
      return onDay(8 - weekdayOf(today), workingHours.from);
    case 'inAWeek':
      return onDay(7, time);
  }
}
