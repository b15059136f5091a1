import { Button, Group, Select, Skeleton, Text, Title } from '@mantine/core';
import { IconChartBar, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { openNewDeal } from '#renderer/deal/open-new-deal.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { AsOfNote } from '#renderer/report/AsOfNote.tsx';
import { PeriodChooser } from '#renderer/report/PeriodChooser.tsx';
import classes from '#renderer/report/Report.module.css';
import { ReportActions } from '#renderer/report/ReportActions.tsx';
import { ReportFailed } from '#renderer/report/ReportFailed.tsx';
import { columnsOf, sheetRowOf } from '#renderer/report/sales-columns.ts';
import type { SalesReport } from '#renderer/report/sales-columns.ts';
import { SalesTable } from '#renderer/report/SalesTable.tsx';
import { saveTable } from '#renderer/report/save-table.ts';
import { useReportAddress } from '#renderer/report/use-report-address.ts';
import { useRowName } from '#renderer/report/use-row-name.ts';
import { useBranches } from '#renderer/sync/use-branches.ts';
import { salesGroupings } from '#shared/report/contract.ts';
import type { SalesGrouping } from '#shared/report/contract.ts';

/** What was asked for, sold and lost in a period, by source, person, product or place. */
export function SalesReportPage() {
  const { search, days, change } = useReportAddress();
  const asked = search.get('by');
  const by = salesGroupings.find((one) => one === asked) ?? 'source';
  const { from, to, isWrong } = days;
  const { data, isError, refetch } = useQuery(
    api.report.sales.queryOptions({
      input: { from, to, by },
      enabled: !isWrong,
      // Rows by another thing would have no names here.
      placeholderData: (previous, query) => (groupingOf(query?.queryKey[1]) === by ? previous : undefined),
    }),
  );
  const save = useSaveSales(by);
  const report = isWrong ? undefined : data;
  const isEmpty = report !== undefined && isNothing(report);
  return (
    <div className={classes.page}>
      <Group justify="space-between" gap="xs">
        <Title order={1} size="h3">
          <Message id="report.sales" />
        </Title>
        <Group gap="xs">
          <PeriodChooser value={days} onChange={change} />
          <ByChooser by={by} onChange={(next) => change({ by: next })} />
          {report !== undefined && !isEmpty && <ReportActions onSave={() => save(report)} />}
        </Group>
      </Group>
      {isWrong && (
        <Text c="var(--mantine-color-error)" role="alert">
          <Message id="report.wrongPeriod" />
        </Text>
      )}
      {isError && !isWrong && <ReportFailed onRetry={() => void refetch()} />}
      {data === undefined && !isError && !isWrong && <Skeleton height={260} />}
      {report !== undefined && <AsOfNote asOf={report.asOf} />}
      {isEmpty && <NothingSold />}
      {report !== undefined && !isEmpty && <SalesTable report={report} by={by} days={days} columns={columnsOf(report)} />}
    </div>
  );
}

function groupingOf(asked: unknown): SalesGrouping | undefined {
  return (asked as { readonly input?: { readonly by?: SalesGrouping } } | undefined)?.input?.by;
}

function isNothing({ totals: { leads, deals, won, lost } }: SalesReport): boolean {
  return (leads ?? 0) + deals + won + lost === 0;
}

function ByChooser({ by, onChange }: { readonly by: SalesGrouping; readonly onChange: (by: string) => void }) {
  const t = useText();
  const hasBranches = useBranches().length > 0;
  const offered = salesGroupings.filter((one) => one !== 'branch' || hasBranches || by === 'branch');
  return (
    <Select
      aria-label={t('report.by')}
      allowDeselect={false}
      w={190}
      data={offered.map((one) => ({ value: one, label: t(`report.by.${one}`) }))}
      value={by}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}

function NothingSold() {
  const canCreate = useCan('deal.create');
  const actions = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => openNewDeal()}>
      <Message id="deal.new" />
    </Button>
  );
  return (
    <EmptyState
      icon={<IconChartBar size={30} />}
      title={<Message id="report.sales.empty" />}
      text={<Message id="report.sales.empty.text" />}
      {...(canCreate ? { actions } : {})}
    />
  );
}

/** Saves what is shown as a file for a spreadsheet. */
function useSaveSales(by: SalesGrouping): (report: SalesReport) => void {
  const t = useText();
  const locale = useLocale();
  const format = useFormat();
  const nameOf = useRowName(by);
  return (report) => {
    const columns = columnsOf(report);
    const currencies = report.totals.sums.map(({ currency }) => currency);
    const heads = columns.flatMap((column) => {
      const head = t(`report.column.${column}`);
      return column === 'amount' || column === 'average' ? currencies.map((currency) => `${head}, ${currency}`) : [head];
    });
    const called = (row: SalesReport['rows'][number]) => {
      const heardAt = report.asOf.find(({ branchId }) => by === 'branch' && branchId === row.key)?.heardAt ?? null;
      return heardAt === null ? nameOf(row) : t('sync.asOf', { branch: nameOf(row), when: format.dateTime(heardAt) });
    };
    const rows = report.rows.map((row) => [called(row), ...sheetRowOf(row, { columns, currencies })]);
    const totals = [t('report.total'), ...sheetRowOf(report.totals, { columns, currencies })];
    saveTable(t('report.sales'), [[t(`report.by.${by}`), ...heads], ...rows, totals], { locale });
  };
}
