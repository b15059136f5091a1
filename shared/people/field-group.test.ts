import { expect, it } from 'vitest';
import { fieldGroupOf } from '#shared/people/field-group.ts';

it('says which right decides over a field, by its name in a card, a list or a filter', () => {
  expect(fieldGroupOf('phone', 'party')).toBe('phones');
  expect(fieldGroupOf('city', 'party')).toBe('addresses');
  expect(fieldGroupOf('client.taxId', 'deal')).toBe('taxId');
  expect(fieldGroupOf('custom.margin', 'party')).toBe('custom:margin');
  expect(fieldGroupOf('client.custom.margin', 'deal')).toBe('custom:margin');
  expect(fieldGroupOf('notes', 'party')).toBe('notes');
  expect(fieldGroupOf('notes', 'deal')).toBe('dealNotes');
  expect(fieldGroupOf('client.notes', 'deal')).toBe('notes');
  expect(fieldGroupOf('title', 'party')).toBeNull();
});
