import { Anchor, Button, Group, Paper, Select, Skeleton, Text, Title } from '@mantine/core';
import { IconTruckDelivery } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import type { client } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { AsOfNote } from '#renderer/report/AsOfNote.tsx';
import { OrderRows } from '#renderer/report/OrderRows.tsx';
import { PeriodChooser } from '#renderer/report/PeriodChooser.tsx';
import classes from '#renderer/report/Report.module.css';
import { useCan } from '#renderer/people/use-me.ts';
import { ReportActions } from '#renderer/report/ReportActions.tsx';
import { ReportFailed } from '#renderer/report/ReportFailed.tsx';
import { saveTable } from '#renderer/report/save-table.ts';
import { useReportAddress } from '#renderer/report/use-report-address.ts';
import { toMajor } from '#shared/money/money.ts';
import { orderStates } from '#shared/report/contract.ts';

type Orders = Awaited<ReturnType<typeof client.report.orders>>;

const pageLength = 100;
const mostShown = 500;

/** Which open deals are late, due this week, or have no day; and how many kept theirs. */
export function OrdersPage() {
  const t = useText();
  const { search, days, change } = useReportAddress();
  const asked = search.get('state');
  const state = orderStates.find((one) => one === asked);
  const [limit, setLimit] = useState(pageLength);
  const { from, to, isWrong } = days;
  const { data, isError, refetch } = useQuery(
    api.report.orders.queryOptions({
      input: { from, to, limit, ...(state === undefined ? {} : { state }) },
      enabled: !isWrong,
      placeholderData: keepPreviousData,
    }),
  );
  const save = useSaveOrders();
  // It is a list of clients.
  const canTakeOut = useCan('party.export');
  return (
    <div className={classes.page}>
      <Group justify="space-between" gap="xs">
        <Title order={1} size="h3">
          <Message id="report.orders.title" />
        </Title>
        <Group gap="xs">
          <Select
            aria-label={t('report.orders.filter')}
            allowDeselect={false}
            w={230}
            data={['all' as const, ...orderStates].map((one) => ({
              value: one,
              label: `${t(`report.orders.${one}`)}${data === undefined ? '' : ` (${String(countOf(data, one))})`}`,
            }))}
            value={state ?? 'all'}
            onChange={(next) => change({ state: next === 'all' ? '' : (next ?? '') })}
          />
          {data !== undefined && data.rows.length > 0 && <ReportActions onSave={canTakeOut ? () => save(data) : undefined} />}
        </Group>
      </Group>
      {data !== undefined && <AsOfNote asOf={data.asOf} />}
      <Paper withBorder px="md" py="sm" component="section" aria-labelledby="orders-done">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5" id="orders-done">
            <Message id="report.orders.done" />
          </Title>
          <Group gap="xs">
            <PeriodChooser value={days} onChange={change} />
          </Group>
        </Group>
        {isWrong && (
          <Text c="var(--mantine-color-error)" role="alert" mt="xs">
            <Message id="report.wrongPeriod" />
          </Text>
        )}
        {data !== undefined && !isWrong && <Done done={data.done} />}
      </Paper>
      {isError && !isWrong && <ReportFailed onRetry={() => void refetch()} />}
      {data === undefined && !isError && !isWrong && <Skeleton height={260} />}
      {data !== undefined && data.rows.length > 0 && <OrderRows rows={data.rows} />}
      {data !== undefined && data.rows.length < data.total && limit < mostShown && (
        <Group data-no-print>
          <Button variant="light" onClick={() => setLimit(mostShown)}>
            <Message id="report.orders.more" />
          </Button>
        </Group>
      )}
      {data?.rows.length === 0 && <NoOrders />}
    </div>
  );
}

function countOf({ counts }: Orders, state: 'all' | keyof Orders['counts']): number {
  return state === 'all' ? orderStates.reduce((sum, one) => sum + counts[one], 0) : counts[state];
}

/** Of the deals won, how many by their day. */
function Done({ done: { won, promised, onTime } }: Pick<Orders, 'done'>) {
  const t = useText();
  const format = useFormat();
  const share = promised === 0 ? 0 : (onTime / promised) * 100;
  return (
    <>
      {promised === 0 ? (
        <Text c="dimmed" mt="xs">
          <Message id="report.orders.doneNone" />
        </Text>
      ) : (
        <>
          <Text mt="xs">
            <strong>{`${format.number(Math.round(share))} %`}</strong>
            {` · ${t('report.orders.doneOf', { onTime: format.number(onTime), promised: format.number(promised) })}`}
          </Text>
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${String(share)}%` }} />
          </span>
        </>
      )}
      {won > promised && (
        <Text c="dimmed" size="sm" mt={4}>
          {t('report.orders.doneWithout', { count: won - promised })}
        </Text>
      )}
    </>
  );
}

function NoOrders() {
  return (
    <EmptyState
      icon={<IconTruckDelivery size={30} />}
      title={<Message id="report.orders.empty" />}
      text={<Message id="report.orders.empty.text" />}
      actions={
        <Anchor component={Link} href="/deals">
          <Message id="nav.deals" />
        </Anchor>
      }
    />
  );
}

function useSaveOrders(): (orders: Orders) => void {
  const t = useText();
  const locale = useLocale();
  const heads = [
    t('report.orders.promised'),
    t('report.orders.late'),
    t('deal.one'),
    t('deal.field.partyId'),
    t('deal.field.stageId'),
    t('deal.field.amount'),
    t('report.orders.toPay'),
    t('document.field.currency'),
  ];
  return ({ rows }) => {
    const cells = rows.map(({ promised, lateDays, title, partyTitle, stageName, amount, paid, currency }) => [
      promised,
      lateDays,
      title,
      partyTitle,
      stageName,
      toMajor({ amount, currency }),
      toMajor({ amount: amount - paid, currency }),
      currency,
    ]);
    saveTable(t('report.orders'), [heads, ...cells], { locale });
  };
}
