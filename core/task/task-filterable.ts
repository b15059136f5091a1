import { dealFilterable } from '#core/deal/deal-filterable.ts';
import { findDeal } from '#core/deal/deal.ts';
import type { DealRow } from '#core/deal/deal.ts';
import { defineFilterable } from '#core/filter/filterable.ts';
import type { FilterableField } from '#core/filter/filterable.ts';
import { throughRecord } from '#core/filter/through-record.ts';
import { partyFilterable } from '#core/party/party-filterable.ts';
import type { Party } from '#core/party/party.ts';
import { findParty } from '#core/party/queries.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';
import { taskFilterEntity } from '#shared/task/filter-entity.ts';

/** A field that is a column as it is. */
function plain(field: Exclude<keyof TaskRow, 'id'>): FilterableField<TaskRow> {
  return { sql: (task) => `${task}.${taskRecord.fields[field].column}`, read: (task) => task[field] };
}

const client = throughRecord<TaskRow, Party>('client', partyFilterable, {
  id: (task) => `${task}.party_id`,
  find: ({ partyId }, { db }) => (partyId === null ? undefined : findParty(db, partyId)),
});

const deal = throughRecord<TaskRow, DealRow>('deal', dealFilterable, {
  id: (task) => `${task}.deal_id`,
  find: ({ dealId }, { db }) => (dealId === null ? undefined : findDeal(db, dealId)),
});

defineFilterable<TaskRow>({
  entity: taskFilterEntity,
  table: 'task',
  fields: {
    type: plain('type'),
    title: plain('title'),
    purpose: plain('purpose'),
    status: plain('status'),
    assigneeId: plain('assigneeId'),
    authorId: plain('authorId'),
    branchId: plain('branchId'),
    dueAt: plain('dueAt'),
    createdAt: plain('createdAt'),
    doneAt: plain('doneAt'),
    escalatedAt: plain('escalatedAt'),
    outcome: plain('outcome'),
    ...client.fields,
    ...deal.fields,
  },
  customs: { ...client.customs, ...deal.customs },
});
