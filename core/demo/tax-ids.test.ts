import { describe, expect, it } from 'vitest';
import { makeBrazilianTaxId, makeBritishTaxId, makeGreekTaxId, makeRussianTaxId, makeSpanishTaxId } from '#core/demo/tax-ids.ts';

describe('demo tax numbers', () => {
  it('carry the check digits of published examples', () => {
    expect(makeSpanishTaxId(5_881_850)).toBe('B58818501');
    expect(makeBrazilianTaxId(0)).toBe('00.000.000/0001-91');
    expect(makeRussianTaxId(708_389)).toBe('7707083893');
    expect(makeBritishTaxId(9_807_806)).toBe('GB980780684');
    expect(makeGreekTaxId(9_999_999)).toMatch(/^99999999\d$/);
  });

  it('differ for every serial', () => {
    for (const make of [makeSpanishTaxId, makeBrazilianTaxId, makeGreekTaxId, makeRussianTaxId, makeBritishTaxId]) {
      expect(new Set(Array.from({ length: 2000 }, (_, serial) => make(serial))).size).toBe(2000);
    }
  });
});
