import { dealStatuses } from '#shared/deal/fields.ts';
import { through } from '#shared/filter/catalogue.ts';
import type { FilterEntity } from '#shared/filter/catalogue.ts';
import { partyFilterEntity } from '#shared/party/filter-entity.ts';

const client = through('client', partyFilterEntity);

/** What can be asked of deals: their own fields, and under "client." those of their client. */
export const dealFilterEntity = {
  name: 'deal',
  fields: {
    title: { type: 'text', label: 'deal.field.title' },
    status: { type: 'choice', label: 'deal.field.status', choices: dealStatuses },
    pipelineId: { type: 'record', label: 'deal.field.pipelineId', record: 'pipeline' },
    stageId: { type: 'record', label: 'deal.field.stageId', record: 'stage' },
    partyId: { type: 'record', label: 'deal.field.partyId', record: 'party' },
    ownerId: { type: 'record', label: 'deal.field.ownerId', record: 'user' },
    branchId: { type: 'record', label: 'deal.field.branchId', record: 'branch' },
    amount: { type: 'money', label: 'deal.field.amount' },
    paid: { type: 'money', label: 'deal.field.paid' },
    /** What is still to be paid. */
    balance: { type: 'money', label: 'deal.field.balance' },
    currency: { type: 'text', label: 'deal.field.currency' },
    /** Percent, as lists show it. */
    probability: { type: 'number', label: 'deal.field.probability' },
    /** How many lines have a width and a height. */
    sizes: { type: 'number', label: 'deal.field.sizes' },
    lineCount: { type: 'number', label: 'deal.field.lines' },
    expectedClose: { type: 'date', label: 'deal.field.expectedClose' },
    nextTaskAt: { type: 'moment', label: 'deal.field.nextTaskAt' },
    /** Since when it is in its stage. */
    stageSince: { type: 'moment', label: 'deal.field.stageSince' },
    source: { type: 'text', label: 'deal.field.source' },
    channel: { type: 'text', label: 'deal.field.channel' },
    siteAddress: { type: 'text', label: 'deal.field.siteAddress' },
    visitAt: { type: 'moment', label: 'deal.field.visitAt' },
    leaveAt: { type: 'moment', label: 'deal.field.leaveAt' },
    workAt: { type: 'moment', label: 'deal.field.workAt' },
    notes: { type: 'text', label: 'deal.field.notes' },
    lostReasonId: { type: 'record', label: 'deal.field.lostReasonId', record: 'lostReason' },
    createdAt: { type: 'moment', label: 'deal.field.createdAt' },
    updatedAt: { type: 'moment', label: 'deal.field.updatedAt' },
    closedAt: { type: 'moment', label: 'deal.field.closedAt' },
    ...client.fields,
  },
  customPrefixes: ['custom.', ...client.customPrefixes],
} as const satisfies FilterEntity;
