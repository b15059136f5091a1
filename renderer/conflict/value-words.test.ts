import { describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/app/create-format.ts';
import type { Translate } from '#renderer/app/text.ts';
import { fieldLabel, typeLabel } from '#renderer/conflict/record-words.ts';
import { valueWords } from '#renderer/conflict/value-words.ts';
import type { ValueWording } from '#renderer/conflict/value-words.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { messagesIn } from '#shared/messages/catalogue.ts';

const english = messagesIn('en');
const t: Translate = (key, values = {}) => english[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
const customFields = [{ key: 'plate', label: 'Plate', type: 'date' }] as unknown as readonly CustomField[];
const wording: ValueWording = {
  t,
  format: createFormat({ language: 'en', country: 'ES', timeZone: 'UTC' }),
  personName: () => 'Marta',
  branchName: (id) => (id === null ? 'Head office' : 'North'),
  recordName: (id) => (id === 's1' ? 'Measuring' : undefined),
  customFields,
  customMoney: (amount) => `${amount} euros`,
};
const words = (recordType: string, field: string, value: unknown) =>
  valueWords({ recordType, field, value, currency: 'EUR' }, wording);

describe('a value of a conflict, in words', () => {
  it('is written as everywhere else: money, dates, people, stages, branches', () => {
    expect(words('deal', 'estimate', 125_000)).toBe('€1,250.00');
    expect(words('deal_line', 'taxRate', 2100)).toBe('21 %');
    expect(words('deal', 'expectedClose', '2026-11-22')).toBe('22 Nov 2026');
    expect(words('task', 'dueAt', Date.UTC(2026, 10, 22, 14, 5))).toBe('22 Nov 2026, 14:05');
    expect(words('deal', 'ownerId', 'u1')).toBe('Marta');
    expect(words('deal', 'stageId', 's1')).toBe('Measuring');
    expect(words('party', 'branchId', null)).toBe('Head office');
    expect(words('task', 'allDay', 1)).toBe('Yes');
    expect(words('task', 'status', 'done')).toBe('Done');
    expect(words('party', 'kind', 'supplier')).toBe('Supplier');
    expect(words('party', 'deletedAt', 5)).toBe('In the recycle bin');
    expect(words('party', 'phones', [{ id: '1', label: 'mobile', raw: '600100200', e164: '+34600100200' }])).toContain('600');
    expect(words('party', 'custom.plate', '2026-11-22')).toBe('22 Nov 2026');
  });

  it('is nothing where there is nothing, and never what the program keeps', () => {
    expect(words('party', 'notes', '')).toBeNull();
    expect(words('party', 'tags', [])).toBeNull();
    expect(words('task', 'repeat', { every: 1, unit: 'week' })).toBe('Other data');
    expect(words('deal', 'stageId', 'taken-away')).toBe('Other data');
    expect(words('task', 'asks', [{ field: 'sizes' }])).toBe('Other data');
  });
});

describe('what a conflict is about, in words', () => {
  const label = (recordType: string, field: string) => fieldLabel({ recordType, field }, { t, customFields });

  it('names fields as their pages do', () => {
    expect(label('party', 'jobTitle')).toBe('Job title');
    expect(label('party', 'custom.plate')).toBe('Plate');
    expect(label('task', 'durationMinutes')).toBe(english['task.field.duration']);
    expect(label('newer_type', 'whatever')).toBe('Other data');
  });

  it('names kinds of records', () => {
    expect(typeLabel({ recordType: 'party', partyType: 'company' }, t)).toBe('Company');
    expect(typeLabel({ recordType: 'newer_type' }, t)).toBe('Other data');
  });
});
