import { inCharge, openIn, task } from '#shared/automation/processes/process.ts';
import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { birthdayRule, firstCallRules, visitTomorrowRule } from '#shared/automation/processes/usual-rules.ts';
import { firstScript } from '#shared/automation/processes/first-script.ts';

const appointment = 'process.mark.appointment';

/** Appointments: booked, reminded of the day before, kept or not, and the client invited again. */
export const salonProcess: ProcessDefinition = {
  key: 'salon',
  trade: 'salon',
  parts: [
    { key: 'manager', name: 'process.part.manager', role: 'seller' },
    { key: 'master', name: 'process.part.master', role: 'specialist' },
  ],
  rules: [
    ...firstCallRules(['visitAt']),
    {
      key: 'booked',
      name: 'process.rule.booked',
      make: (making) => ({
        event: { type: 'fieldChanged', record: 'deal', field: 'visitAt', filled: true },
        conditions: openIn(making, 'pipeline.stage.request', 'pipeline.stage.booked'),
        actions: [
          { type: 'moveStage', stageId: making.stage('pipeline.stage.booked') },
          task({
            taskType: 'meeting',
            title: making.words('process.task.appointment'),
            purpose: making.words(appointment),
            assignee: making.by('master'),
            due: { type: 'dealMoment', field: 'visitAt' },
            durationMinutes: 60,
            remindMinutes: 10,
          }),
        ],
      }),
    },
    visitTomorrowRule,
    {
      key: 'served',
      name: 'process.rule.served',
      make: (making) => ({
        event: { type: 'taskDone', taskType: null, purpose: making.words(appointment) },
        conditions: { all: [{ field: 'deal.status', is: 'isAnyOf', value: ['open'] }] },
        actions: [{ type: 'winDeal' }],
      }),
    },
    {
      key: 'noShow',
      name: 'process.rule.noShow',
      make: ({ words }) => ({
        event: { type: 'taskOverdue', taskType: null, purpose: words(appointment) },
        conditions: { all: [{ field: 'deal.status', is: 'isAnyOf', value: ['open'] }] },
        actions: [
          task({
            taskType: 'call',
            title: words('process.task.noShow'),
            purpose: words('process.mark.noShow'),
            assignee: inCharge,
            due: { type: 'after', amount: 1, unit: 'hours' },
          }),
        ],
      }),
    },
    {
      key: 'inviteAgain',
      name: 'process.rule.afterSale',
      make: ({ pipelineId, words }) => ({
        event: { type: 'dealWon' },
        conditions: { all: [{ field: 'pipelineId', is: 'isAnyOf', value: [pipelineId] }] },
        actions: [
          task({
            taskType: 'call',
            title: words('process.task.inviteAgain'),
            purpose: words('process.mark.afterSale'),
            assignee: inCharge,
            due: { type: 'after', amount: 30, unit: 'days', at: '11:00' },
            escalate: false,
          }),
        ],
      }),
    },
    birthdayRule,
  ],
  script: firstScript,
};
