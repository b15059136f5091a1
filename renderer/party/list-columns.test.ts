import { describe, expect, it } from 'vitest';
import { chosenColumns, knownColumns, moveColumn, resizeColumn, toggleColumn } from './list-columns.ts';

const shoeSize = {
  id: 'f1',
  key: 'shoe_size',
  label: 'Shoe size',
  type: 'number' as const,
  options: [],
  partyType: null,
  position: 1,
};
const known = knownColumns([shoeSize]);
const columns = [
  { field: 'title', width: 200 },
  { field: 'phone', width: 150 },
  { field: 'city', width: 100 },
];

describe('columns of a list', () => {
  it('shows the usual ones until the user chooses', () => {
    expect(chosenColumns([], known).map(({ field }) => field)).toEqual(['title', 'company', 'phone', 'email', 'city', 'tags']);
  });

  it('offers custom fields, by their own words', () => {
    expect(known.find(({ field }) => field === 'custom.shoe_size')?.name).toEqual({ words: 'Shoe size' });
  });

  it('drops a column whose custom field is gone', () => {
    const kept = [...columns, { field: 'custom.gone', width: 100 }];
    expect(chosenColumns(kept, known)).toEqual(columns);
  });

  it('always shows the name', () => {
    expect(chosenColumns([{ field: 'phone', width: 150 }], known)[0]?.field).toBe('title');
    expect(toggleColumn(columns, { field: 'title', width: 200 })).toEqual(columns);
  });

  it('shows and hides a column', () => {
    const more = toggleColumn(columns, { field: 'email', width: 220 });
    expect(more.at(-1)).toEqual({ field: 'email', width: 220 });
    expect(toggleColumn(more, { field: 'email', width: 220 })).toEqual(columns);
  });

  it('moves a column to both sides', () => {
    expect(moveColumn(columns, 'city', 'title').map(({ field }) => field)).toEqual(['city', 'title', 'phone']);
    expect(moveColumn(columns, 'title', 'city').map(({ field }) => field)).toEqual(['phone', 'city', 'title']);
    expect(moveColumn(columns, 'title', 'gone')).toEqual(columns);
  });

  it('resizes one column', () => {
    expect(resizeColumn(columns, 'phone', 99)[1]).toEqual({ field: 'phone', width: 99 });
  });
});
