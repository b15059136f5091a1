import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/client.ts';
import { useCan } from '#renderer/people/use-me.ts';
import type { Conflict } from '#shared/conflict/conflict.ts';

export interface ConflictsWanted {
  readonly status: Conflict['status'];
  readonly recordType?: string;
  readonly recordId?: string;
}

const pageSize = 50;
/** As many as are settled in one act. */
export const mostSettled = 5_000;
const idsAPage = 500;

/** Conflicts, latest first, a page at a time. */
export function useConflicts(wanted: ConflictsWanted) {
  const query = useInfiniteQuery(
    api.conflict.list.infiniteOptions({
      input: (offset: number) => ({ ...wanted, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const shown = pages.length * pageSize;
        return shown < last.total ? shown : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const pages = query.data?.pages;
  return { ...query, rows: pages?.flatMap(({ conflicts }) => conflicts), total: pages?.[0]?.total ?? 0 };
}

/** The ids of all that are wanted, at most as many as are settled in one act. */
export async function idsOfConflicts(wanted: ConflictsWanted): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let offset = 0; offset < mostSettled; offset += idsAPage) {
    const { conflicts, total } = await client.conflict.list({ ...wanted, offset, limit: idsAPage });
    ids.push(...conflicts.map(({ id }) => id));
    if (offset + idsAPage >= total) break;
  }
  return ids;
}

/** How many are open; 0 until the core has told, and for those who may not see them. */
export function useOpenConflicts(): number {
  const canSee = useCan('party.see');
  return useQuery(api.conflict.count.queryOptions({ enabled: canSee })).data?.open ?? 0;
}
