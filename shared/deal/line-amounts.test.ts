import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAmounts, quantityOf, sumAmounts } from '#shared/deal/line-amounts.ts';
import type { PricedLine } from '#shared/deal/line-amounts.ts';
import { units } from '#shared/deal/fields.ts';

const piece: PricedLine = { width: null, height: null, pieces: 1, unit: 'piece', unitPrice: 0, discount: 0, taxRate: 2100 };

const size = fc.option(fc.integer({ min: 1, max: 100_000 }));
const anyLine: fc.Arbitrary<PricedLine> = fc.record({
  width: size,
  height: size,
  pieces: fc.double({ min: 0, max: 10_000, noNaN: true }),
  unit: fc.constantFrom(...units),
  unitPrice: fc.integer({ min: 0, max: 100_000_000 }),
  discount: fc.integer({ min: 0, max: 10_000 }),
  taxRate: fc.integer({ min: 0, max: 10_000 }),
});

describe('a line', () => {
  it('sold by area or length is counted from its sizes', () => {
    const sized = { ...piece, width: 1200, height: 1300, pieces: 2 };
    expect(quantityOf({ ...sized, unit: 'squareMetre' })).toBe(3.12);
    expect(quantityOf({ ...sized, unit: 'metre' })).toBe(2.4);
    expect(quantityOf({ ...sized, unit: 'piece' })).toBe(2);
    expect(quantityOf({ ...sized, unit: 'squareMetre', height: null })).toBe(2);
    expect(quantityOf({ ...sized, unit: 'metre', width: null })).toBe(2.6);
  });

  it('has the tax within its price, or on top of it', () => {
    expect(lineAmounts({ ...piece, unitPrice: 12_100 }, true)).toEqual({ net: 10_000, tax: 2100, gross: 12_100 });
    expect(lineAmounts({ ...piece, unitPrice: 10_000 }, false)).toEqual({ net: 10_000, tax: 2100, gross: 12_100 });
  });

  it('is rounded half away from zero, as it is written and not as it is kept in binary', () => {
    const untaxed = { ...piece, taxRate: 0 };
    expect(lineAmounts({ ...untaxed, unitPrice: 100, pieces: 1.005 }, true).gross).toBe(101);
    expect(lineAmounts({ ...untaxed, unitPrice: 1, discount: 5000 }, true).gross).toBe(1);
    expect(lineAmounts({ ...piece, unitPrice: 50, taxRate: 100 }, false).tax).toBe(1);
  });

  it('takes the discount off', () => {
    expect(lineAmounts({ ...piece, unitPrice: 10_000, discount: 1250, pieces: 2 }, true).gross).toBe(17_500);
    expect(lineAmounts({ ...piece, unitPrice: 10_000, discount: 10_000 }, false)).toEqual({ net: 0, tax: 0, gross: 0 });
  });

  it('always has amounts that are whole and add up, no more than half a unit from what they would be unrounded', () => {
    fc.assert(
      fc.property(anyLine, fc.boolean(), (line, isIncluded) => {
        const { net, tax, gross } = lineAmounts(line, isIncluded);
        expect([net, tax, gross].every(Number.isSafeInteger)).toBe(true);
        expect(net + tax).toBe(gross);
        const price = line.unitPrice * quantityOf(line) * (1 - line.discount / 10_000);
        const priced = isIncluded ? gross : net;
        expect(Math.abs(priced - price)).toBeLessThanOrEqual(0.5 + price * 1e-9);
        const taxed = isIncluded ? (gross * line.taxRate) / (10_000 + line.taxRate) : (net * line.taxRate) / 10_000;
        expect(Math.abs(tax - taxed)).toBeLessThanOrEqual(0.5 + taxed * 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it('adds up with others to what is said of each', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), fc.boolean(), (lines, isIncluded) => {
        const amounts = lines.map((line) => lineAmounts(line, isIncluded));
        const sum = sumAmounts(amounts);
        expect(sum.gross).toBe(amounts.reduce((all, { gross }) => all + gross, 0));
        expect(sum.net + sum.tax).toBe(sum.gross);
      }),
    );
  });
});
