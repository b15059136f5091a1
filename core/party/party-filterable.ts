import { defineFilterable } from '#core/filter/filterable.ts';
import type { FilterableField } from '#core/filter/filterable.ts';
import { partyRecord } from '#core/party/party-record.ts';
import { purposesSaid } from '#core/privacy/consent.ts';
import type { Party } from '#core/party/party.ts';
import { partyFilterEntity } from '#shared/party/filter-entity.ts';

/** A field that is a column as it is. */
function plain(field: Exclude<keyof Party, 'id'>): FilterableField<Party> {
  return { sql: (party) => `${party}.${partyRecord.fields[field].column}`, read: (party) => party[field] };
}

/** Purposes of which a client said last that it is allowed, or that it isn't. */
function saidOf(given: 0 | 1): FilterableField<Party> {
  return {
    sql: (
      party,
    ) => `(SELECT json_group_array(said.purpose) FROM consent said WHERE said.party_id = ${party}.id AND said.given = ${given}
      AND said.id = (SELECT last.id FROM consent last WHERE last.party_id = said.party_id AND last.purpose = said.purpose
        ORDER BY last.said_on DESC, last.created_at DESC, last.id DESC LIMIT 1))`,
    read: ({ id }, { db }) => purposesSaid(db, id, given === 1),
  };
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
    allows: saidOf(1),
    forbids: saidOf(0),
    notes: plain('notes'),
    createdAt: plain('createdAt'),
    updatedAt: plain('updatedAt'),
  },
  customs: { 'custom.': { sql: (party) => `${party}.custom`, read: (party) => party.custom } },
});
