import { useActivities, useChanges } from '#renderer/activity/activity-query.ts';
import { fieldsWorthReading, mergeTimeline } from '#renderer/activity/timeline.ts';
import type { TimelineEntry } from '#renderer/activity/timeline.ts';
import type { ActivityType } from '#shared/activity/contract.ts';
import type { Change } from '#shared/history/contract.ts';

export type TimelineFilter = 'all' | 'changes' | ActivityType;

export interface TimelineRead {
  /** Undefined until something was read. */
  readonly entries: readonly TimelineEntry[] | undefined;
  /** The newest change of the card: the one that can be undone here. */
  readonly lastChange: Change | undefined;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly isError: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
}

interface TimelineOf {
  readonly partyId: string;
  /** Only what was about this deal. */
  readonly dealId: string | undefined;
}

/** A card's history as the filter wants it, page by page. */
export function useTimeline({ partyId, dealId }: TimelineOf, filter: TimelineFilter): TimelineRead {
  const wantsActivities = filter !== 'changes';
  const wantsChanges = filter === 'all' || filter === 'changes';
  const type = filter === 'all' || filter === 'changes' ? undefined : filter;
  const activities = useActivities({ partyId, dealId, type, isWanted: wantsActivities });
  const changes = useChanges({ recordId: dealId ?? partyId, isWanted: wantsChanges });
  const wanted = [wantsActivities ? activities : null, wantsChanges ? changes : null].filter((source) => source !== null);
  const changeRows = changes.data?.pages.flatMap(({ rows }) => rows) ?? [];
  const isRead = wanted.every(({ data }) => data !== undefined);
  const nothing = { rows: [], hasMore: false };
  return {
    entries: isRead
      ? mergeTimeline(
          wantsActivities
            ? { rows: activities.data?.pages.flatMap(({ rows }) => rows) ?? [], hasMore: activities.hasNextPage }
            : nothing,
          wantsChanges ? { rows: changeRows, hasMore: changes.hasNextPage } : nothing,
        )
      : undefined,
    lastChange: changeRows.find((change) => change.operation !== 'update' || fieldsWorthReading(change).length > 0),
    hasMore: wanted.some(({ hasNextPage }) => hasNextPage),
    isReadingMore: wanted.some(({ isFetchingNextPage }) => isFetchingNextPage),
    isError: wanted.some(({ isError, data }) => isError && data === undefined),
    readMore: () => {
      for (const source of wanted) if (source.hasNextPage) void source.fetchNextPage();
    },
    retry: () => {
      for (const source of wanted) void source.refetch();
    },
  };
}
