import { expect, it } from 'vitest';
import { toCsv } from '#renderer/report/save-table.ts';

it('writes numbers as the country does, quotes what needs it, and lets no text be a formula', () => {
  const rows = [
    ['Site; "new"', 1234.5, null],
    ['=1+1', -3, 'a\nb'],
  ];
  expect(toCsv(rows, { locale: 'es-ES' })).toBe('\uFEFF"Site; ""new""";1234,5;\r\n\'=1+1;-3;"a\nb"\r\n');
  expect(toCsv([['a,b', 1.5]], { locale: 'en-GB' })).toBe('\uFEFF"a,b",1.5\r\n');
});
