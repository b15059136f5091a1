import { Anchor, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/Deals.module.css';
import { useMonthName } from '#renderer/deal/forecast/month-name.ts';
import { StageStatistics } from '#renderer/deal/forecast/StageStatistics.tsx';
import { Sums } from '#renderer/deal/Sums.tsx';
import { RowsFailed } from '#renderer/grid/index.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { AsOfNote } from '#renderer/report/AsOfNote.tsx';
import type { DealSums } from '#shared/deal/contract.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

interface ForecastViewProps {
  readonly pipeline: Pipeline;
  readonly change: (changes: Readonly<Record<string, string>>) => void;
}

/** What the open deals may bring, by the month they are expected to close in; then how the stages did. */
export function ForecastView({ pipeline, change }: ForecastViewProps) {
  const canSeeReports = useCan('report.see');
  const { data, error, refetch } = useQuery(api.deal.forecast.queryOptions({ input: { pipelineId: pipeline.id } }));
  return (
    <Stack className={classes.scroll ?? ''} gap="lg">
      <section aria-labelledby="forecast-title">
        <Title order={2} size="h5" id="forecast-title" mb={4}>
          <Message id="deal.forecast" />
        </Title>
        <Text c="dimmed" size="sm" mb="xs">
          <Message id="deal.forecast.text" />
        </Text>
        {data !== undefined && <AsOfNote asOf={data.asOf} />}
        {error !== null && data === undefined && <RowsFailed error={error} retry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton height={120} />}
        {data?.months.length === 0 && (
          <Text c="dimmed">
            <Message id="deal.forecast.none" />
          </Text>
        )}
        {data !== undefined && data.months.length > 0 && (
          <Months months={data.months} onOpen={(month) => change({ view: 'list', month, status: '' })} />
        )}
      </section>
      {canSeeReports && <StageStatistics pipeline={pipeline} />}
    </Stack>
  );
}

interface MonthsProps {
  readonly months: readonly (DealSums & { readonly month: string | null })[];
  readonly onOpen: (month: string) => void;
}

function Months({ months, onOpen }: MonthsProps) {
  const t = useText();
  const format = useFormat();
  const monthName = useMonthName();
  // Bars compare one currency: the one with the most deals.
  const currency = months.find(({ sums }) => sums.length > 0)?.sums[0]?.currency;
  const of = (month: DealSums) => month.sums.find((sum) => sum.currency === currency) ?? { amount: 0, weighted: 0 };
  const most = Math.max(1, ...months.map((month) => of(month).amount));
  return (
    <Table maw={900} striped={false}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('deal.forecast.month')}</Table.Th>
          <Table.Th className={classes.number ?? ''}>{t('deal.forecast.count')}</Table.Th>
          <Table.Th className={classes.number ?? ''}>{t('deal.field.amount')}</Table.Th>
          <Table.Th className={classes.number ?? ''}>{t('deal.forecast.weighted')}</Table.Th>
          <Table.Td aria-hidden />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map((month) => (
          <Table.Tr key={month.month ?? 'none'}>
            <Table.Th scope="row" fw={400}>
              <Anchor component="button" type="button" inherit onClick={() => onOpen(month.month ?? 'none')}>
                {month.month === null ? t('deal.forecast.noDate') : monthName(month.month)}
              </Anchor>
            </Table.Th>
            <Table.Td className={classes.number ?? ''}>{format.number(month.count)}</Table.Td>
            <Table.Td className={classes.number ?? ''}>
              <Sums sums={month.sums} />
            </Table.Td>
            <Table.Td className={classes.number ?? ''}>
              <Sums sums={month.sums} isWeighted />
            </Table.Td>
            <Table.Td aria-hidden w="35%">
              <div className={classes.bar}>
                <span style={{ width: `${(of(month).amount / most) * 100}%` }} />
                <span data-weighted style={{ width: `${(of(month).weighted / most) * 100}%` }} />
              </div>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
