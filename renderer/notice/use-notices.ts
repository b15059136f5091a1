import { useMutation, useQuery } from '@tanstack/react-query';
import { useSettings } from '#renderer/app/settings.tsx';
import { api } from '#renderer/app/client.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { useZone } from '#renderer/task/use-zone.ts';
import { noticeWords } from '#shared/notice/notice-words.ts';
import type { NoticeWords } from '#shared/notice/notice-words.ts';
import type { Notice } from '#shared/notice/contract.ts';

const shown = 30;
const nothingYet: readonly Notice[] = [];

/** The last notices of whoever works in this window. */
export function useNotices() {
  const { data } = useQuery(api.notice.list.queryOptions({ input: { limit: shown } }));
  return { notices: data?.rows ?? nothingYet, unreadCount: data?.unreadCount ?? 0 };
}

/** `mark(ids)`: they have been read, by whom they are for; whoever looks through her eyes reads none of them. */
export function useMarkRead() {
  const canMark = useCan('session.own');
  const { mutate, isPending } = useMutation(api.notice.markRead.mutationOptions());
  const mark = (ids: string[] | 'all') => {
    if (canMark) mutate({ ids });
  };
  return { canMark, isPending, mark };
}

/** `wordsOf(notice)`: what a notice says in the user's language. */
export function useNoticeWords(): (notice: Notice) => NoticeWords {
  const { language, country } = useSettings();
  const timeZone = useZone();
  return (notice) => noticeWords(notice, { language, country, timeZone });
}
