import { expect, it } from 'vitest';
import { readAddressFilter, writeAddressFilter } from '#renderer/filter/address-filter.ts';
import type { Filter } from '#shared/filter/filter.ts';

const filter: Filter = { all: [{ field: 'tags', is: 'hasAnyOf', value: ['VIP & co'] }] };

it('keeps conditions in an address', () => {
  expect(readAddressFilter(new URLSearchParams({ where: writeAddressFilter(filter) }))).toEqual(filter);
  expect(writeAddressFilter(undefined)).toBe('');
});

it.each(['', 'where=', 'where=%7B', 'where={"all":"x"}', 'where=[]'])('reads none from "%s"', (search) => {
  expect(readAddressFilter(new URLSearchParams(search))).toBeUndefined();
});
