import type { QueryFunction, QueryKey } from '@tanstack/react-query';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Rows asked for at once. */
export const pageLength = 100;
/** While the scroll bar is dragged far, pages it passes by are not asked for; milliseconds. */
const passingBy = 90;

interface Page<Row> {
  readonly rows: Row[];
  readonly total: number;
}
interface PageQuery<Row> {
  readonly queryKey: QueryKey;
  readonly queryFn: QueryFunction<Page<Row>>;
}

/** The rows of a long list, read by pages as they come into view. */
export interface PagedRows<Row> {
  /** How many there are; undefined until the first page is read. */
  readonly total: number | undefined;
  /** The row at a position; undefined while it is being read. */
  readonly at: (index: number) => Row | undefined;
  /** Says which rows are in view. */
  readonly show: (first: number, end: number) => void;
  /** Why the rows can't be read; null when they can. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Reads a list by pages of {@link pageLength}; `pageAt` gives the query of the page that begins at an offset. */
export function usePagedRows<Row>(pageAt: (offset: number, limit: number) => PageQuery<Row>): PagedRows<Row> {
  const [pages, setPages] = useState({ first: 0, last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The first page always tells how many there are, also when a filter leaves fewer than the place scrolled to.
  const numbers = range(pages.first, pages.last);
  if (!numbers.includes(0)) numbers.unshift(0);
  const results = useQueries({ queries: numbers.map((page) => pageAt(page * pageLength, pageLength)) });

  const known = results.find((result) => result.data !== undefined)?.data?.total;
  const failed = results.find((result) => result.isError && result.data === undefined);
  const asked = useRef(pages);
  const show = useCallback((first: number, end: number) => {
    const next = { first: Math.floor(first / pageLength), last: Math.floor(Math.max(first, end - 1) / pageLength) };
    if (asked.current.first === next.first && asked.current.last === next.last) return;
    const isNear = Math.abs(next.first - asked.current.first) <= 2;
    asked.current = next;
    clearTimeout(timer.current);
    if (isNear) setPages(next);
    else timer.current = setTimeout(() => setPages(next), passingBy);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    total: known,
    at: (index) => results[numbers.indexOf(Math.floor(index / pageLength))]?.data?.rows[index % pageLength],
    show,
    error: failed?.error ?? null,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
