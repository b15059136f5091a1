import { Button, Group, Paper, Select, Skeleton, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import type { client } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/call/CallReportPage.module.css';
import { reportPeriods, spanOfPeriod } from '#renderer/call/report-period.ts';
import type { ReportPeriod } from '#renderer/call/report-period.ts';
import { usePersonName } from '#renderer/people/use-people.ts';
import { useNow } from '#renderer/task/use-now.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { dateAt } from '#shared/time/zone.ts';

type Report = Awaited<ReturnType<typeof client.call.report>>;
type PersonCalls = Report['people'][number];

/** How many calls each person made in a period, and what came of them. */
export function CallReportPage() {
  const t = useText();
  const today = dateAt(useNow(), useZone());
  const [period, setPeriod] = useState<ReportPeriod>('month');
  const { data, isError, refetch } = useQuery(
    api.call.report.queryOptions({ input: spanOfPeriod(period, today), placeholderData: keepPreviousData }),
  );
  const isEmpty = data !== undefined && data.people.every(({ calls }) => calls === 0);
  return (
    <Stack maw={1080} mx="auto" px="lg" py="md" gap="md">
      <Group justify="space-between">
        <Title order={1} size="h2">
          <Message id="nav.calls" />
        </Title>
        <Select
          aria-label={t('callReport.period')}
          allowDeselect={false}
          w={220}
          data={reportPeriods.map((one) => ({ value: one, label: t(`callReport.${one}`) }))}
          value={period}
          onChange={(one) => setPeriod((one ?? 'month') as ReportPeriod)}
        />
      </Group>
      {isError && (
        <Group role="alert">
          <Text>
            <Message id="callReport.notRead" />
          </Text>
          <Button size="compact-md" variant="light" onClick={() => void refetch()}>
            <Message id="common.retry" />
          </Button>
        </Group>
      )}
      {data === undefined && !isError && <Skeleton height={260} />}
      {isEmpty && (
        <EmptyState
          icon={<IconPhoneCall size={30} />}
          title={<Message id="callReport.empty.title" />}
          text={<Message id="callReport.empty.text" />}
        />
      )}
      {data !== undefined && !isEmpty && (
        <>
          <Paper withBorder className={classes.frame ?? ''}>
            <People people={data.people} />
          </Paper>
          <Days days={data.days} />
        </>
      )}
    </Stack>
  );
}

const columns = ['calls', 'in', 'out', 'reached', 'minutes', 'led', 'won'] as const;

function People({ people }: { readonly people: readonly PersonCalls[] }) {
  const t = useText();
  const nameOf = usePersonName();
  const rows = people.filter(({ calls }) => calls > 0);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('callReport.person')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" {...(column === 'led' ? { title: t('callReport.ledHint') } : {})}>
              {t(`callReport.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.userId} name={nameOf(row.userId) || row.name} row={row} />
        ))}
      </tbody>
      {rows.length > 1 && (
        <tfoot>
          <Row name={t('callReport.total')} row={rows.reduce(sum)} />
        </tfoot>
      )}
    </table>
  );
}

function Row({ name, row }: { readonly name: string; readonly row: PersonCalls }) {
  const format = useFormat();
  const percent = row.calls === 0 ? 0 : Math.round((row.reached / row.calls) * 100);
  const figures = [row.calls, row.calls - row.out, row.out, null, Math.round(row.duration / 60), row.ledToDeal, row.won];
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure, index) => (
        <td key={columns[index]}>
          {figure === null ? `${format.number(row.reached)} (${String(percent)} %)` : format.number(figure)}
        </td>
      ))}
    </tr>
  );
}

function sum(one: PersonCalls, other: PersonCalls): PersonCalls {
  return {
    ...one,
    calls: one.calls + other.calls,
    out: one.out + other.out,
    reached: one.reached + other.reached,
    duration: one.duration + other.duration,
    ledToDeal: one.ledToDeal + other.ledToDeal,
    won: one.won + other.won,
  };
}

/** A bar a day; its darker part are those reached. */
function Days({ days }: { readonly days: Report['days'] }) {
  const t = useText();
  const format = useFormat();
  const most = Math.max(1, ...days.map(({ calls }) => calls));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="calls-by-day">
      <Title order={2} size="h5" mb="sm" id="calls-by-day">
        <Message id="callReport.byDay" />
      </Title>
      <ul className={classes.bars}>
        {days.map(({ day, calls, reached }) => {
          const words = t('callReport.bar', { day: format.date(day), calls, reached });
          return (
            <Tooltip key={day} label={words}>
              <li className={classes.bar}>
                <span className={classes.calls} style={{ height: `${String((calls / most) * 100)}%` }}>
                  <span className={classes.reached} style={{ height: `${String(calls === 0 ? 0 : (reached / calls) * 100)}%` }} />
                </span>
                <span className={classes.words}>{words}</span>
              </li>
            </Tooltip>
          );
        })}
      </ul>
    </Paper>
  );
}
