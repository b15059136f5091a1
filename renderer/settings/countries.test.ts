import { describe, expect, it } from 'vitest';
import { countriesIn, fitsCountry } from '#renderer/settings/countries.ts';

describe('countriesIn', () => {
  it('names countries in the language, in its order', () => {
    const spanish = countriesIn('es').map(({ label }) => label);
    expect(spanish).toContain('España');
    expect(spanish.indexOf('Ecuador')).toBeLessThan(spanish.indexOf('España'));
    expect(countriesIn('ru').find(({ value }) => value === 'GR')?.label).toBe('Греция');
    expect(countriesIn('el').find(({ value }) => value === 'GR')?.label).toBe('Ελλάδα');
  });
});

describe('fitsCountry', () => {
  it('takes the beginning of any word, without accents or case', () => {
    expect(fitsCountry('España', 'espana')).toBe(true);
    expect(fitsCountry('Reino Unido', 'uni')).toBe(true);
    expect(fitsCountry('Ελλάδα', 'ελλαδ')).toBe(true);
    expect(fitsCountry('Reino Unido', 'nido')).toBe(false);
  });
});
