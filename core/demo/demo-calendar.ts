import type { Random } from '#core/demo/random.ts';
import type { WorkingHours } from '#shared/time/working-hours.ts';
import { addWorkingDays, isWorkingDay } from '#shared/time/working-hours.ts';
import { addDays, dateAt, momentOf } from '#shared/time/zone.ts';

/** Finds moments at which a shop works. All are UTC milliseconds. */
export interface DemoCalendar {
  /** About this moment in the past, but while the shop is open. */
  atWork(moment: number): number;
  /** The next free time of the working day so many days on; where that day is full, of one after it. */
  book(daysOn: number, minutes: number): number;
  /** ISO date of a moment. */
  dateOf(moment: number): string;
}

interface CalendarOptions {
  readonly now: number;
  readonly timeZone: string;
  readonly hours: WorkingHours;
  readonly random: Random;
}

const minute = 60_000;
const quarter = 15 * minute;
/** From one appointment to the next. */
const pause = 30;

export function createDemoCalendar({ now, timeZone, hours, random }: CalendarOptions): DemoCalendar {
  const opening = (date: string) => momentOf({ date, time: hours.from }, timeZone);
  const closing = (date: string) => momentOf({ date, time: hours.to }, timeZone);
  const dateOf = (moment: number) => dateAt(moment, timeZone);
  const today = dateOf(now);
  const firstFree = new Map<string, number>();
  return {
    dateOf,
    atWork(moment) {
      const date = dateOf(moment);
      const isOpen = isWorkingDay(date, hours) && moment >= opening(date) && moment < closing(date);
      if (isOpen) return moment;
      const day = isWorkingDay(date, hours) && moment >= closing(date) ? date : addWorkingDays(date, -1, hours);
      const [from, to] = [opening(day), closing(day)];
      return to > from ? from + minute * random.int((to - from) / minute) : from;
    },
    book(daysOn, minutes) {
      for (let days = daysOn; days < daysOn + 60; days++) {
        const date = addDays(today, days);
        if (days > 0 && !isWorkingDay(date, hours)) continue;
        const earliest = days === 0 ? Math.max(opening(date), now + 2 * quarter) : opening(date);
        const at = Math.ceil((firstFree.get(date) ?? earliest) / quarter) * quarter;
        if (at + minutes * minute > closing(date)) continue;
        firstFree.set(date, at + (minutes + pause) * minute);
        return at;
      }
      return now + daysOn * 1440 * minute + 2 * quarter;
    },
  };
}
