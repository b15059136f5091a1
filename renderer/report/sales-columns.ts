import type { client } from '#renderer/app/client.ts';
import { toMajor } from '#shared/money/money.ts';

export type SalesReport = Awaited<ReturnType<typeof client.report.sales>>;

const allColumns = ['leads', 'accepted', 'deals', 'won', 'lost', 'conversion', 'amount', 'average', 'days'] as const;
export type SalesColumn = (typeof allColumns)[number];

/** The columns that a report has something to say in. */
export function columnsOf({ totals }: SalesReport): readonly SalesColumn[] {
  return totals.leads === null ? allColumns.filter((column) => column !== 'leads' && column !== 'accepted') : allColumns;
}

/** A row of a sheet: what is money has a column for each currency. */
export function sheetRowOf(
  row: SalesReport['totals'],
  { columns, currencies }: { readonly columns: readonly SalesColumn[]; readonly currencies: readonly string[] },
): (number | null)[] {
  return columns.flatMap((column) => {
    switch (column) {
      case 'amount':
      case 'average':
        return currencies.map((currency) => {
          const sum = row.sums.find((one) => one.currency === currency);
          return sum === undefined ? null : toMajor({ amount: sum[column], currency });
        });
      case 'days':
        return [row.averageDays];
      default:
        return [row[column]];
    }
  });
}
