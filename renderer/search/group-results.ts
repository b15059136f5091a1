import type { PartyType } from '#shared/party/fields.ts';
import type { SearchResult } from '#shared/search/contract.ts';

export interface ResultGroup {
  readonly type: PartyType;
  readonly results: readonly SearchResult[];
}

/** Contacts and companies apart, each in the order they came, the group of the best result first. */
export function groupResults(results: readonly SearchResult[]): readonly ResultGroup[] {
  const types = [...new Set(results.map(({ type }) => type))];
  return types.map((type) => ({ type, results: results.filter((result) => result.type === type) }));
}

/** The match to show beside a result: the first that its title doesn't show already. */
export function reasonBeside(result: SearchResult): SearchResult['matches'][number] | undefined {
  return result.matches.find(({ field, text }) => field !== 'name' || text !== result.title);
}
