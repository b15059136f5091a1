import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { formatSize } from '#renderer/backup/format-size.ts';
import { oneOfEach } from '#renderer/backup/one-of-each.ts';
import { RestoreDialog } from '#renderer/backup/RestoreDialog.tsx';
import { wayOfOpenData } from '#renderer/backup/restore-way.ts';
import { useBackupList } from '#renderer/backup/use-backups.ts';
import type { Backup } from '#shared/backup/contract.ts';

const shownFirst = 5;

/** Backups there are, each shown once, and how to bring one back. */
export function BackupList({ canRestore }: { readonly canRestore: boolean }) {
  const backups = oneOfEach(useBackupList());
  const [isWhole, setWhole] = useState(false);
  const [chosen, setChosen] = useState<Backup | null>(null);
  if (backups.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        <Message id="backup.list" />
      </Title>
      {(isWhole ? backups : backups.slice(0, shownFirst)).map((backup) => (
        <BackupRow key={backup.id} backup={backup} onRestore={canRestore ? () => setChosen(backup) : null} />
      ))}
      {!isWhole && backups.length > shownFirst && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
            <Message id="backup.more" values={{ count: backups.length }} />
          </Button>
        </Group>
      )}
      {chosen !== null && <RestoreDialog backup={chosen} way={wayOfOpenData} onClose={() => setChosen(null)} />}
    </Stack>
  );
}

interface BackupRowProps {
  readonly backup: Backup;
  readonly onRestore: (() => void) | null;
}

/** When a backup was made, why, and how much is in it. */
export function BackupRow({ backup, onRestore }: BackupRowProps) {
  const t = useText();
  const format = useFormat();
  const { language } = useSettings();
  const { at, reason, counts, size, isOwn, shopName } = backup;
  const { parties, deals, tasks } = counts;
  const parts = [t('backup.counts', { parties, deals, tasks }), formatSize(size, language)];
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text>
          {format.dateTime(at)}
          {' · '}
          {isOwn ? <Message id={`backup.reason.${reason}`} /> : <Message id="backup.ofOther" values={{ shop: shopName }} />}
        </Text>
        <Text size="sm" c="dimmed">
          {parts.join(' · ')}
        </Text>
      </div>
      {onRestore && (
        <Button variant="default" size="compact-md" onClick={onRestore}>
          <Message id="backup.restore" />
        </Button>
      )}
    </Group>
  );
}
