import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { NoticeList } from '#renderer/notice/NoticeList.tsx';
import { useNotices } from '#renderer/notice/use-notices.ts';

const mostCounted = 99;

/** How many notices are unread, and a list of the last ones. */
export function NoticeBell() {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { notices, unreadCount } = useNotices();
  const label = unreadCount === 0 ? t('notice.bell') : t('notice.bellUnread', { count: unreadCount });
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={400} shadow="md" trapFocus>
      <Indicator
        disabled={unreadCount === 0}
        label={unreadCount > mostCounted ? `${String(mostCounted)}+` : unreadCount}
        size={18}
        offset={5}
        color="red"
      >
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} onClick={() => setOpen(!isOpen)}>
            <IconBell size={20} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t('notice.bell')}>
        <NoticeList notices={notices} unreadCount={unreadCount} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
