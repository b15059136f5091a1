import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import type { Activity, ActivityType } from '#shared/activity/contract.ts';
import type { Change } from '#shared/history/contract.ts';

/** How many of each the card reads at once. */
export const pageLength = 30;

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

interface ActivitiesWanted {
  readonly partyId: string;
  readonly dealId?: string | undefined;
  readonly type: ActivityType | undefined;
  readonly isWanted: boolean;
}

/** What was done with a party, newest first, page by page. */
export function useActivities({ partyId, dealId, type, isWanted }: ActivitiesWanted) {
  return useInfiniteQuery(
    api.activity.ofParty.infiniteOptions({
      input: (offset: number) => ({
        id: partyId,
        offset,
        limit: pageLength,
        ...(type === undefined ? {} : { type }),
        ...(dealId === undefined ? {} : { dealId }),
      }),
      initialPageParam: 0,
      getNextPageParam: (_last: Page<Activity>, pages) => nextOffset(pages),
      enabled: isWanted,
    }),
  );
}

/** What changed on a card, newest first, page by page. */
export function useChanges({ recordId, isWanted }: { readonly recordId: string; readonly isWanted: boolean }) {
  return useInfiniteQuery(
    api.history.ofParty.infiniteOptions({
      input: (offset: number) => ({ id: recordId, offset, limit: pageLength }),
      initialPageParam: 0,
      getNextPageParam: (_last: Page<Change>, pages) => nextOffset(pages),
      enabled: isWanted,
    }),
  );
}

/** The newest page of activities; undefined until it is read. */
export function firstActivities(data: InfiniteData<Page<Activity>> | undefined): readonly Activity[] | undefined {
  return data?.pages[0]?.rows;
}

function nextOffset(pages: readonly Page<unknown>[]): number | undefined {
  const read = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  const last = pages.at(-1);
  return last !== undefined && last.rows.length > 0 && read < last.total ? read : undefined;
}
