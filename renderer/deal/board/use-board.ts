import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/app/client.ts';
import { withPending } from '#renderer/deal/board/pending.ts';
import type { ColumnRead } from '#renderer/deal/board/pending.ts';
import { usePendingMoves } from '#renderer/deal/deal-moves.tsx';
import type { BoardSort } from '#renderer/deal/deals-address.ts';
import type { DealRow } from '#shared/deal/contract.ts';

/** Cards of a column read at once. */
export const columnPage = 30;

export interface BoardAsked {
  readonly pipelineId: string;
  readonly filter: { readonly ownerId?: string; readonly text?: string };
  readonly sort: BoardSort;
}

/** A pipeline's columns with their first cards. */
export function useBoard(asked: BoardAsked) {
  const { data, error, refetch, isPlaceholderData } = useQuery(
    api.deal.board.queryOptions({ input: { ...asked, perColumn: columnPage }, placeholderData: keepPreviousData }),
  );
  return { columns: data?.columns, error, retry: () => void refetch(), isOld: isPlaceholderData };
}

interface ColumnWanted {
  readonly asked: BoardAsked;
  readonly column: ColumnRead;
}

/** A column with all its pages read so far, and the moves under way. */
export function useColumn({ asked, column }: ColumnWanted) {
  const pending = usePendingMoves();
  const more = useInfiniteQuery(
    api.deal.column.infiniteOptions({
      input: (offset: number) => ({ ...asked, stageId: column.stage.id, offset, limit: columnPage }),
      initialPageParam: columnPage,
      getNextPageParam: (last: { readonly rows: readonly DealRow[] }, pages) =>
        last.rows.length < columnPage ? undefined : columnPage * (pages.length + 1),
      enabled: false,
    }),
  );
  const pages = more.data?.pages;
  const shown = useMemo(() => {
    const rows = unique([...column.rows, ...(pages ?? []).flatMap((page) => page.rows)]);
    return withPending({ ...column, rows }, pending.values());
  }, [column, pages, pending]);
  const hasMore = column.rows.length >= columnPage && column.count > columnPage && (pages === undefined || more.hasNextPage);
  return {
    column: shown,
    hasMore,
    isReadingMore: more.isFetching,
    readMore: () => {
      if (!more.isFetching) void (pages === undefined ? more.refetch() : more.fetchNextPage());
    },
  };
}

/** A deal that moved between two readings may stand on two pages. */
function unique(rows: readonly DealRow[]): readonly DealRow[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
