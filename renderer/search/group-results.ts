import type { DealResult, SearchResult } from '#shared/search/contract.ts';

/** Anything that the search finds. */
export type Found = SearchResult | DealResult;

export interface ResultGroup {
  readonly type: Found['type'];
  readonly results: readonly Found[];
}

interface Answer {
  readonly results: readonly SearchResult[];
  readonly deals: readonly DealResult[];
}

/** With more, deals would be out of sight below them. */
const mostBesideDeals = 7;

/** Contacts and companies apart, each in the order they came, the group of the best result first; deals after them. */
export function groupResults({ results, deals }: Answer): readonly ResultGroup[] {
  const shown = deals.length === 0 ? results : results.slice(0, mostBesideDeals);
  const types = [...new Set(shown.map(({ type }) => type))];
  const people = types.map((type) => ({ type, results: shown.filter((result) => result.type === type) }));
  return deals.length === 0 ? people : [...people, { type: 'deal', results: deals }];
}

/** The match to show beside a result: the first that its title doesn't show already. */
export function reasonBeside(result: SearchResult): SearchResult['matches'][number] | undefined {
  return result.matches.find(({ field, text }) => field !== 'name' || text !== result.title);
}
