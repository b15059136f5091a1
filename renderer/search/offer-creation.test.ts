import { describe, expect, it } from 'vitest';
import { offerCreation } from '#renderer/search/offer-creation.ts';

describe('offerCreation', () => {
  it('takes digits for a phone, however they are written', () => {
    expect(offerCreation(' 8 (495) 123-45-67 ')).toEqual({ phone: '8 (495) 123-45-67' });
    expect(offerCreation('+34600123456')).toEqual({ phone: '+34600123456' });
  });

  it('takes an address with @ for an email', () => {
    expect(offerCreation('ana@casa.es')).toEqual({ email: 'ana@casa.es' });
  });

  it('takes all else for a name', () => {
    expect(offerCreation('Άννα Ρουίζ')).toEqual({ name: 'Άννα Ρουίζ' });
    expect(offerCreation('Studio 54')).toEqual({ name: 'Studio 54' });
    expect(offerCreation('1234')).toEqual({ name: '1234' });
  });
});
