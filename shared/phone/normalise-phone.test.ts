import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePhone } from '#shared/phone/normalise-phone.ts';

describe('normalisePhone', () => {
  it.each([
    ['8 (495) 123-45-67', 'RU', '+74951234567'],
    ['79163762399', 'RU', '+79163762399'],
    ['+7(916)321-5509', 'ES', '+79163215509'],
    ['8 800 555 35 35', 'RU', '+78005553535'],
    ['810 34 625607313', 'RU', '+34625607313'],
    ['0034 625607313', 'RU', '+34625607313'],
    ['625607313', 'ES', '+34625607313'],
    ['0034625607313', 'ES', '+34625607313'],
    ['(+34) 622-944-071', 'ES', '+34622944071'],
    ['+0034 625607313', 'ES', '+34625607313'],
    ['699.41.22.81', 'ES', '+34699412281'],
    ['Tel: 627 208 368', 'ES', '+34627208368'],
    ['625607313 (Ana, tardes)', 'ES', '+34625607313'],
    ['tel:+34-625-607-313', 'GR', '+34625607313'],
    ['tel:625607313;phone-context=+34', 'GR', '+34625607313'],
    ['625607313.0', 'ES', '+34625607313'],
    ['６２５６０７３１３', 'ES', '+34625607313'],
    ['٦٢٥٦٠٧٣١٣', 'ES', '+34625607313'],
    ['625 6O7 313', 'ES', '+34625607313'],
    ['306936463600', 'GR', '+306936463600'],
    ['0030 6934 110036', 'GR', '+306934110036'],
    ['5516991412587', 'BR', '+5516991412587'],
    ['55991234567', 'BR', '+5555991234567'],
    ['016960349570', 'BR', '+5516960349570'],
    ['0xx16 99141-2587', 'BR', '+5516991412587'],
    ['0 15 16 99141-2587', 'BR', '+5516991412587'],
    ['(16) 9141-2587', 'BR', '+5516991412587'],
    ['02-23456780', 'CL', '+56223456780'],
    ['09 8765 4321', 'CL', '+56987654321'],
    ['69l 271 846', 'ES', '+34691271846'],
    ['6I1 22 33 44', 'ES', '+34611223344'],
    ['625 6O7 313', 'ES', '+34625607313'],
    ['005562967392040', 'BR', '+5562967392040'],
    ['00 55 62 3858 4508', 'BR', '+556238584508'],
    ['0021 351 912 345 678', 'BR', '+351912345678'],
    ['011 15 2345-6789', 'AR', '+5491123456789'],
    ['044 55 1234 5678', 'MX', '+525512345678'],
    ['+52 1 55 1234 5678', 'ES', '+525512345678'],
    ['06 6982 1234', 'IT', '+390669821234'],
    ['+39 (0)6 6982 1234', 'ES', '+390669821234'],
    ['+44 (0)20 7946 0958', 'ES', '+442079460958'],
    ['0911/1234567', 'DE', '+499111234567'],
    ['79163762399', 'ES', '+79163762399'],
    ['+34625607313', '', '+34625607313'],
  ])('reads %j in %s', (raw, country, e164) => {
    expect(normalisePhone(raw, country)).toMatchObject({ e164, digits: e164.slice(1), valid: true });
  });

  it.each([
    ['8-495-348-08-54; доб. 924', 'RU', '924'],
    ['8 (495) 348-08-54 (доб. 005)', 'RU', '005'],
    ['+7 495 348-08-54 вн. 12', 'RU', '12'],
    ['91 123 45 67 ext. 12', 'ES', '12'],
    ['91 123 45 67 x12', 'ES', '12'],
    ['91 123 45 67, extensión 7', 'ES', '7'],
    ['tel:+34-91-123-45-67;ext=12', 'ES', '12'],
    ['210 1234567 εσωτ. 12', 'GR', '12'],
    ['(11) 3456-7890 ramal 12', 'BR', '12'],
    ['011 4567-8901 int. 12', 'AR', '12'],
  ])('finds the extension in %j', (raw, country, extension) => {
    expect(normalisePhone(raw, country)).toMatchObject({ extension, valid: true });
  });

  it('keeps the digits of a number without its area code', () => {
    expect(normalisePhone('123-45-67', 'RU')).toEqual({
      e164: null,
      extension: '',
      digits: '1234567',
      valid: false,
      possible: false,
    });
  });

  it('makes no E.164 of a range that does not exist', () => {
    expect(normalisePhone('+34 999 999 999', 'ES')).toMatchObject({ e164: null, digits: '34999999999' });
  });

  it('does not take a digit too many for a foreign country code', () => {
    expect(normalisePhone('919655250201', 'BR').e164).toBeNull();
    expect(normalisePhone('49512345678', 'RU').e164).toBeNull();
  });

  it('gives no digits where there are none', () => {
    expect(normalisePhone('casa', 'ES')).toMatchObject({ e164: null, digits: '', possible: false });
    expect(normalisePhone('', 'ES').digits).toBe('');
  });

  it('needs no country for a number that names its own', () => {
    expect(normalisePhone('0034625607313', 'ZZ').e164).toBe('+34625607313');
    expect(normalisePhone('625607313', 'ZZ').e164).toBeNull();
  });

  it('reads its own E.164 back, whatever the country', () => {
    const number = fc.integer({ min: 600_000_000, max: 799_999_999 });
    fc.assert(
      fc.property(number, fc.constantFrom('ES', 'RU', 'GR', 'BR', 'IT', ''), (national, country) => {
        const { e164 } = normalisePhone(String(national), 'ES');
        if (e164 !== null) expect(normalisePhone(e164, country).e164).toBe(e164);
      }),
    );
  });

  it('throws on no text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof normalisePhone(text, 'ES').digits === 'string'));
  });
});
