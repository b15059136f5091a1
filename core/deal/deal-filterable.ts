import { linesOf } from '#core/deal/deal-line.ts';
import { dealRecord } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { defineFilterable } from '#core/filter/filterable.ts';
import type { FilterableField } from '#core/filter/filterable.ts';
import { throughRecord } from '#core/filter/through-record.ts';
import { partyFilterable } from '#core/party/party-filterable.ts';
import { findParty } from '#core/party/queries.ts';
import { stageRecord } from '#core/pipeline/pipeline.ts';
import { readRecord } from '#core/records/write.ts';
import { dealFilterEntity } from '#shared/deal/filter-entity.ts';

/** A field that is a column as it is. */
function plain(field: Exclude<keyof DealRow, 'id'>): FilterableField<DealRow> {
  return { sql: (deal) => `${deal}.${dealRecord.fields[field].column}`, read: (deal) => deal[field] };
}

const client = throughRecord('client', partyFilterable, {
  id: (deal) => `${deal}.party_id`,
  find: (deal: DealRow, { db }) => findParty(db, deal.partyId),
});

const ofOpen = (deal: string) =>
  `coalesce(${deal}.own_probability, (SELECT probability FROM stage ${deal}_stage WHERE ${deal}_stage.id = ${deal}.stage_id))`;

export const dealFilterable = defineFilterable<DealRow>({
  entity: dealFilterEntity,
  table: 'deal',
  fields: {
    title: plain('title'),
    status: plain('status'),
    pipelineId: plain('pipelineId'),
    stageId: plain('stageId'),
    partyId: plain('partyId'),
    ownerId: plain('ownerId'),
    branchId: plain('branchId'),
    amount: plain('amount'),
    paid: plain('paid'),
    balance: { sql: (deal) => `(${deal}.amount - ${deal}.paid)`, read: (deal) => deal.amount - deal.paid },
    currency: plain('currency'),
    probability: {
      sql: (deal) => `CASE ${deal}.status WHEN 'won' THEN 100 WHEN 'lost' THEN 0 ELSE ${ofOpen(deal)} END`,
      read: (deal, { db }) => {
        if (deal.status !== 'open') return deal.status === 'won' ? 100 : 0;
        return deal.ownProbability ?? readRecord(db, stageRecord, deal.stageId)?.row.probability ?? null;
      },
    },
    sizes: plain('sizes'),
    lineCount: {
      sql: (deal) => `(SELECT count(*) FROM deal_line ${deal}_line WHERE ${deal}_line.deal_id = ${deal}.id)`,
      read: (deal, { db }) => linesOf(db, deal.id).length,
    },
    expectedClose: plain('expectedClose'),
    nextTaskAt: plain('nextTaskAt'),
    stageSince: plain('stageSince'),
    source: plain('source'),
    channel: plain('channel'),
    siteAddress: plain('siteAddress'),
    visitAt: plain('visitAt'),
    leaveAt: plain('leaveAt'),
    workAt: plain('workAt'),
    notes: plain('notes'),
    lostReasonId: plain('lostReasonId'),
    createdAt: plain('createdAt'),
    updatedAt: plain('updatedAt'),
    closedAt: plain('closedAt'),
    ...client.fields,
  },
  customs: { 'custom.': { sql: (deal) => `${deal}.custom`, read: (deal) => deal.custom }, ...client.customs },
});
