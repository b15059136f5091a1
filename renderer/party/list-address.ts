import type { PartyFilter, PartySort } from '#shared/party/contract.ts';
import { readAddressFilter } from '#renderer/filter/address-filter.ts';
import type { Filter } from '#shared/filter/filter.ts';
import { partySortFields } from '#shared/party/contract.ts';
import { partyKinds } from '#shared/party/fields.ts';
import type { PartyType } from '#shared/party/fields.ts';

/** What a list shows, as its address says it: so going back to it shows the same. */
export interface ListView {
  readonly filter: PartyFilter;
  /** Conditions of the filter editor. */
  readonly where?: Filter;
  readonly sort: PartySort;
}

/** The parts of a filter that the user sets in the list. */
export const listConditions = ['kind', 'tag', 'group', 'city', 'act', 'where'] as const;

/** Reads "?kind=client&tag=VIP&sort=-city"; what makes no sense is left out. */
export function readListAddress(search: URLSearchParams, type: PartyType | null): ListView {
  const text = (name: string) => search.get(name)?.trim() ?? '';
  const kind = partyKinds.find((known) => known === text('kind'));
  const filter: PartyFilter = {
    ...(type === null ? {} : { type }),
    ...(kind === undefined ? {} : { kind }),
    ...(text('tag') === '' ? {} : { tag: text('tag') }),
    ...(text('group') === '' ? {} : { group: text('group') }),
    ...(text('city') === '' ? {} : { city: text('city') }),
    ...(text('act') === '' ? {} : { actId: text('act') }),
  };
  const where = readAddressFilter(search);
  return { filter, ...(where === undefined ? {} : { where }), sort: readSort(text('sort')) };
}

/** "city", or "-city" the other way round; the name where it can't be sorted so. */
export function readSort(text: string): PartySort {
  const name = text.replace(/^-/, '');
  const direction = text.startsWith('-') ? 'descending' : 'ascending';
  const known = partySortFields.find((field) => field === name);
  if (known !== undefined) return { field: known, direction };
  if (name.startsWith('custom.')) return { field: `custom.${name.slice('custom.'.length)}`, direction };
  return { field: 'title', direction: 'ascending' };
}

/** The part of the address that {@link readSort} reads; empty for the usual order. */
export function writeSort({ field, direction }: { readonly field: string; readonly direction: string }): string {
  if (field === 'title' && direction === 'ascending') return '';
  return direction === 'descending' ? `-${field}` : field;
}

/** The address with some conditions changed; an empty one is taken away. */
export function changeAddress(search: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
