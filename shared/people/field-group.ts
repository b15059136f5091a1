import type { FieldGroup } from '#shared/people/rights.ts';

const groupOf: Readonly<Record<string, FieldGroup>> = {
  phones: 'phones',
  phone: 'phones',
  phoneCount: 'phones',
  emails: 'emails',
  email: 'emails',
  messengers: 'messengers',
  addresses: 'addresses',
  city: 'addresses',
  siteAddress: 'addresses',
  location: 'addresses',
  birthday: 'birthday',
  taxId: 'taxId',
  preferences: 'notes',
  source: 'source',
  amount: 'dealMoney',
  estimate: 'dealMoney',
  paid: 'dealMoney',
  unpaid: 'dealMoney',
  lostNote: 'dealNotes',
};

/**
 * The group whose right decides over a field, by the field's name in records, lists and filters: "phones", "client.taxId",
 * "custom.KEY". Null where no right does.
 */
export function fieldGroupOf(field: string, record: 'party' | 'deal' | 'lead' | 'task'): FieldGroup | `custom:${string}` | null {
  const custom = /(?:^|\.)custom\.(.+)$/u.exec(field)?.[1];
  if (custom !== undefined) return `custom:${custom}`;
  const name = field.slice(field.lastIndexOf('.') + 1);
  const isClients = record === 'party' || field.startsWith('client.');
  if (name === 'notes') return isClients ? 'notes' : record === 'deal' ? 'dealNotes' : null;
  return groupOf[name] ?? null;
}
