import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPhones } from '#shared/phone/split-phones.ts';

describe('splitPhones', () => {
  it.each([
    ['8 (495) 123-45-67, 89161234567', 'RU', ['8 (495) 123-45-67', '89161234567']],
    ['8 (495) 123-45-67 и 89161234567', 'RU', ['8 (495) 123-45-67', '89161234567']],
    ['625607313 y 611234567', 'ES', ['625607313', '611234567']],
    ['625607313 / 611234567', 'ES', ['625607313', '611234567']],
    ['625607313\n611234567|622944071', 'ES', ['625607313', '611234567', '622944071']],
    ['(11) 3456-7890 e (11) 99141-2587', 'BR', ['(11) 3456-7890', '(11) 99141-2587']],
    ['2101234567 και 6938177826', 'GR', ['2101234567', '6938177826']],
    ['Ana: 625607313; Pepe: 611234567', 'ES', ['Ana: 625607313', 'Pepe: 611234567']],
    ['625 607 313   611 234 567', 'ES', ['625 607 313', '611 234 567']],
    ['8 (495) 123-45-67 8 916 123-45-67', 'RU', ['8 (495) 123-45-67', '8 916 123-45-67']],
    ['55.3223.3190 y 222/7836771', 'MX', ['55.3223.3190', '222/7836771']],
    ['00 351 926 965 327 / 239/454207', 'PT', ['00 351 926 965 327', '239/454207']],
    ['00351918444796 239/447451', 'PT', ['00351918444796', '239/447451']],
    ['+34625607313+34611234567', 'ES', ['+34625607313', '+34611234567']],
  ])('finds several numbers in %j', (cell, country, phones) => {
    expect(splitPhones(cell, country)).toEqual(phones);
  });

  it.each([
    ['8-495-348-08-54; доб. 924', 'RU'],
    ['8-495-348-08-54, доб. 92412', 'RU'],
    ['123-45-67/68', 'RU'],
    ['0911/123456', 'DE'],
    ['07141/123456', 'DE'],
    ['625607313, casa', 'ES'],
    ['casa', 'ES'],
  ])('leaves %j whole', (cell, country) => {
    expect(splitPhones(cell, country)).toEqual([cell]);
  });

  it('finds nothing in an empty cell', () => {
    expect(splitPhones('', 'ES')).toEqual([]);
    expect(splitPhones(' ; ', 'ES')).toEqual([]);
  });

  it('loses no digit', () => {
    const cell = fc.array(
      fc.constantFrom('625607313', '0', '91', '8 495', '+', '-', '/', ';', ', ', ' y ', 'ext 12', '(', ')', '\n', ' и '),
    );
    const digits = (text: string) => text.replace(/\D/g, '');
    fc.assert(
      fc.property(cell, (parts) => {
        const text = parts.join('');
        expect(digits(splitPhones(text, 'ES').join(''))).toBe(digits(text));
      }),
      { numRuns: 1000 },
    );
  });
});
