import { describe, expect, it } from 'vitest';
import type { Party } from '#renderer/card/party.ts';
import { emptyDrafts, isBlank, movePoint, pointTitle, putPoint, removePoint } from '#renderer/card/point/point.ts';
import { emptyContactFields } from '#shared/contact/fields.ts';

const phone = (id: string, raw: string) => ({ id, label: 'work', raw, e164: null, extension: '' });

const ana = {
  ...emptyContactFields,
  type: 'contact',
  id: 'p',
  title: 'Ana',
  phones: [phone('1', '600 111'), phone('2', '600 222'), phone('3', '600 333')],
  createdAt: 0,
  updatedAt: 0,
  deletedAt: null,
} as unknown as Party;

const raws = (patch: ReturnType<typeof putPoint>) => patch.phones?.map(({ raw }) => raw);

describe('the list of phones of a card', () => {
  it('gets a new one at its end, and a changed one in its place', () => {
    expect(raws(putPoint(ana, 'phones', { label: '', raw: '600 444' }))).toEqual(['600 111', '600 222', '600 333', '600 444']);
    expect(raws(putPoint(ana, 'phones', { id: '2', label: '', raw: '600 999' }))).toEqual(['600 111', '600 999', '600 333']);
  });

  it('loses one that was emptied, and one that was removed', () => {
    expect(raws(putPoint(ana, 'phones', { id: '2', label: 'work', raw: ' ' }))).toEqual(['600 111', '600 333']);
    expect(raws(removePoint(ana, 'phones', '1'))).toEqual(['600 222', '600 333']);
  });

  it('is put in another order', () => {
    expect(raws(movePoint(ana, 'phones', { id: '3', to: 0 }))).toEqual(['600 333', '600 111', '600 222']);
    expect(raws(movePoint(ana, 'phones', { id: '1', to: 1 }))).toEqual(['600 222', '600 111', '600 333']);
    expect(raws(movePoint(ana, 'phones', { id: 'gone', to: 0 }))).toEqual(['600 111', '600 222', '600 333']);
  });

  it('is sent without what the core works out by itself', () => {
    expect(removePoint(ana, 'phones', '3').phones?.[0]).toEqual({ id: '1', label: 'work', raw: '600 111' });
  });
});

describe('an address of a card', () => {
  it('is blank while only its label was given', () => {
    expect(isBlank('addresses', { ...emptyDrafts.addresses, label: 'work' })).toBe(true);
    expect(isBlank('addresses', { ...emptyDrafts.addresses, city: 'Madrid' })).toBe(false);
  });

  it('is named by all of its parts', () => {
    expect(pointTitle('addresses', { ...emptyDrafts.addresses, street: 'Calle Mayor, 1', city: 'Madrid' })).toBe(
      'Calle Mayor, 1, Madrid',
    );
  });
});
