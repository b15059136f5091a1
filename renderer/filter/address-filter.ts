import { filterSchema } from '#shared/filter/filter.ts';
import type { Filter } from '#shared/filter/filter.ts';

/** The conditions that a list's address keeps under "where"; undefined where there are none, or none that can be read. */
export function readAddressFilter(search: URLSearchParams): Filter | undefined {
  const text = search.get('where');
  if (text === null) return undefined;
  try {
    const read = filterSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The part of the address that {@link readAddressFilter} reads; empty for none. */
export function writeAddressFilter(filter: Filter | undefined): string {
  return filter === undefined ? '' : JSON.stringify(filter);
}
