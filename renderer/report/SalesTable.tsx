import { Anchor, Paper, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { dealsOf } from '#renderer/report/deals-of.ts';
import classes from '#renderer/report/Report.module.css';
import type { Days } from '#renderer/report/report-period.ts';
import { daysOfMonth } from '#renderer/deal/forecast/month-name.ts';
import type { SalesColumn, SalesReport } from '#renderer/report/sales-columns.ts';
import { useRowName } from '#renderer/report/use-row-name.ts';
import { momentText } from '#renderer/sync/sync-words.ts';
import type { SalesGrouping, SalesRow } from '#shared/report/contract.ts';

interface SalesTableProps {
  readonly report: SalesReport;
  readonly by: SalesGrouping;
  readonly days: Days;
  readonly columns: readonly SalesColumn[];
}

/** Rows with a bar for what each brought in the commonest currency, and the totals. */
export function SalesTable({ report, by, days, columns }: SalesTableProps) {
  const t = useText();
  const nameOf = useRowName(by);
  const currency = report.totals.sums[0]?.currency;
  const soldFor = (row: Pick<SalesRow, 'sums'>) => row.sums.find((sum) => sum.currency === currency)?.amount ?? 0;
  const most = Math.max(1, ...report.rows.map(soldFor));
  return (
    <Paper withBorder className={classes.frame ?? ''} tabIndex={0} role="region" aria-label={t('report.sales')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t(`report.by.${by}`)}</th>
            {columns.map((column) => (
              <th key={column} scope="col" {...hintOf(column, by, t)}>
                {t(`report.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <RowName row={row} by={by} days={days} name={nameOf(row)} />
                {by === 'branch' && <RowAsOf known={report.asOf.find(({ branchId }) => branchId === row.key)} />}
                <span className={classes.bar} aria-hidden>
                  <span style={{ width: `${String((soldFor(row) / most) * 100)}%` }} />
                </span>
              </th>
              <Figures row={row} columns={columns} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('report.total')}</th>
            <Figures row={report.totals} columns={columns} />
          </tr>
        </tfoot>
      </table>
    </Paper>
  );
}

function hintOf(column: SalesColumn, by: SalesGrouping, t: ReturnType<typeof useText>): { readonly title?: string } {
  if (by === 'product' && (column === 'deals' || column === 'won')) return { title: t('report.hint.product') };
  return column === 'deals' || column === 'conversion' ? { title: t(`report.hint.${column}`) } : {};
}

interface RowNameProps {
  readonly row: SalesRow;
  readonly by: SalesGrouping;
  readonly days: Days;
  readonly name: string;
}

function RowName({ row, by, days, name }: RowNameProps) {
  const t = useText();
  const month = by === 'month' ? daysOfMonth(row.key) : days;
  const from = month.from > days.from ? month.from : days.from;
  const to = month.to < days.to ? month.to : days.to;
  const href = row.deals + row.won + row.lost === 0 ? null : dealsOf({ by, key: row.key, from, to });
  if (href === null) return name;
  return (
    <Anchor component={Link} href={href} inherit title={t('report.openDeals')}>
      {name}
    </Anchor>
  );
}

/** Up to when what a branch did is known; head office is itself. */
function RowAsOf({ known }: { readonly known: SalesReport['asOf'][number] | undefined }) {
  const t = useText();
  const format = useFormat();
  if (known === undefined) return null;
  const { heardAt, waiting } = known;
  return (
    <Text span display="block" size="sm" c="dimmed" fw={400}>
      {heardAt === null ? t('branch.asOf.none') : t('branch.asOf.one', { when: momentText(heardAt, { format }) })}
      {waiting > 0 && ` · ${t('branch.waiting', { count: waiting })}`}
    </Text>
  );
}

interface FiguresProps {
  readonly row: Omit<SalesRow, 'key' | 'name'>;
  readonly columns: readonly SalesColumn[];
}

function Figures({ row, columns }: FiguresProps) {
  const format = useFormat();
  const money = (which: 'amount' | 'average') =>
    row.sums.map((sum) => <div key={sum.currency}>{format.sum(sum[which], sum.currency)}</div>);
  const number = (value: number | null) => (value === null ? '' : format.number(value));
  return columns.map((column) => {
    switch (column) {
      case 'amount':
      case 'average':
        return <td key={column}>{money(column)}</td>;
      case 'conversion':
        return <td key={column}>{row.conversion === null ? '–' : `${format.number(Math.round(row.conversion * 100))} %`}</td>;
      case 'days':
        return <td key={column}>{row.averageDays === null ? '–' : format.number(Math.round(row.averageDays * 10) / 10)}</td>;
      default:
        return <td key={column}>{number(row[column])}</td>;
    }
  });
}
