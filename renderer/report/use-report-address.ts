import { useSearchParams } from 'wouter';
import { readPeriod } from '#renderer/report/report-period.ts';
import type { PeriodAddress } from '#renderer/report/report-period.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { dateAt } from '#shared/time/zone.ts';

interface ReportAddress {
  readonly search: URLSearchParams;
  readonly days: PeriodAddress;
  /** An empty value takes a condition away. */
  readonly change: (changes: Readonly<Record<string, string>>) => void;
}

/** What the address of a report says, so that going back shows the same again. */
export function useReportAddress(): ReportAddress {
  const [search, setSearch] = useSearchParams();
  const days = readPeriod(search, dateAt(useNow(), useZone()));
  const change = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return { search, days, change };
}
