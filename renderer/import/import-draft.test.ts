import { describe, expect, it } from 'vitest';
import type { ColumnMapping, Mapping } from '#shared/import/mapping.ts';
import { applyTemplate } from '#shared/import/apply-template.ts';
import { canTellApart, keepChoices, replaceColumns } from './import-draft.ts';

const column = (
  index: number,
  header: string,
  target: ColumnMapping['target'],
  more: Partial<ColumnMapping> = {},
): ColumnMapping => ({
  index,
  header,
  target,
  label: '',
  group: 0,
  ...more,
});
const mapping = (columns: ColumnMapping[]): Mapping => ({
  source: {},
  headerLines: [1],
  firstLine: 2,
  subject: 'auto',
  dateOrder: 'dmy',
  decimal: ',',
  columns,
});

describe('import draft', () => {
  it('replaces one column and leaves the others', () => {
    const before = mapping([column(0, 'A', 'phone'), column(1, 'B', 'email')]);
    const after = replaceColumns(before, [column(1, 'B', 'notes')]);
    expect(after.columns.map(({ target }) => target)).toEqual(['phone', 'notes']);
  });

  it('keeps what the user chose when the letters are read another way', () => {
    const proposed = mapping([column(0, 'Èìÿ', 'custom'), column(1, 'Tel', 'phone')]);
    const chosen = replaceColumns(proposed, [column(1, 'Tel', 'ignore')]);
    const again = mapping([column(0, 'Имя', 'fullName'), column(1, 'Tel', 'phone')]);
    const kept = keepChoices(chosen, proposed, again);
    expect(kept.columns.map(({ header, target }) => [header, target])).toEqual([
      ['Имя', 'fullName'],
      ['Tel', 'ignore'],
    ]);
  });

  it('takes the new proposal when the columns are others', () => {
    const before = mapping([column(0, 'a;b', 'notes')]);
    const again = mapping([column(0, 'a', 'fullName'), column(1, 'b', 'phone')]);
    expect(keepChoices(before, before, again)).toEqual(again);
  });

  it('uses a saved mapping by the names of columns, wherever they stand', () => {
    const template = mapping([
      column(0, 'Cliente', 'companyName'),
      column(1, 'Móvil', 'phone', { label: 'mobile', labelColumn: 2 }),
    ]);
    const current = { ...mapping([column(0, 'Móvil', 'custom'), column(1, 'Nuevo', 'notes')]), firstLine: 7 };
    const applied = applyTemplate({ ...template, dateOrder: 'ymd' }, current);
    expect(applied.columns).toEqual([column(0, 'Móvil', 'phone', { label: 'mobile' }), column(1, 'Nuevo', 'notes')]);
    expect(applied).toMatchObject({ dateOrder: 'ymd', firstLine: 7 });
  });

  it('knows when nothing tells people apart', () => {
    expect(canTellApart(mapping([column(0, 'City', 'addressCity')]))).toBe(false);
    expect(canTellApart(mapping([column(0, 'Phone', 'phone')]))).toBe(true);
  });
});
