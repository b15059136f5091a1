import { firstScript } from '#shared/automation/processes/first-script.ts';
import { inCharge, message, openIn, task } from '#shared/automation/processes/process.ts';
import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { afterSaleRule, birthdayRule, firstCallRules, idleRule } from '#shared/automation/processes/usual-rules.ts';

/** Orders from a site: confirmed, paid, packed, sent, and asked about afterwards. */
export const onlineProcess: ProcessDefinition = {
  key: 'online',
  trade: 'online',
  parts: [
    { key: 'manager', name: 'process.part.manager', role: 'seller' },
    { key: 'packer', name: 'process.part.packer', role: 'specialist' },
  ],
  rules: [
    ...firstCallRules([]),
    {
      key: 'payReminder',
      name: 'process.rule.payReminder',
      make: (making) => ({
        event: { type: 'dateReached', record: 'deal', field: 'stageSince', days: 1, at: '10:00' },
        conditions: { all: [openIn(making, 'pipeline.stage.payment'), { field: 'paid', is: 'equals', value: 0 }] },
        actions: [
          message(inCharge, {
            subject: making.words('process.rule.payReminder'),
            text: making.words('process.message.payReminder'),
          }),
        ],
      }),
    },
    {
      key: 'paid',
      name: 'process.rule.paid',
      make: (making) => ({
        event: { type: 'paymentEntered' },
        conditions: openIn(making, 'pipeline.stage.request', 'pipeline.stage.payment'),
        actions: [{ type: 'moveStage', stageId: making.stage('pipeline.stage.packing') }],
      }),
    },
    {
      key: 'pack',
      name: 'process.rule.pack',
      make: (making) => ({
        event: { type: 'stageEntered', stageId: making.stage('pipeline.stage.packing') },
        actions: [
          task({
            taskType: 'todo',
            title: making.words('process.task.pack'),
            purpose: making.words('process.mark.pack'),
            assignee: making.by('packer'),
            due: { type: 'after', amount: 1, unit: 'workingDays', at: '16:00' },
          }),
        ],
      }),
    },
    {
      key: 'sent',
      name: 'process.rule.sent',
      make: (making) => ({
        event: { type: 'taskDone', taskType: null, purpose: making.words('process.mark.pack') },
        conditions: { all: [{ field: 'deal.stageId', is: 'isAnyOf', value: [making.stage('pipeline.stage.packing')] }] },
        actions: [
          { type: 'moveStage', stageId: making.stage('pipeline.stage.delivery') },
          message(inCharge, { subject: making.words('process.rule.sent'), text: making.words('process.message.sent') }),
        ],
      }),
    },
    afterSaleRule(7),
    birthdayRule,
    idleRule(3),
  ],
  script: firstScript,
};
