import { expect, it } from 'vitest';
import { emptyLine, isBlank, readLine } from '#renderer/deal/lines/line-draft.ts';
import { sumsOf } from '#renderer/deal/lines/line-sums.ts';

const reading = { locale: 'es-ES', currency: 'EUR', pricesIncludeTax: false };
const line = { ...emptyLine(2100, 'es-ES'), name: 'Window', place: 'Kitchen' };

it('reads what is typed with a decimal comma, sizes in whole millimetres', () => {
  const read = readLine({ ...line, width: '1200', height: '800', pieces: '2', unitPrice: '150,50', discount: '10' }, reading);
  expect(read).toMatchObject({
    type: 'line',
    line: { width: 1200, height: 800, pieces: 2, unitPrice: 15_050, discount: 1000, taxRate: 2100 },
  });
});

it('names the column that can’t be read', () => {
  expect(readLine({ ...line, width: 'wide' }, reading)).toEqual({ type: 'unreadable', column: 'width' });
  expect(readLine({ ...line, unitPrice: '-3' }, reading)).toEqual({ type: 'unreadable', column: 'unitPrice' });
});

it('sums up by rate of tax, area included, and leaves out lines nobody typed in', () => {
  const sums = sumsOf(
    [
      { ...line, width: '1200', height: '800', unit: 'squareMetre', unitPrice: '100' },
      { ...line, unitPrice: '50', taxRate: '10' },
      emptyLine(2100, 'es-ES'),
    ],
    reading,
  );
  expect(sums).toMatchObject({
    net: 14_600,
    tax: 2516,
    gross: 17_116,
    taxes: [
      { rate: 1000, tax: 500 },
      { rate: 2100, tax: 2016 },
    ],
  });
  expect(isBlank(emptyLine(2100, 'es-ES'))).toBe(true);
});
