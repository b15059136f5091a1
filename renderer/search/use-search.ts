import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '#renderer/app/client.ts';
import { groupResults } from '#renderer/search/group-results.ts';
import type { Found, ResultGroup } from '#renderer/search/group-results.ts';

const limit = 14;

export interface Search {
  /** Best group first; empty while nothing is typed. */
  readonly groups: readonly ResultGroup[];
  /** The core has answered for what is typed now. */
  readonly isSettled: boolean;
  readonly isFailed: boolean;
  readonly retry: () => void;
  /** The best result of a text, waiting for it where it isn't there yet. */
  readonly findBest: (text: string) => Promise<Found | undefined>;
}

/** Finds while one types: each key asks at once and drops the question before it. */
export function useSearch(typed: string): Search {
  const queries = useQueryClient();
  const text = useDeferredValue(typed.trim());
  const query = useQuery({ ...optionsFor(text), enabled: text !== '', placeholderData: keepPreviousData });
  return {
    groups: text === '' || !query.data ? [] : groupResults(query.data),
    isSettled: text === typed.trim() && text !== '' && query.isSuccess && !query.isPlaceholderData,
    isFailed: query.isError,
    retry: () => void query.refetch(),
    findBest: async (wanted) => groupResults(await queries.fetchQuery(optionsFor(wanted.trim())))[0]?.results[0],
  };
}

function optionsFor(text: string) {
  return api.search.find.queryOptions({ input: { text, limit }, staleTime: 2_000, gcTime: 10_000 });
}
