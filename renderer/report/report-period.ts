import { addDays } from '#shared/time/zone.ts';

export const reportPeriods = ['month', 'lastMonth', 'quarter', 'year', 'own'] as const;
type ReportPeriod = (typeof reportPeriods)[number];

/** ISO dates, both within. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface PeriodAddress extends Days {
  readonly period: ReportPeriod;
  readonly isWrong: boolean;
}

/** The period that an address means; this month where it says none. @param today ISO date */
export function readPeriod(search: URLSearchParams, today: string): PeriodAddress {
  const asked = search.get('period');
  const period = reportPeriods.find((one) => one === asked) ?? 'month';
  if (period !== 'own') return { period, ...daysOfPeriod(period, today), isWrong: false };
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  const areDates = [from, to].every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date));
  return { period, from, to, isWrong: !areDates || from > to || Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > 20 };
}

/** The whole of a period, its days to come included. */
function daysOfPeriod(period: Exclude<ReportPeriod, 'own'>, today: string): Days {
  const [year = '', month = ''] = today.split('-');
  switch (period) {
    case 'month':
      return { from: `${year}-${month}-01`, to: lastOf(today) };
    case 'lastMonth': {
      const to = addDays(`${year}-${month}-01`, -1);
      return { from: `${to.slice(0, 8)}01`, to };
    }
    case 'quarter': {
      const first = Number(month) - ((Number(month) - 1) % 3);
      const of = (number: number) => `${year}-${String(number).padStart(2, '0')}-01`;
      return { from: of(first), to: lastOf(of(first + 2)) };
    }
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
}

/** The last day of the month in which a date lies. */
function lastOf(date: string): string {
  return addDays(`${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1);
}
