import { Alert, Button, Group, Text } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useStored } from '#renderer/app/use-stored.ts';
import { useBackupState } from '#renderer/backup/use-backups.ts';

const month = 30 * 86_400_000;

/** Says calmly that the data isn't as safe as it could be, and where that is mended. */
export function BackupNotice() {
  const state = useBackupState();
  const format = useFormat();
  const [laterUntil, setLaterUntil] = useStored<string>('cartera.backupLater', '0');
  if (!state?.warning) return null;
  const { warning, last } = state;
  const isUrgent = warning !== 'sameDisk';
  if (!isUrgent && Number(laterUntil) > Date.now()) return null;
  return (
    <Alert color={isUrgent ? 'orange' : 'gray'} radius={0} py={8} icon={<IconDatabaseExport aria-hidden />} role="status">
      <Group justify="space-between" gap="sm">
        <Text>
          <b>
            <Message id={`backup.warning.${warning}`} values={{ when: last === null ? '' : format.date(last.at) }} />
          </b>
          {' · '}
          <Message id={isUrgent ? 'backup.warning.look' : 'backup.warning.sameDiskText'} />
        </Text>
        <Group gap="xs">
          {!isUrgent && (
            <Button size="compact-md" variant="subtle" color="gray" onClick={() => setLaterUntil(String(Date.now() + month))}>
              <Message id="backup.warning.later" />
            </Button>
          )}
          <Button component={Link} href="/settings/safety#backups" size="compact-md" variant="default">
            <Message id="backup.warning.open" />
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
