import { describe, expect, it } from 'vitest';
import { joinName } from '#shared/name/join-name.ts';

describe('joinName', () => {
  const name = { givenName: 'Ольга', middleName: 'Сергеевна', familyName: 'Кузнецова' };

  it('puts the family name first where lists do', () => {
    expect(joinName(name, 'RU')).toBe('Кузнецова Ольга Сергеевна');
    expect(joinName(name, 'kz')).toBe('Кузнецова Ольга Сергеевна');
  });

  it('puts it last elsewhere', () => {
    expect(joinName(name, 'ES')).toBe('Ольга Сергеевна Кузнецова');
  });

  it('leaves no gap for what is missing', () => {
    expect(joinName({ givenName: 'Ana', middleName: '', familyName: ' García ' }, 'ES')).toBe('Ana García');
    expect(joinName({}, 'ES')).toBe('');
  });
});
