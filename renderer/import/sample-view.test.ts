import { describe, expect, it } from 'vitest';
import { columnLetter, dataRows, tellingText } from './sample-view.ts';

describe('sample of a list', () => {
  it('names columns as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('leaves out titles and the header', () => {
    const sample = [1, 3, 4, 5].map((line) => ({ line, cells: [] }));
    const mapping = {
      source: {},
      headerLines: [3],
      firstLine: 4,
      subject: 'auto',
      dateOrder: 'dmy',
      decimal: ',',
      columns: [],
    } as const;
    expect(dataRows(sample, { ...mapping, headerLines: [3], columns: [] }).map(({ line }) => line)).toEqual([4, 5]);
  });

  it('shows words that tell letters apart, each once', () => {
    const sample = [
      { line: 1, cells: ['Name', 'Имя', null] },
      { line: 2, cells: ['Имя', 12, 'Пётр'] },
    ];
    expect(tellingText({ sample })).toBe('Имя · Пётр');
  });
});
