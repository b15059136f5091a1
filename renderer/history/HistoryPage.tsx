import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { ActLine } from './ActLine.tsx';
import styles from './HistoryPage.module.css';
import { useUndo } from './use-undo.tsx';

const pageLength = 50;

/** The last acts, newest first, each of which can be undone. */
export function HistoryPage() {
  const t = useText();
  const { undo, pendingId, dialog } = useUndo();
  const acts = useInfiniteQuery(
    api.history.acts.infiniteOptions({
      input: (offset: number) => ({ offset, limit: pageLength }),
      initialPageParam: 0,
      getNextPageParam: (page, pages) => {
        const read = pages.reduce((sum, { rows }) => sum + rows.length, 0);
        return read < page.total ? read : undefined;
      },
    }),
  );
  const rows = acts.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className={styles.page} aria-labelledby="history-title">
      <Stack gap={2} mb="md">
        <Title order={1} size="h3" id="history-title">
          <Message id="nav.history" />
        </Title>
        <Text c="dimmed">
          <Message id="history.text" />
        </Text>
      </Stack>
      {acts.isPending && (
        <Center mih={200}>
          <Loader aria-label={t('common.loading')} />
        </Center>
      )}
      {acts.isError && rows.length === 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('history.failed')}>
          <Stack gap="xs" align="start">
            <Message id={errorText(acts.error)} />
            <Button variant="default" onClick={() => void acts.refetch()}>
              <Message id="common.retry" />
            </Button>
          </Stack>
        </Alert>
      )}
      {acts.isSuccess && rows.length === 0 && (
        <EmptyState
          icon={<IconHistory size={30} aria-hidden />}
          title={<Message id="history.nothing.title" />}
          text={<Message id="history.nothing.text" />}
        />
      )}
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map((act) => (
            <ActLine key={act.id} act={act} isPending={pendingId === act.id} onUndo={undo} />
          ))}
        </ul>
      )}
      {acts.hasNextPage && (
        <Center mt="md">
          <Button variant="default" loading={acts.isFetchingNextPage} onClick={() => void acts.fetchNextPage()}>
            <Message id="history.earlier" />
          </Button>
        </Center>
      )}
      {dialog}
    </section>
  );
}
