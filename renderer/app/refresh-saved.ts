import type { Query, QueryClient } from '@tanstack/react-query';
import type { SavedEvent } from '#shared/event/contract.ts';

const shownBySettings = new Set(['setting', 'api_key', 'user']);

/** Makes whatever may show the records saved be read again: all when it is not known which (null). */
export function refreshSaved(queries: QueryClient, saved: SavedEvent | null): void {
  const predicate = ({ queryKey }: Query) => saved === null || mayShow(queryKey, saved);
  // A first reading, or one nobody looks at any more, isn't begun anew: its answer may be from before the save.
  const underWay = queries
    .getQueryCache()
    .findAll({ fetchStatus: 'fetching', predicate })
    .filter((query) => query.state.data === undefined || !query.isActive());
  void queries.invalidateQueries({ predicate });
  for (const query of underWay) {
    const readAgain = () => queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(readAgain, () => undefined);
  }
}

/** Settings and people are shown by their own only; a card by its own records; lists, searches and histories by any record. */
export function mayShow(queryKey: readonly unknown[], { recordTypes, ids }: SavedEvent): boolean {
  const [path = [], operation] = queryKey as [path?: readonly string[], operation?: { readonly input?: unknown }];
  const [feature = '', procedure] = path;
  // How it stands with backups takes a look at disks, which may be asleep: not at each save.
  if (recordTypes.includes('backup') || feature === 'backup')
    return feature === 'backup' && (recordTypes.length === 0 || recordTypes.includes('backup'));
  if (recordTypes.length > 0 && recordTypes.every((type) => shownBySettings.has(type)))
    return feature === 'settings' || feature === 'people' || feature === 'session';
  const id = (operation?.input as { readonly id?: string } | undefined)?.id;
  const isOneCard = procedure === 'get' && (feature === 'contact' || feature === 'company');
  if (!isOneCard || ids === null || id === undefined) return true;
  return ids.includes(id);
}
