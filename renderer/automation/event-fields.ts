import type { CustomField } from '#shared/custom-field/contract.ts';

type Watched = 'party' | 'deal';

/** Fields whose change a rule can be about. */
const watchedFields: Readonly<Record<Watched, readonly string[]>> = {
  deal: [
    'title',
    'estimate',
    'amount',
    'paid',
    'sizes',
    'ownerId',
    'expectedClose',
    'visitAt',
    'leaveAt',
    'workAt',
    'siteAddress',
    'source',
    'channel',
    'notes',
  ],
  party: ['kind', 'tags', 'groups', 'ownerId', 'phones', 'emails', 'addresses', 'birthday', 'source', 'taxId', 'notes'],
};

const datedFields: Readonly<Record<Watched, readonly string[]>> = {
  deal: ['visitAt', 'leaveAt', 'workAt', 'expectedClose'],
  party: ['birthday'],
};

/** What of a record can be watched: its own fields, then the shop's. */
export function watchedFieldsOf(record: Watched, custom: readonly CustomField[]): readonly string[] {
  return [...watchedFields[record], ...custom.map(({ key }) => `custom.${key}`)];
}

/** What of a record is a date that can come. */
export function datedFieldsOf(record: Watched, custom: readonly CustomField[]): readonly string[] {
  return [...datedFields[record], ...custom.filter(({ type }) => type === 'date').map(({ key }) => `custom.${key}`)];
}
