import { Group, Skeleton, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/deal/Deals.module.css';
import { DateField } from '#renderer/date/TypedField.tsx';
import { Sums } from '#renderer/deal/Sums.tsx';
import { RowsFailed } from '#renderer/grid/index.ts';
import type { client } from '#renderer/app/client.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';

type Statistics = Awaited<ReturnType<typeof client.deal.statistics>>;

/** How deals went through the stages within a period: how many came, how long they stayed, how many went on. */
export function StageStatistics({ pipeline }: { readonly pipeline: Pipeline }) {
  const t = useText();
  const [from, setFrom] = useState(() => isoDay(-90));
  const [to, setTo] = useState(() => isoDay(0));
  const { data, error, refetch } = useQuery(
    api.deal.statistics.queryOptions({
      input: { pipelineId: pipeline.id, from, to },
      enabled: isDay(from) && isDay(to) && from <= to,
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <section aria-labelledby="statistics-title">
      <Group justify="space-between" mb="xs" maw={900} align="end">
        <Title order={2} size="h5" id="statistics-title">
          <Message id="deal.statistics" />
        </Title>
        <Group gap="xs">
          <DateField isPast size="xs" w={130} label={t('deal.statistics.from')} value={from} onChange={setFrom} />
          <DateField isPast size="xs" w={130} label={t('deal.statistics.to')} value={to} onChange={setTo} />
        </Group>
      </Group>
      {error !== null && data === undefined && <RowsFailed error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={120} />}
      {data !== undefined && (
        <>
          <Stages stages={data.stages} />
          <Outcome statistics={data} />
        </>
      )}
    </section>
  );
}

function Stages({ stages }: Pick<Statistics, 'stages'>) {
  const t = useText();
  const format = useFormat();
  const head = (['entered', 'averageTime', 'movedOn', 'lost'] as const).map((column) => (
    <Table.Th key={column} className={classes.number ?? ''}>
      {t(`deal.statistics.${column}`)}
    </Table.Th>
  ));
  return (
    <Table maw={900}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('deal.field.stageId')}</Table.Th>
          {head}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {stages.map(({ stageId, stageName, entered, averageTime, movedOn, lost }) => (
          <Table.Tr key={stageId}>
            <Table.Th scope="row" fw={400}>
              {stageName}
            </Table.Th>
            <Table.Td className={classes.number ?? ''}>{format.number(entered)}</Table.Td>
            <Table.Td className={classes.number ?? ''}>{averageTime === null ? '' : format.duration(averageTime)}</Table.Td>
            <Table.Td className={classes.number ?? ''}>
              {entered === 0
                ? format.number(movedOn)
                : `${format.number(movedOn)} (${format.number(Math.round((movedOn / entered) * 100))} %)`}
            </Table.Td>
            <Table.Td className={classes.number ?? ''}>{format.number(lost)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Outcome({ statistics: { won, lost, lostReasons } }: { readonly statistics: Statistics }) {
  const t = useText();
  const format = useFormat();
  return (
    <Group gap="xl" mt="sm" align="start">
      {(
        [
          ['won', won],
          ['lost', lost],
        ] as const
      ).map(([outcome, sums]) => (
        <Text key={outcome}>
          <strong>{t(`deal.statistics.${outcome}`)}</strong>
          {`: ${format.number(sums.count)}`}
          {sums.sums.length > 0 && ' · '}
          <Sums sums={sums.sums} />
        </Text>
      ))}
      {lostReasons.length > 0 && (
        <Text>
          <strong>{t('deal.lost.reason')}</strong>
          {`: ${lostReasons.map(({ name, count }) => `${name || t('deal.lost.noReason')} (${format.number(count)})`).join(', ')}`}
        </Text>
      )}
    </Group>
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

/** The day so many days from today, as a shop's calendar says it. */
function isoDay(offset: number): string {
  const day = new Date();
  day.setDate(day.getDate() + offset);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
