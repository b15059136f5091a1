import { Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInbox, IconMoodSmile } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { allPipelines } from '#renderer/deal/deals-address.ts';
import { writeAddressFilter } from '#renderer/filter/address-filter.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { openNewTask } from '#renderer/task/open-task.ts';
import { QuickTask } from '#renderer/task/QuickTask.tsx';
import classes from '#renderer/task/TaskLine.module.css';
import { TaskLine } from '#renderer/task/TaskLine.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { Task } from '#shared/task/contract.ts';

interface DayTasksProps {
  /** Oneself where not given. */
  readonly userId: string | undefined;
  readonly day: string;
  readonly isToday: boolean;
  readonly isMine: boolean;
}

/** What is due on a day becomes overdue as time passes. */
const readAgainEvery = 30_000;

/** Somebody's tasks of a day: late ones first, then by the clock. */
export function DayTasks({ userId, day, isToday, isMine }: DayTasksProps) {
  const canEdit = useCan('task.edit');
  const { data, isError, refetch } = useQuery(
    api.task.day.queryOptions({
      input: { day, ...(userId === undefined ? {} : { userId }) },
      refetchInterval: readAgainEvery,
      placeholderData: keepPreviousData,
    }),
  );
  if (isError && data === undefined) return <NotRead onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={240} />;
  const { overdue, overdueCount, today, undated } = data;
  const isEmpty = overdue.length + today.length + undated.length === 0;
  return (
    <Stack gap="sm">
      <Facts
        doneCount={data.doneCount}
        newLeads={data.newLeads}
        idleDeals={data.idleDeals}
        ownerId={isMine ? undefined : userId}
      />
      {canEdit && <QuickTask day={day} assigneeId={isMine ? undefined : userId} />}
      {isEmpty && (
        <EmptyState
          icon={<IconMoodSmile size={30} />}
          title={<Message id="day.empty.title" />}
          text={<Message id="day.empty.text" />}
          actions={
            canEdit && (
              <Button onClick={() => openNewTask()}>
                <Message id="task.add" />
              </Button>
            )
          }
        />
      )}
      <Section title="day.overdue" tasks={overdue} count={overdueCount} isLate />
      {!isEmpty && (
        <Section title={isToday ? 'day.today' : 'day.onDay'} tasks={today} count={today.length}>
          <Text c="dimmed" px="sm" pb="sm">
            <Message id="day.nothingToday" />
          </Text>
        </Section>
      )}
      <Section title="day.undated" tasks={undated} count={undated.length} />
    </Stack>
  );
}

interface SectionProps {
  readonly title: MessageKey;
  readonly tasks: readonly Task[];
  readonly count: number;
  readonly isLate?: boolean;
  /** What stands there when it is empty; without it an empty part isn't there. */
  readonly children?: ReactNode;
}

function Section({ title, tasks, count, isLate = false, children }: SectionProps) {
  if (tasks.length === 0 && children === undefined) return null;
  return (
    <Paper withBorder component="section" aria-labelledby={title}>
      <Group gap="xs" px="sm" py={8}>
        <Title order={2} size="h5" id={title} {...(isLate ? { c: 'var(--mantine-color-error)' } : {})}>
          <Message id={title} />
        </Title>
        {count > 0 && (
          <Badge variant="light" color={isLate ? 'red' : 'teal'}>
            {count}
          </Badge>
        )}
      </Group>
      {tasks.length === 0 ? (
        children
      ) : (
        <ul className={classes.list}>
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} when={isLate ? 'dayAndTime' : 'time'} />
          ))}
        </ul>
      )}
      {count > tasks.length && tasks.length > 0 && (
        <Text size="sm" c="dimmed" px="sm" pb="xs">
          <Message id="day.more" values={{ count: count - tasks.length }} />
        </Text>
      )}
    </Paper>
  );
}

interface FactsProps {
  readonly doneCount: number;
  readonly newLeads: number;
  readonly idleDeals: number;
  readonly ownerId: string | undefined;
}

function Facts({ doneCount, newLeads, idleDeals, ownerId }: FactsProps) {
  if (doneCount + newLeads + idleDeals === 0) return null;
  const deals = new URLSearchParams({
    view: 'list',
    pipeline: allPipelines,
    owner: ownerId ?? 'me',
    where: writeAddressFilter({ all: [{ field: 'nextTaskAt', is: 'isEmpty' }] }),
  });
  return (
    <Group gap="xs">
      {doneCount > 0 && (
        <Badge variant="light" size="lg" tt="none" fw={500} leftSection={<IconCheck size={15} aria-hidden />}>
          <Message id="day.done" values={{ count: doneCount }} />
        </Badge>
      )}
      {newLeads > 0 && (
        <Button
          component={Link}
          href="/leads"
          size="compact-md"
          variant="light"
          color="orange"
          leftSection={<IconInbox size={16} aria-hidden />}
        >
          <Message id="day.newLeads" values={{ count: newLeads }} />
        </Button>
      )}
      {idleDeals > 0 && (
        <Button
          component={Link}
          href={`/deals?${deals.toString()}`}
          size="compact-md"
          variant="light"
          color="yellow"
          leftSection={<IconAlertTriangle size={16} aria-hidden />}
        >
          <Message id="day.idleDeals" values={{ count: idleDeals }} />
        </Button>
      )}
    </Group>
  );
}

function NotRead({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <EmptyState
      icon={<IconAlertTriangle size={30} />}
      title={<Message id="task.notRead" />}
      actions={
        <Button onClick={onRetry}>
          <Message id="common.retry" />
        </Button>
      }
    />
  );
}
