import { firstScript } from '#shared/automation/processes/first-script.ts';
import { inCharge, openIn, task } from '#shared/automation/processes/process.ts';
import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { afterSaleRule, birthdayRule, firstCallRules, idleRule, reportRule } from '#shared/automation/processes/usual-rules.ts';

/** Sales of any kind: nobody waits for a call, no quote is left without an answer, no deal without a next step. */
export const otherProcess: ProcessDefinition = {
  key: 'sales',
  trade: 'other',
  parts: [{ key: 'manager', name: 'process.part.manager', role: 'seller' }],
  rules: [
    ...firstCallRules([]),
    {
      key: 'quoteWaits',
      name: 'process.rule.quoteWaits',
      make: (making) => ({
        event: { type: 'dateReached', record: 'deal', field: 'stageSince', days: 3, at: '10:00' },
        conditions: openIn(making, 'pipeline.stage.quote'),
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
        conditions: openIn(making, 'pipeline.stage.request', 'pipeline.stage.contact', 'pipeline.stage.quote'),
        actions: [{ type: 'moveStage', stageId: making.stage('pipeline.stage.work') }],
      }),
    },
    reportRule,
    afterSaleRule(14),
    birthdayRule,
    idleRule(5),
  ],
  script: firstScript,
};
