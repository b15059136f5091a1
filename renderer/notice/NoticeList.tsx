import { Button, Group, ScrollArea, Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useFormat } from '#renderer/app/format.ts';
import { Message } from '#renderer/app/Message.tsx';
import { notifyDone } from '#renderer/app/notify.ts';
import { useText } from '#renderer/app/text.ts';
import { askForDesktop, desktopState } from '#renderer/notice/desktop-notices.ts';
import classes from '#renderer/notice/NoticeList.module.css';
import { openNotice } from '#renderer/notice/open-notice.ts';
import { useMarkRead, useNoticeWords } from '#renderer/notice/use-notices.ts';
import type { Notice } from '#shared/notice/contract.ts';

interface NoticeListProps {
  readonly notices: readonly Notice[];
  readonly unreadCount: number;
  readonly onClose: () => void;
}

/** A notice told this long after its moment says so. */
const toldLateAfter = 2 * 60_000;

/** The last notices, newest first: a click reads one and shows what it is about. */
export function NoticeList({ notices, unreadCount, onClose }: NoticeListProps) {
  const [, goTo] = useLocation();
  const { canMark, isPending, mark } = useMarkRead();
  const open = (notice: Notice) => {
    if (notice.readAt === null) mark([notice.id]);
    onClose();
    void openNotice(notice, goTo);
  };
  return (
    <>
      <Group justify="space-between" px="md" py={8} wrap="nowrap">
        <Title order={2} size="h5">
          <Message id="notice.bell" />
        </Title>
        {canMark && unreadCount > 0 && (
          <Button size="compact-sm" variant="subtle" loading={isPending} onClick={() => mark('all')}>
            <Message id="notice.markAll" />
          </Button>
        )}
      </Group>
      {notices.length === 0 ? (
        <Text c="dimmed" px="md" pb="md">
          <Message id="notice.none" />
        </Text>
      ) : (
        <ScrollArea.Autosize mah={420}>
          <ul className={classes.list}>
            {notices.map((notice) => (
              <Entry key={notice.id} notice={notice} onOpen={() => open(notice)} />
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
      <DesktopOffer />
    </>
  );
}

function Entry({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }) {
  const t = useText();
  const format = useFormat();
  const { head, text } = useNoticeWords()(notice);
  const { at, createdAt, readAt } = notice;
  const isLate = createdAt - at > toldLateAfter;
  return (
    <li>
      <UnstyledButton className={classes.notice} data-unread={readAt === null || undefined} onClick={onOpen}>
        <Group justify="space-between" wrap="nowrap" gap="xs" align="baseline">
          <Text size="sm" fw={600}>
            {head}
            {readAt === null && <VisuallyHidden>{` (${t('notice.unread')})`}</VisuallyHidden>}
          </Text>
          <Text size="xs" c="dimmed" flex="none" title={format.dateTime(at)}>
            {format.relative(at)}
          </Text>
        </Group>
        <Text size="sm" className={classes.text ?? ''}>
          {text}
        </Text>
        {isLate && (
          <Text size="xs" c="dimmed">
            {t('notice.toldLater', { when: format.dateTime(createdAt) })}
          </Text>
        )}
      </UnstyledButton>
    </li>
  );
}

/** Asked only when clicked; the desktop program shows them by itself. */
function DesktopOffer() {
  const [state, setState] = useState(desktopState);
  if (state !== 'default') return null;
  const ask = async () => {
    const answer = await askForDesktop();
    setState(answer);
    if (answer === 'denied') notifyDone('notice.desktopRefused');
  };
  return (
    <Group px="md" py={8} className={classes.foot ?? ''}>
      <Button size="compact-sm" variant="light" onClick={() => void ask()}>
        <Message id="notice.allowDesktop" />
      </Button>
    </Group>
  );
}
