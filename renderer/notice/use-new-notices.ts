import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { showOnDesktop } from '#renderer/notice/desktop-notices.ts';
import { openNotice } from '#renderer/notice/open-notice.ts';
import { useNotices, useNoticeWords } from '#renderer/notice/use-notices.ts';

/** Shows what came since the window opened on the desktop, each once. */
export function useNewNotices(): void {
  const { notices } = useNotices();
  const wordsOf = useNoticeWords();
  const [, goTo] = useLocation();
  const opened = useRef(Date.now());
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const notice of notices) {
      const { id, createdAt, readAt } = notice;
      if (readAt !== null || createdAt < opened.current || told.current.has(id)) continue;
      told.current.add(id);
      showOnDesktop({ id, ...wordsOf(notice), onClick: () => void openNotice(notice, goTo) });
    }
  }, [notices, wordsOf, goTo]);
}
