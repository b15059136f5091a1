import { Button, Group, Paper, Skeleton, Text, Title } from '@mantine/core';
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useShortcuts } from '#renderer/app/shortcuts.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { openNewTask } from '#renderer/task/open-task.ts';
import type { TaskStart } from '#renderer/task/open-task.ts';
import classes from '#renderer/task/TaskLine.module.css';
import { TaskLine } from '#renderer/task/TaskLine.tsx';

interface NextStepsProps {
  /** One of these three says whose steps are meant. */
  readonly partyId?: string;
  readonly dealId?: string;
  readonly leadId?: string;
  /** What a task planned here is about, with its names. */
  readonly start?: TaskStart;
  /** Nothing is planned from here: for what is closed or in the recycle bin. */
  readonly isReadOnly?: boolean;
}

const shownAtMost = 50;

/** What is next for a client, deal or request: its open tasks, or a nudge to plan one. */
export function NextSteps({ partyId, dealId, leadId, start, isReadOnly = false }: NextStepsProps) {
  const canEdit = useCan('task.edit') && !isReadOnly;
  const of = dealId !== undefined ? { dealId } : leadId !== undefined ? { leadId } : { partyId };
  const about = Object.fromEntries(Object.entries(of).filter(([, id]) => id !== undefined));
  const { data, isError } = useQuery(
    api.task.list.queryOptions({ input: { filter: { ...about, status: 'open' }, limit: shownAtMost } }),
  );
  const plan = () => openNewTask({ ...about, ...start });
  useShortcuts(canEdit ? { KeyT: { label: 'task.add', run: plan } } : {});
  return (
    <Paper withBorder component="section" aria-labelledby="next-steps" mb="sm">
      <Group justify="space-between" wrap="nowrap" px="sm" pt={6} pb={4}>
        <Title order={2} size="h5" id="next-steps">
          <Message id="task.next.title" />
        </Title>
        {canEdit && data !== undefined && data.rows.length > 0 && (
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={15} aria-hidden />} onClick={plan}>
            <Message id="task.add" />
          </Button>
        )}
      </Group>
      {data === undefined && !isError && <Skeleton height={34} mx="sm" mb="sm" />}
      {isError && (
        <Text size="sm" px="sm" pb="xs" role="alert">
          <Message id="task.notRead" />
        </Text>
      )}
      {data?.rows.length === 0 && <Nothing onPlan={canEdit ? plan : null} />}
      {data !== undefined && data.rows.length > 0 && (
        <ul className={`${classes.list} ${classes.narrow}`}>
          {data.rows.map((task) => (
            <TaskLine key={task.id} task={task} when="dayAndTime" hidesClient hidesDeal={dealId !== undefined} showsPerson />
          ))}
        </ul>
      )}
      {data !== undefined && data.total > data.rows.length && (
        <Text size="sm" c="dimmed" px="sm" pb="xs">
          <Message id="task.next.more" values={{ count: data.total - data.rows.length }} />
        </Text>
      )}
    </Paper>
  );
}

function Nothing({ onPlan }: { readonly onPlan: (() => void) | null }) {
  return (
    <Group justify="space-between" px="sm" pb="sm" gap="xs">
      <Text size="sm" c="dimmed" flex="1 1 220px">
        <Message id="task.next.nothing" />
      </Text>
      {onPlan !== null && (
        <Button size="compact-md" variant="light" leftSection={<IconCalendarPlus size={17} aria-hidden />} onClick={onPlan}>
          <Message id="task.next.plan" />
        </Button>
      )}
    </Group>
  );
}
