import { firstScript } from '#shared/automation/processes/first-script.ts';
import { document, inCharge, nextNoon, openIn, task, theHead } from '#shared/automation/processes/process.ts';
import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { firstCallRules, idleRule, restRule } from '#shared/automation/processes/usual-rules.ts';

/** Orders: quoted, followed up, agreed, delivered and paid for. */
export const wholesaleProcess: ProcessDefinition = {
  key: 'wholesale',
  trade: 'wholesale',
  parts: [
    { key: 'manager', name: 'process.part.manager', role: 'seller' },
    { key: 'driver', name: 'process.part.driver', role: 'specialist' },
  ],
  rules: [
    ...firstCallRules([]),
    {
      key: 'quote',
      name: 'process.rule.quote',
      make: (making) => ({
        event: { type: 'stageEntered', stageId: making.stage('pipeline.stage.quote') },
        actions: [
          task({
            taskType: 'todo',
            title: making.words('process.task.quote'),
            purpose: making.words('process.mark.price'),
            assignee: inCharge,
            due: nextNoon,
            asks: ['prices'],
          }),
        ],
      }),
    },
    {
      key: 'quoteWaits',
      name: 'process.rule.quoteWaits',
      make: (making) => ({
        event: { type: 'dateReached', record: 'deal', field: 'stageSince', days: 3, at: '10:00' },
        conditions: openIn(making, 'pipeline.stage.quote', 'pipeline.stage.negotiation'),
        actions: [
          task({
            taskType: 'call',
            title: making.words('process.task.quoteWaits'),
            purpose: making.words('process.mark.quote'),
            assignee: inCharge,
            due: { type: 'after', amount: 2, unit: 'hours' },
          }),
        ],
      }),
    },
    {
      key: 'accepted',
      name: 'process.rule.accepted',
      make: (making) => ({
        event: { type: 'documentAccepted', kind: 'quote' },
        conditions: openIn(
          making,
          'pipeline.stage.request',
          'pipeline.stage.quote',
          'pipeline.stage.negotiation',
          'pipeline.stage.order',
        ),
        actions: [{ type: 'moveStage', stageId: making.stage('pipeline.stage.order') }, document('order'), document('invoice')],
      }),
    },
    {
      key: 'deliver',
      name: 'process.rule.deliver',
      make: (making) => ({
        event: { type: 'stageEntered', stageId: making.stage('pipeline.stage.delivery') },
        actions: [
          task({
            taskType: 'todo',
            title: making.words('process.task.deliver'),
            purpose: making.words('process.mark.deliver'),
            assignee: making.by('driver'),
            due: { type: 'after', amount: 1, unit: 'workingDays', at: '17:00' },
          }),
          document('jobSheet', making.by('driver')),
        ],
      }),
    },
    {
      key: 'delivered',
      name: 'process.rule.delivered',
      make: (making) => ({
        event: { type: 'taskDone', taskType: null, purpose: making.words('process.mark.deliver') },
        conditions: { all: [{ field: 'deal.status', is: 'isAnyOf', value: ['open'] }] },
        actions: [{ type: 'winDeal' }],
      }),
    },
    restRule,
    {
      key: 'debt',
      name: 'process.rule.debt',
      make: ({ pipelineId, words }) => ({
        event: { type: 'dateReached', record: 'deal', field: 'closedAt', days: 14, at: '09:00' },
        conditions: {
          all: [
            { field: 'status', is: 'isAnyOf', value: ['won'] },
            { field: 'pipelineId', is: 'isAnyOf', value: [pipelineId] },
            { field: 'balance', is: 'moreThan', value: 0 },
          ],
        },
        actions: [
          task({
            taskType: 'call',
            title: words('process.task.debt'),
            purpose: words('process.mark.debt'),
            assignee: inCharge,
            due: { type: 'after', amount: 3, unit: 'hours' },
          }),
          { type: 'notify', to: theHead, text: words('process.task.debt') },
        ],
      }),
    },
    idleRule(7),
  ],
  script: firstScript,
};
