import { Badge, Tooltip } from '@mantine/core';
import { IconDeviceDesktopCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useConnection } from '#renderer/app/connection.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useSettings } from '#renderer/app/settings.tsx';
import { useText } from '#renderer/app/text.ts';
import styles from '#renderer/frame/Frame.module.css';

/** Where the data is, always in sight; leads to the data's settings. */
export function StatusChip() {
  const t = useText();
  const isLost = useConnection() === 'lost';
  const { dataDirectory } = useSettings();
  const Icon = isLost ? IconPlugConnectedX : IconDeviceDesktopCheck;
  return (
    <Tooltip label={t('frame.savedHereText', { folder: dataDirectory })} multiline maw={360} disabled={isLost}>
      <Badge
        component={Link}
        href="/settings#data"
        className={styles.wideOnly}
        variant="light"
        color={isLost ? 'red' : 'teal'}
        size="lg"
        tt="none"
        fw={500}
        leftSection={<Icon size={15} aria-hidden />}
        style={{ flex: 'none', cursor: 'pointer' }}
      >
        <Message id={isLost ? 'connection.lost' : 'frame.savedHere'} />
      </Badge>
    </Tooltip>
  );
}
