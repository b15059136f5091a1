import { describe, expect, it } from 'vitest';
import { detectPhoneDamage, repairLostZero } from '#shared/phone/phone-damage.ts';

describe('detectPhoneDamage', () => {
  it.each(['7,91E+10', '3.46E+10', '7E10', ' +7,91e+10 ', '79100000000', 79_100_000_000])(
    'sees that %j lost its digits',
    (cell) => {
      expect(detectPhoneDamage(cell, 'RU')).toBe('exponent');
    },
  );

  it('sees the zero that an Italian number cannot do without', () => {
    expect(detectPhoneDamage(669821234, 'IT')).toBe('lostZero');
    expect(repairLostZero(669821234, 'IT')).toBe('0669821234');
  });

  it.each([
    [625607313, 'ES'],
    [2079460958, 'GB'],
    [34625607313, 'ES'],
    ['900000000', 'ES'],
    ['8 (495) 123-45-67', 'RU'],
    ['1234567', 'RU'],
    ['casa', 'ES'],
    ['', 'ES'],
  ])('sees nothing wrong with %j in %s', (cell, country) => {
    expect(detectPhoneDamage(cell, country)).toBeNull();
  });
});
