import { describe, expect, it } from 'vitest';
import { callingCodeOf, phoneCountries, toPhoneCountry } from '#shared/phone/countries.ts';
import { formatPhone } from '#shared/phone/format-phone.ts';

describe('formatPhone', () => {
  it.each([
    ['+34625607313', 'ES', '625 60 73 13'],
    ['+34625607313', 'RU', '+34 625 60 73 13'],
    ['+74951234567', 'RU', '8 (495) 123-45-67'],
    ['+77012345678', 'RU', '+7 701 234 5678'],
    ['no phone', 'RU', 'no phone'],
  ])('shows %s to somebody in %s', (e164, country, shown) => {
    expect(formatPhone(e164, country).replaceAll('\u00a0', ' ')).toBe(shown);
  });

  it('keeps a number on one line', () => {
    expect(formatPhone('+34625607313', 'ES')).not.toContain(' ');
  });
});

describe('phone countries', () => {
  it('are known by their ISO codes, in any case', () => {
    expect(phoneCountries).toEqual(expect.arrayContaining(['BR', 'CY', 'ES', 'GR', 'PT', 'RU']));
    expect(toPhoneCountry('es')).toBe('ES');
    expect(toPhoneCountry('XX')).toBeUndefined();
    expect(callingCodeOf('GR')).toBe('30');
    expect(callingCodeOf('')).toBe('');
  });
});
