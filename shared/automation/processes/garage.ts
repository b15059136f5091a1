import { firstScript } from '#shared/automation/processes/first-script.ts';
import { document, inCharge, message, openIn, task } from '#shared/automation/processes/process.ts';
import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { firstCallRules, idleRule, visitTomorrowRule } from '#shared/automation/processes/usual-rules.ts';

/** Repairs: booked, looked at, agreed, repaired, handed over, and the client invited for the next service. */
export const garageProcess: ProcessDefinition = {
  key: 'garage',
  trade: 'garage',
  parts: [
    { key: 'manager', name: 'process.part.manager', role: 'seller' },
    { key: 'mechanic', name: 'process.part.mechanic', role: 'specialist' },
  ],
  rules: [
    ...firstCallRules(['visitAt']),
    {
      key: 'booked',
      name: 'process.rule.booked',
      make: (making) => ({
        event: { type: 'fieldChanged', record: 'deal', field: 'visitAt', filled: true },
        conditions: openIn(making, 'pipeline.stage.request', 'pipeline.stage.diagnosis'),
        actions: [
          { type: 'moveStage', stageId: making.stage('pipeline.stage.diagnosis') },
          task({
            taskType: 'meeting',
            title: making.words('process.task.diagnose'),
            purpose: making.words('process.mark.diagnose'),
            assignee: making.by('mechanic'),
            due: { type: 'dealMoment', field: 'visitAt' },
            durationMinutes: 60,
            remindMinutes: 15,
            asks: ['lines'],
          }),
        ],
      }),
    },
    visitTomorrowRule,
    {
      key: 'agreeRepair',
      name: 'process.rule.agreeRepair',
      make: ({ words }) => ({
        event: { type: 'taskDone', taskType: null, purpose: words('process.mark.diagnose') },
        conditions: { all: [{ field: 'deal.status', is: 'isAnyOf', value: ['open'] }] },
        actions: [
          task({
            taskType: 'call',
            title: words('process.task.agreeRepair'),
            purpose: words('process.mark.agreeRepair'),
            assignee: inCharge,
            due: { type: 'after', amount: 30, unit: 'minutes' },
          }),
        ],
      }),
    },
    {
      key: 'repair',
      name: 'process.rule.repair',
      make: (making) => ({
        event: { type: 'stageEntered', stageId: making.stage('pipeline.stage.repair') },
        actions: [
          task({
            taskType: 'todo',
            title: making.words('process.task.repair'),
            purpose: making.words('process.mark.repair'),
            assignee: making.by('mechanic'),
            due: { type: 'after', amount: 1, unit: 'workingDays', at: '17:00' },
          }),
          document('jobSheet', making.by('mechanic')),
        ],
      }),
    },
    {
      key: 'repaired',
      name: 'process.rule.repaired',
      make: (making) => ({
        event: { type: 'taskDone', taskType: null, purpose: making.words('process.mark.repair') },
        conditions: { all: [{ field: 'deal.stageId', is: 'isAnyOf', value: [making.stage('pipeline.stage.repair')] }] },
        actions: [
          { type: 'moveStage', stageId: making.stage('pipeline.stage.ready') },
          message(inCharge, { subject: making.words('process.rule.repaired'), text: making.words('process.message.repaired') }),
        ],
      }),
    },
    {
      key: 'serviceAgain',
      name: 'process.rule.serviceAgain',
      make: ({ pipelineId, words }) => ({
        event: { type: 'dateReached', record: 'deal', field: 'closedAt', days: 182, at: '10:00' },
        conditions: {
          all: [
            { field: 'status', is: 'isAnyOf', value: ['won'] },
            { field: 'pipelineId', is: 'isAnyOf', value: [pipelineId] },
          ],
        },
        actions: [
          task({
            taskType: 'call',
            title: words('process.task.serviceAgain'),
            purpose: words('process.mark.afterSale'),
            assignee: inCharge,
            due: { type: 'after', amount: 2, unit: 'workingDays', at: '12:00' },
            escalate: false,
          }),
        ],
      }),
    },
    idleRule(3),
  ],
  script: firstScript,
};
