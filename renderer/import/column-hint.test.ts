import { describe, expect, it } from 'vitest';
import { hintFor } from './column-hint.ts';

const phones = ['600 123 456', '+34 611 222 333', '91 555 44 33'];

describe('hint of a column', () => {
  it('confirms phones that are phones', () => {
    expect(hintFor('phone', phones, 'ES')).toBe('fits');
  });
  it('asks to look again where names are taken for phones, or phones for names', () => {
    expect(hintFor('phone', ['Ana', 'Luis'], 'ES')).toBe('check');
    expect(hintFor('givenName', phones, 'ES')).toBe('check');
  });
  it('says that a column is empty', () => {
    expect(hintFor('email', [null, '', undefined], 'ES')).toBe('empty');
  });
  it('says nothing about notes', () => {
    expect(hintFor('notes', ['Prefers mornings'], 'ES')).toBeNull();
  });
});
