import { addDays, weekdayOf } from '#shared/time/zone.ts';

export const reportPeriods = ['today', 'week', 'month', 'last30', 'last90'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** The first and last day of a period, both included, as ISO dates. @param today ISO date */
export function spanOfPeriod(period: ReportPeriod, today: string): { readonly from: string; readonly to: string } {
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: addDays(today, 1 - weekdayOf(today)), to: today };
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'last30':
      return { from: addDays(today, -29), to: today };
    case 'last90':
      return { from: addDays(today, -89), to: today };
  }
}
