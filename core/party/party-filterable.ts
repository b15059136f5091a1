import { defineFilterable } from '#core/filter/filterable.ts';
import type { FilterableField } from '#core/filter/filterable.ts';
import { partyRecord } from '#core/party/party-record.ts';
import type { Party } from '#core/party/party.ts';
import { partyFilterEntity } from '#shared/party/filter-entity.ts';

/** A field that is a column as it is. */
function plain(field: Exclude<keyof Party, 'id'>): FilterableField<Party> {
  return { sql: (party) => `${party}.${partyRecord.fields[field].column}`, read: (party) => party[field] };
}

export const partyFilterable = defineFilterable<Party>({
  entity: partyFilterEntity,
  table: 'party',
  fields: {
    type: plain('type'),
    kind: plain('kind'),
    isKey: { sql: (party) => `${party}.is_key`, read: (party) => party.isKey === 1 },
    title: plain('title'),
    jobTitle: plain('jobTitle'),
    tags: plain('tags'),
    groups: plain('groups'),
    city: {
      sql: (party) => `${party}.addresses`,
      element: (address) => `${address}.value ->> 'city'`,
      read: (party) => party.addresses.map(({ city }) => city),
    },
    source: plain('source'),
    ownerId: plain('ownerId'),
    branchId: plain('branchId'),
    taxId: plain('taxId'),
    birthday: plain('birthday'),
    phones: {
      sql: (party) => `${party}.phones`,
      element: (phone) => `coalesce(${phone}.value ->> 'e164', ${phone}.value ->> 'raw')`,
      read: (party) => party.phones.map(({ e164, raw }) => e164 ?? raw),
    },
    phoneCount: { sql: (party) => `json_array_length(${party}.phones)`, read: (party) => party.phones.length },
    emails: {
      sql: (party) => `${party}.emails`,
      element: (email) => `${email}.value ->> 'address'`,
      read: (party) => party.emails.map(({ address }) => address),
    },
    preferredChannel: plain('preferredChannel'),
    doNotContact: plain('doNotContact'),
    notes: plain('notes'),
    createdAt: plain('createdAt'),
    updatedAt: plain('updatedAt'),
  },
  customs: { 'custom.': { sql: (party) => `${party}.custom`, read: (party) => party.custom } },
});
