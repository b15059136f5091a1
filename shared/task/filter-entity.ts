import { callOutcomes } from '#shared/activity/contract.ts';
import { dealFilterEntity } from '#shared/deal/filter-entity.ts';
import { through } from '#shared/filter/catalogue.ts';
import type { FilterEntity } from '#shared/filter/catalogue.ts';
import { partyFilterEntity } from '#shared/party/filter-entity.ts';
import { taskStatuses, taskTypes } from '#shared/task/contract.ts';

const deal = through('deal', dealFilterEntity);
const client = through('client', partyFilterEntity);

/** What can be asked of tasks. */
export const taskFilterEntity = {
  name: 'task',
  fields: {
    type: { type: 'choice', label: 'task.field.type', choices: taskTypes },
    title: { type: 'text', label: 'task.field.title' },
    purpose: { type: 'text', label: 'task.field.purpose' },
    status: { type: 'choice', label: 'task.field.status', choices: taskStatuses },
    assigneeId: { type: 'record', label: 'task.field.assigneeId', record: 'user' },
    authorId: { type: 'record', label: 'task.field.authorId', record: 'user' },
    branchId: { type: 'record', label: 'task.field.branchId', record: 'branch' },
    dueAt: { type: 'moment', label: 'task.field.dueAt' },
    createdAt: { type: 'moment', label: 'task.field.createdAt' },
    doneAt: { type: 'moment', label: 'task.field.doneAt' },
    escalatedAt: { type: 'moment', label: 'task.field.escalatedAt' },
    outcome: { type: 'choice', label: 'task.field.outcome', choices: callOutcomes },
    ...client.fields,
    ...deal.fields,
  },
  customPrefixes: [...client.customPrefixes, ...deal.customPrefixes],
} as const satisfies FilterEntity;
