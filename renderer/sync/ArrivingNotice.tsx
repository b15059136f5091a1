import { Alert, Group, Text } from '@mantine/core';
import { IconCloudDownload } from '@tabler/icons-react';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { syncText } from '#renderer/sync/sync-words.ts';
import { SyncProgress } from '#renderer/sync/SyncPanel.tsx';
import { useSync } from '#renderer/sync/use-sync.ts';

/** While the first data comes after joining: how far it is, and that one can work meanwhile. */
export function ArrivingNotice() {
  const t = useText();
  const format = useFormat();
  const status = useSync();
  if (status === undefined || status.state !== 'syncing' || status.equalAt !== null || status.role !== 'branch') return null;
  return (
    <Alert color="teal" radius={0} py={8} icon={<IconCloudDownload aria-hidden />}>
      <Group justify="space-between" gap="md">
        <Text>
          <b>
            <Message id="sync.join.arriving" />
          </b>
          {' · '}
          <Message id="sync.join.arrivingText" />
        </Text>
        <Text size="sm">{syncText(status, { t, format })}</Text>
      </Group>
      <SyncProgress status={status} />
    </Alert>
  );
}
