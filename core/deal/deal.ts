import type { z } from 'zod';
import { takeVisits, visitsToCarry } from '#core/deal/carried-visits.ts';
import { derivedFields } from '#core/deal/derived-fields.ts';
import { indexDeal } from '#core/deal/deal-index.ts';
import { followStages } from '#core/deal/stage-visits.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { takeNoticesBack } from '#core/notice/take-back.ts';
import { defineRecordType } from '#core/records/record-type.ts';
import { readRecord } from '#core/records/write.ts';
import type { dealReadShape } from '#shared/deal/fields.ts';

/** A deal as it is kept. */
export type DealRow = {
  readonly [Field in keyof typeof dealReadShape]: z.infer<(typeof dealReadShape)[Field]>;
} & {
  /** For sorting by title. */
  readonly titleKey: string;
};

export const dealRecord = defineRecordType<DealRow>({
  name: 'deal',
  table: 'deal',
  fields: {
    title: { column: 'title' },
    titleKey: { column: 'title_key', derived: true },
    partyId: { column: 'party_id' },
    pipelineId: { column: 'pipeline_id' },
    stageId: { column: 'stage_id' },
    status: { column: 'status' },
    ownerId: { column: 'owner_id' },
    branchId: { column: 'branch_id' },
    currency: { column: 'currency' },
    pricesIncludeTax: { column: 'prices_include_tax', json: true },
    estimate: { column: 'estimate' },
    amount: { column: 'amount', derived: true },
    paid: { column: 'paid', derived: true },
    sizes: { column: 'sizes', derived: true },
    ownProbability: { column: 'own_probability' },
    expectedClose: { column: 'expected_close' },
    source: { column: 'source' },
    channel: { column: 'channel' },
    siteAddress: { column: 'site_address' },
    visitAt: { column: 'visit_at' },
    leaveAt: { column: 'leave_at' },
    workAt: { column: 'work_at' },
    workMinutes: { column: 'work_minutes' },
    notes: { column: 'notes' },
    custom: { column: 'custom', json: true, keyed: true },
    leadId: { column: 'lead_id' },
    lostReasonId: { column: 'lost_reason_id' },
    lostNote: { column: 'lost_note' },
    stageSince: { column: 'stage_since', quiet: true },
    nextTaskAt: { column: 'next_task_at', derived: true },
    closedAt: { column: 'closed_at', quiet: true },
    createdAt: { column: 'created_at' },
    updatedAt: { column: 'updated_at', quiet: true },
    deletedAt: { column: 'deleted_at' },
  },
  references: [
    { field: 'partyId', to: 'party', onPurge: 'purge' },
    { field: 'pipelineId', to: 'pipeline', onPurge: 'purge' },
    { field: 'stageId', to: 'stage', onPurge: 'purge' },
    { field: 'ownerId', to: 'user', onPurge: 'clear' },
    { field: 'lostReasonId', to: 'lost_reason', onPurge: 'clear' },
  ],
  derive: (deal, { tx }) => ({ ...deal, ...derivedFields(tx, deal) }),
  written(change) {
    indexDeal(change);
    followStages(change);
    if (change.before && !change.after) takeNoticesBack(change.act, change.before.id);
  },
  describe: (deal) => deal.title,
  ofBranch: true,
  carried: {
    field: 'visits',
    follows: ['pipelineId', 'stageId', 'status'],
    read: visitsToCarry,
    write(act, id, visits) {
      const deal = findDeal(act.tx, id);
      if (deal) takeVisits(act, deal, visits);
    },
  },
});

/** A deal by id, in use or in the recycle bin. */
export function findDeal(db: ReadDb, id: string): DealRow | undefined {
  return readRecord(db, dealRecord, id)?.row;
}
