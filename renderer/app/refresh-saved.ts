import type { QueryClient } from '@tanstack/react-query';
import type { SavedEvent } from '#shared/event/contract.ts';

const shownBySettings = new Set(['setting', 'api_key', 'user']);

/** Makes whatever may show the records saved be read again: all when it is not known which (null). */
export function refreshSaved(queries: QueryClient, saved: SavedEvent | null): void {
  void queries.invalidateQueries(saved === null ? {} : { predicate: ({ queryKey }) => mayShow(queryKey, saved) });
}

/** Settings are shown by settings only; a card by its own records; lists, searches and histories by any record. */
export function mayShow(queryKey: readonly unknown[], { recordTypes, ids }: SavedEvent): boolean {
  const [path = [], operation] = queryKey as [path?: readonly string[], operation?: { readonly input?: unknown }];
  const [feature = '', procedure] = path;
  if (recordTypes.length > 0 && recordTypes.every((type) => shownBySettings.has(type))) return feature === 'settings';
  const id = (operation?.input as { readonly id?: string } | undefined)?.id;
  const isOneCard = procedure === 'get' && (feature === 'contact' || feature === 'company');
  if (!isOneCard || ids === null || id === undefined) return true;
  return ids.includes(id);
}
