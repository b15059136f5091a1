import { describe, expect, it } from 'vitest';
import { lastName } from '#renderer/conflict/last-name.ts';

describe('what a removed record was called', () => {
  it('is its title or name, or that of a person', () => {
    expect(lastName({ title: 'Kitchen windows', name: 'x' })).toBe('Kitchen windows');
    expect(lastName({ title: '', name: 'Cristales Sur' })).toBe('Cristales Sur');
    expect(lastName({ givenName: 'Pepe', familyName: 'Ruiz', name: '' })).toBe('Pepe Ruiz');
  });

  it('is nothing where no value says it', () => {
    expect(lastName({ notes: 'x', title: 5 })).toBe('');
    expect(lastName(null)).toBe('');
  });
});
