import { describe, expect, it } from 'vitest';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';
import { looksLikePhoneQuery, phoneQueryVariants } from '#shared/phone/phone-query.ts';

/** What a search does with the variants. */
function finds(query: string, country: string, e164: string): boolean {
  const kept = normalisePhone(e164, country).digits;
  return phoneQueryVariants(query, country).some(({ digits, anchored }) =>
    anchored ? kept.startsWith(digits) : kept.includes(digits),
  );
}

describe('phoneQueryVariants', () => {
  it('drops the trunk prefix of the country', () => {
    expect(phoneQueryVariants('8 (495) 123', 'RU')).toEqual([
      { digits: '8495123', anchored: false },
      { digits: '495123', anchored: false },
    ]);
    expect(phoneQueryVariants('0210', 'GR').map(({ digits }) => digits)).toEqual(['0210', '210']);
  });

  it('drops an 8 before a whole number of another country', () => {
    expect(finds('8 (916) 123-45-67', 'ES', '+79161234567')).toBe(true);
    expect(finds('8 (916) 123-45-67', 'ES', '+79161234568')).toBe(false);
  });

  it('looks from the start when the country code was typed with a plus', () => {
    expect(phoneQueryVariants('+7495123', 'RU')).toEqual([{ digits: '7495123', anchored: true }]);
    expect(phoneQueryVariants('+44 (0)20', 'GB')).toEqual([{ digits: '4420', anchored: true }]);
    expect(phoneQueryVariants('+44 (0', 'GB')).toEqual([{ digits: '44', anchored: true }]);
  });

  it('looks from the start after an international prefix, and anywhere for the zeros as such', () => {
    expect(phoneQueryVariants('0034625', 'ES')).toEqual([
      { digits: '0034625', anchored: false },
      { digits: '34625', anchored: true },
    ]);
    expect(phoneQueryVariants('011 34', 'US')).toContainEqual({ digits: '34', anchored: true });
  });

  it.each([
    ['8 (495) 123', 'RU', '+74951234567'],
    ['+7 (495) 123', 'RU', '+74951234567'],
    ['84951234567', 'RU', '+74951234567'],
    ['34567', 'RU', '+74951234567'],
    ['123-45', 'RU', '+74951234567'],
    ['0034 625', 'ES', '+34625607313'],
    ['625 60', 'ES', '+34625607313'],
    ['7313', 'ES', '+34625607313'],
    ['00313', 'ES', '+34625600313'],
    ['020 7946', 'GB', '+442079460958'],
    ['020 7946', 'ES', '+442079460958'],
    ['(11) 99141', 'BR', '+5511991412587'],
    ['011 99141', 'BR', '+5511991412587'],
    ['011 15 2345-6789', 'AR', '+5491123456789'],
    ['(16) 9141-2587', 'BR', '+5516991412587'],
  ])('finds with %j in %s the phone %s', (query, country, e164) => {
    expect(finds(query, country, e164)).toBe(true);
  });

  it('does not find what merely ends like a number typed with its country code', () => {
    expect(finds('+3462', 'ES', '+34913462000')).toBe(false);
  });

  it('has nothing to look for without a digit', () => {
    expect(phoneQueryVariants('ana', 'ES')).toEqual([]);
  });
});

describe('looksLikePhoneQuery', () => {
  it.each(['12', '+74', '8 (495) 123', '0034', '625.60', '011/4567', 'tel:625', '６２'])('takes %j for a phone', (query) => {
    expect(looksLikePhoneQuery(query)).toBe(true);
  });

  it.each(['1', 'ana', 'calle 12', '12a', 'ana@12', ''])('does not take %j for a phone', (query) => {
    expect(looksLikePhoneQuery(query)).toBe(false);
  });
});
