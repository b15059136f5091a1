import { Button, Checkbox, Group, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { ConfirmDialog } from '#renderer/branch/ConfirmDialog.tsx';
import { NotTakenRow } from '#renderer/branch/NotTakenRow.tsx';
import { OfficeFailed } from '#renderer/branch/OfficeFailed.tsx';
import { useReadAgain } from '#renderer/branch/use-branches.ts';

const pageSize = 100;
/** As many as head office decides at once. */
const most = 1000;

/** Changes of branches that head office couldn't take, to be tried again or dropped, one or many. */
export function NotTaken() {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isDropping, setDropping] = useState(false);
  const list = useInfiniteQuery(
    api.branch.quarantine.infiniteOptions({
      input: (after: string | undefined) => ({ limit: pageSize, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ changes }) => (changes.length < pageSize ? undefined : changes.at(-1)?.id),
      refetchInterval: 15_000,
    }),
  );
  const { retry, drop } = useDecisions(() => {
    setChosen(new Set());
    setDropping(false);
  });
  if (list.data === undefined) {
    return list.isError ? <OfficeFailed error={list.error} onRetry={() => void list.refetch()} /> : <Skeleton height={220} />;
  }
  const changes = list.data.pages.flatMap((page) => page.changes);
  const total = list.data.pages.at(-1)?.total ?? 0;
  if (changes.length === 0)
    return (
      <EmptyState
        icon={<IconChecks size={30} />}
        title={<Message id="branch.notTaken.none" />}
        text={<Message id="branch.notTaken.none.text" />}
      />
    );
  const ids = changes.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const isAll = ids.length === changes.length;
  const toggle = (id: string) =>
    setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]));
  return (
    <Stack component="section" gap="sm" aria-label={t('branch.notTaken')}>
      <Text c="dimmed">
        <Message id="branch.notTaken.text" />
      </Text>
      <Group justify="space-between" gap="xs">
        <Checkbox
          label={
            ids.length === 0
              ? t('branch.notTaken.all', { count: changes.length })
              : t('branch.notTaken.chosen', { count: ids.length })
          }
          checked={isAll}
          indeterminate={ids.length > 0 && !isAll}
          onChange={() => setChosen(isAll ? new Set() : new Set(changes.slice(0, most).map(({ id }) => id)))}
        />
        <Group gap="xs">
          <Button
            size="compact-md"
            variant="light"
            disabled={ids.length === 0}
            loading={retry.isPending}
            onClick={() => retry.mutate(ids)}
          >
            <Message id="branch.notTaken.retry" />
          </Button>
          <Button size="compact-md" variant="default" disabled={ids.length === 0} onClick={() => setDropping(true)}>
            <Message id="branch.notTaken.drop" />
          </Button>
        </Group>
      </Group>
      <Paper component="ul" withBorder m={0} p={0} style={{ listStyle: 'none' }}>
        {changes.map((change) => (
          <NotTakenRow key={change.id} change={change} isChosen={chosen.has(change.id)} onToggle={() => toggle(change.id)} />
        ))}
      </Paper>
      {list.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            <Message id="branch.notTaken.more" values={{ count: total - changes.length }} />
          </Button>
        </Group>
      )}
      <ConfirmDialog
        isOpen={isDropping}
        title={<Message id="branch.drop.title" values={{ count: ids.length }} />}
        action={<Message id="branch.notTaken.drop" />}
        isDangerous
        isPending={drop.isPending}
        onConfirm={() => drop.mutate(ids)}
        onClose={() => setDropping(false)}
      >
        <Text>
          <Message id="branch.drop.text" />
        </Text>
      </ConfirmDialog>
    </Stack>
  );
}

function useDecisions(onDone: () => void) {
  const readAgain = useReadAgain();
  const finish = () => {
    onDone();
    readAgain();
  };
  const retry = useMutation({
    mutationFn: (ids: string[]) => client.branch.retryQuarantine({ ids }),
    onSuccess: ({ taken, left }) => {
      notifyDone('branch.notTaken.retried', { taken, left });
      finish();
    },
  });
  const drop = useMutation({
    mutationFn: (ids: string[]) => client.branch.discardQuarantine({ ids }),
    onSuccess: ({ discarded }) => {
      notifyDone('branch.drop.done', { count: discarded });
      finish();
    },
  });
  return { retry, drop };
}
