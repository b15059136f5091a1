import { Alert, Anchor, Button, Divider, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconRefresh, IconSettings } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { conflictsPath, refusedPath } from '#renderer/conflict/conflict-path.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { FileButtons } from '#renderer/sync/FileButtons.tsx';
import { SyncFacts } from '#renderer/sync/SyncFacts.tsx';
import { syncText, troubleText } from '#renderer/sync/sync-words.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

interface SyncPanelProps {
  readonly status: SyncStatus;
  readonly onClose: () => void;
}

/** How this computer stands with head office, at length, and what can be done. */
export function SyncPanel({ status, onClose }: SyncPanelProps) {
  const t = useText();
  const format = useFormat();
  const { aside, openConflicts, refused } = status;
  const trouble = troubleText(status, t);
  // A button that is busy has no focus, and so the popover hears no keys.
  useWindowEvent('keydown', ({ key }) => {
    if (key === 'Escape') onClose();
  });
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {syncText(status, { t, format })}
      </Title>
      <SyncProgress status={status} />
      {trouble !== null && (
        <Alert color={status.state === 'unreachable' ? 'yellow' : 'red'} p="xs">
          {trouble}
        </Alert>
      )}
      <SyncFacts status={status} />
      {(openConflicts > 0 || refused > 0) && (
        <Group gap="md">
          {openConflicts > 0 && (
            <Anchor component={Link} href={conflictsPath} onClick={onClose}>
              {t('conflict.link', { count: openConflicts })}
            </Anchor>
          )}
          {refused > 0 && (
            <Anchor component={Link} href={refusedPath} onClick={onClose}>
              {t('sync.refusedLink', { count: refused })}
            </Anchor>
          )}
        </Group>
      )}
      {aside > 0 && (
        <Text size="sm" c="dimmed">
          {t('sync.aside', { count: aside })}
        </Text>
      )}
      <Divider />
      <Group gap="xs">
        <SyncNow status={status} />
        <FileButtons onDone={onClose} />
      </Group>
      <Anchor component={Link} href="/settings#office" size="sm" onClick={onClose}>
        <Group gap={6} component="span">
          <IconSettings size={15} aria-hidden />
          <Message id="sync.settings" />
        </Group>
      </Anchor>
    </Stack>
  );
}

/** Begins an exchange at once. */
export function SyncNow({ status: { state } }: Pick<SyncPanelProps, 'status'>) {
  const queries = useQueryClient();
  const canRun = useCan('sync.run');
  const now = useMutation(
    api.sync.now.mutationOptions({ onSuccess: (next) => queries.setQueryData(api.sync.status.queryKey(), next) }),
  );
  if (!canRun || state === 'revoked') return null;
  return (
    <Button
      size="compact-md"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={now.isPending || state === 'syncing'}
      onClick={() => now.mutate({})}
    >
      <Message id="sync.now" />
    </Button>
  );
}

/** How far an exchange has come, where that is known. */
export function SyncProgress({ status: { state, progress } }: Pick<SyncPanelProps, 'status'>) {
  const t = useText();
  if (state !== 'syncing' || progress === null || progress.total === null || progress.total === 0) return null;
  const percent = Math.min(100, (100 * progress.done) / progress.total);
  return (
    <Progress.Root>
      <Progress.Section value={percent} aria-label={t('sync.state.syncing')} />
    </Progress.Root>
  );
}
