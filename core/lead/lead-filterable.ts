import { defineFilterable } from '#core/filter/filterable.ts';
import type { FilterableField } from '#core/filter/filterable.ts';
import { throughRecord } from '#core/filter/through-record.ts';
import { leadRecord } from '#core/lead/lead.ts';
import type { LeadRow } from '#core/lead/lead.ts';
import { partyFilterable } from '#core/party/party-filterable.ts';
import type { Party } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import { leadFilterEntity } from '#shared/lead/filter-entity.ts';

/** A field that is a column as it is. */
function plain(field: Exclude<keyof LeadRow, 'id'>): FilterableField<LeadRow> {
  return { sql: (lead) => `${lead}.${leadRecord.fields[field].column}`, read: (lead) => lead[field] };
}

const client = throughRecord<LeadRow, Party>('client', partyFilterable, {
  id: (lead) => `${lead}.party_id`,
  find: ({ partyId }, { db }) => (partyId === null ? undefined : findParty(db, partyId)),
});

defineFilterable<LeadRow>({
  entity: leadFilterEntity,
  table: 'lead',
  fields: {
    title: plain('title'),
    name: plain('name'),
    companyName: plain('companyName'),
    text: plain('text'),
    source: plain('source'),
    channel: plain('channel'),
    status: plain('status'),
    ownerId: plain('ownerId'),
    branchId: plain('branchId'),
    receivedAt: plain('receivedAt'),
    handledAt: plain('handledAt'),
    hasNewParty: { sql: (lead) => `${lead}.has_new_party`, read: (lead) => lead.hasNewParty === 1 },
    ...client.fields,
  },
  customs: client.customs,
});
