import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useCan } from '#renderer/people/use-me.ts';
import type { Lead } from '#shared/lead/contract.ts';

interface LeadsWanted {
  readonly status: Lead['status'];
  readonly text: string;
}

const pageSize = 50;

/** Requests of a state, newest first, a page at a time. */
export function useLeads({ status, text }: LeadsWanted) {
  const query = useInfiniteQuery(
    api.lead.list.infiniteOptions({
      input: (offset: number) => ({ status, text, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const shown = pages.length * pageSize;
        return shown < last.total ? shown : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const pages = query.data?.pages;
  return { ...query, rows: pages?.flatMap(({ rows }) => rows), newCount: pages?.[0]?.newCount };
}

/** How many requests nobody has dealt with; 0 until the core has told, and for those who may not see them. */
export function useNewLeadCount(): number {
  const canSee = useCan('lead.see');
  const { data } = useQuery(api.lead.list.queryOptions({ input: { status: 'new', limit: 1 }, enabled: canSee }));
  return data?.newCount ?? 0;
}
