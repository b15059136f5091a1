import { describe, expect, it } from 'vitest';
import { changeAddress, readListAddress, readSort, writeSort } from './list-address.ts';

describe('address of a list', () => {
  it('shows everybody by name when it says nothing', () => {
    expect(readListAddress(new URLSearchParams(''), null)).toEqual({
      filter: {},
      sort: { field: 'title', direction: 'ascending' },
    });
  });

  it('reads every condition', () => {
    const search = new URLSearchParams('kind=lead&tag=VIP&group=Salon&city=Madrid&act=a1&sort=-createdAt');
    expect(readListAddress(search, 'contact')).toEqual({
      filter: { type: 'contact', kind: 'lead', tag: 'VIP', group: 'Salon', city: 'Madrid', actId: 'a1' },
      sort: { field: 'createdAt', direction: 'descending' },
    });
  });

  it('reads conditions of the filter editor', () => {
    const where = { all: [{ field: 'jobTitle', is: 'isFilled' }] };
    expect(readListAddress(new URLSearchParams({ where: JSON.stringify(where) }), null)).toMatchObject({ where });
  });

  it('leaves out a kind and an order that do not exist', () => {
    const view = readListAddress(new URLSearchParams('kind=pirate&sort=shoeSize'), 'company');
    expect(view).toEqual({ filter: { type: 'company' }, sort: { field: 'title', direction: 'ascending' } });
  });

  it('writes an order the way it reads it', () => {
    for (const text of ['city', '-city', '-title', 'custom.shoe_size', '-custom.shoe_size']) {
      expect(writeSort(readSort(text))).toBe(text);
    }
    expect(writeSort({ field: 'title', direction: 'ascending' })).toBe('');
  });

  it('changes one condition and keeps the others', () => {
    const next = changeAddress(new URLSearchParams('kind=lead&tag=VIP'), { tag: '', city: 'Málaga' });
    expect(next.toString()).toBe('kind=lead&city=M%C3%A1laga');
  });
});
