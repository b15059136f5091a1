import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockUp,
  IconDeviceUsb,
  IconLock,
  IconPlugConnectedX,
  IconRefresh,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import classes from '#renderer/sync/SyncChip.module.css';
import { SyncPanel } from '#renderer/sync/SyncPanel.tsx';
import { announcementOf, syncText } from '#renderer/sync/sync-words.ts';
import { useSync } from '#renderer/sync/use-sync.ts';
import { useNow } from '#renderer/task/use-now.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

const lookOf = {
  alone: { icon: IconCircleCheck, tone: 'calm' },
  synced: { icon: IconCircleCheck, tone: 'calm' },
  waiting: { icon: IconClockUp, tone: 'waiting' },
  syncing: { icon: IconRefresh, tone: 'waiting' },
  unreachable: { icon: IconPlugConnectedX, tone: 'warning' },
  byFile: { icon: IconDeviceUsb, tone: 'waiting' },
  trouble: { icon: IconAlertTriangle, tone: 'trouble' },
  revoked: { icon: IconLock, tone: 'trouble' },
} as const satisfies Record<SyncStatus['state'], unknown>;

/** How this computer stands with head office, always in sight; a click tells more. Nothing while the shop is alone. */
export function SyncChip() {
  const t = useText();
  const format = useFormat();
  const now = useNow();
  const status = useSync();
  const [isOpen, setOpen] = useState(false);
  if (status === undefined || status.role === 'alone') return null;
  const { icon: Icon, tone } = lookOf[status.state];
  const text = syncText(status, { t, format, now });
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={480} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton
            className={classes.chip}
            data-tone={tone}
            aria-label={t('sync.chip', { state: text })}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon size={16} aria-hidden className={status.state === 'syncing' ? classes.turning : undefined} />
            <span className={classes.words}>{text}</span>
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('sync.section')}>
          <SyncPanel status={status} onClose={() => setOpen(false)} />
        </Popover.Dropdown>
      </Popover>
      <Announcement status={status} />
    </>
  );
}

/** Told when something begins to need attention, not with every number. */
function Announcement({ status }: { readonly status: SyncStatus }) {
  const t = useText();
  const key = announcementOf(status);
  return <VisuallyHidden role="status">{key !== null && t(key)}</VisuallyHidden>;
}
