import { describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/app/create-format.ts';
import type { Translate } from '#renderer/app/text.ts';
import { changesOfField } from '#renderer/card/history/field-changes.ts';
import { describeDifference, splitCustom } from '#renderer/card/history/difference.ts';
import type { Change } from '#shared/history/contract.ts';
import { messagesIn } from '#shared/messages/catalogue.ts';

const spanish = messagesIn('es');
const t: Translate = (key, values = {}) => spanish[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const wording = { t, format: createFormat({ language: 'es', country: 'ES', timeZone: 'UTC' }), nameOf: () => 'Marta' };
const described = (field: string, from: unknown, to: unknown) => describeDifference({ field, from, to }, wording);

describe('a change as a person reads it', () => {
  it('says what was and is, in words and not in codes', () => {
    expect(described('kind', 'client', 'supplier')).toEqual({ type: 'value', from: 'Cliente', to: 'Proveedor' });
    expect(described('birthday', null, '0000-03-14')).toEqual({ type: 'value', from: null, to: '14 de marzo' });
    expect(described('ownerId', null, 'some-id')).toMatchObject({ to: 'Marta' });
    expect(described('custom.balcony', undefined, true)).toEqual({ type: 'value', from: null, to: 'Sí' });
  });

  it('says what left a list and what joined it', () => {
    expect(described('tags', ['VIP', 'Norte'], ['VIP', 'Sur'])).toEqual({ type: 'list', removed: ['Norte'], added: ['Sur'] });
    const phone = { id: '1', label: 'mobile', raw: '600100200', e164: '+34600100200', extension: '' };
    expect(described('phones', [], [phone])).toMatchObject({ added: ['600\u00a010\u00a002\u00a000 (Móvil)'] });
    expect(described('phones', [phone], [{ ...phone, label: 'suegra', extension: '12' }])).toEqual({
      type: 'list',
      removed: ['600\u00a010\u00a002\u00a000 (Móvil)'],
      added: ['600\u00a010\u00a002\u00a000 ext. 12 (suegra)'],
    });
  });

  it('names each custom field that changed, and no other', () => {
    const change = { field: 'custom', from: { a: 1, b: 2 }, to: { a: 1, b: 3, c: 'x' } };
    expect(splitCustom(change)).toEqual([
      { field: 'custom.b', from: 2, to: 3 },
      { field: 'custom.c', from: undefined, to: 'x' },
    ]);
  });
});

describe('the changes of one field', () => {
  const change = (fields: Change['fields'], recordType = 'party'): Change => ({
    actId: 'a',
    actKind: 'update',
    at: 1,
    actorName: 'Marta',
    recordType,
    operation: 'update',
    fields,
  });

  it('are picked from all of the card, without those of its links', () => {
    const rows = [change([{ field: 'notes', from: '', to: 'x' }]), change([{ field: 'notes', from: '', to: 'y' }], 'link')];
    expect(changesOfField(rows, 'notes').map(({ to }) => to)).toEqual(['x']);
  });

  it('are those of one key where the field is a custom one', () => {
    const rows = [
      change([{ field: 'custom', from: { a: 1 }, to: { a: 2, b: 1 } }]),
      change([{ field: 'custom', from: { a: 2 }, to: { a: 2, b: 4 } }]),
    ];
    expect(changesOfField(rows, 'custom.a').map(({ from, to }) => [from, to])).toEqual([[1, 2]]);
  });
});
