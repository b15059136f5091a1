import { document, inCharge, message, task, theHead } from '#shared/automation/processes/process.ts';
import type { Making, ReadyRule } from '#shared/automation/processes/process.ts';
import type { AskableField } from '#shared/pipeline/contract.ts';

/** What rules know a first call by. */
export const firstCall = 'process.mark.firstCall';

/** Whoever calls first, and by when; called again as long as nobody answers. What is asked for makes a deal of the request. */
export function firstCallRules(asks: readonly AskableField[]): readonly ReadyRule[] {
  return [
    {
      key: 'assign',
      name: 'process.rule.assign',
      // A client's own seller hears of the next request, too.
      make: ({ by }) => ({
        event: { type: 'leadCame' },
        conditions: { all: [{ field: 'ownerId', is: 'isEmpty' }] },
        actions: [{ type: 'assign', assignee: by('manager') }],
      }),
    },
    {
      key: 'call',
      name: 'process.rule.call',
      make: ({ callMinutes, words }) => ({
        event: { type: 'leadCame' },
        actions: [
          task({
            taskType: 'call',
            title: words('process.task.call'),
            purpose: words(firstCall),
            assignee: inCharge,
            due: { type: 'after', amount: callMinutes, unit: 'minutes' },
            asks: [...asks],
          }),
        ],
      }),
    },
    {
      key: 'callAgain',
      name: 'process.rule.callAgain',
      make: ({ words }) => ({
        event: { type: 'taskDone', taskType: 'call', purpose: words(firstCall) },
        conditions: { all: [{ field: 'outcome', is: 'isAnyOf', value: ['noAnswer', 'busy', 'leftMessage'] }] },
        actions: [
          task({
            taskType: 'call',
            title: words('process.task.callAgain'),
            purpose: words(firstCall),
            assignee: inCharge,
            due: { type: 'after', amount: 2, unit: 'hours' },
            asks: [...asks],
          }),
        ],
      }),
    },
    {
      key: 'wrongNumber',
      name: 'process.rule.wrongNumber',
      make: ({ words }) => ({
        event: { type: 'taskDone', taskType: 'call', purpose: words(firstCall) },
        conditions: { all: [{ field: 'outcome', is: 'isAnyOf', value: ['wrongNumber'] }] },
        actions: [
          task({
            taskType: 'todo',
            title: words('process.task.wrongNumber'),
            purpose: words(firstCall),
            assignee: inCharge,
            due: { type: 'after', amount: 2, unit: 'hours' },
            asks: [...asks],
          }),
        ],
      }),
    },
  ];
}

/** After so many days in one stage with nothing planned, somebody is asked what comes next. */
export function idleRule(days: number): ReadyRule {
  return {
    key: 'idle',
    name: 'process.rule.idle',
    make: ({ pipelineId, words }) => ({
      event: { type: 'dateReached', record: 'deal', field: 'stageSince', days, at: '09:00' },
      conditions: {
        all: [
          { field: 'status', is: 'isAnyOf', value: ['open'] },
          { field: 'pipelineId', is: 'isAnyOf', value: [pipelineId] },
          { field: 'nextTaskAt', is: 'isEmpty' },
        ],
      },
      actions: [
        task({
          taskType: 'todo',
          title: words('process.task.idle'),
          purpose: words('process.mark.next'),
          assignee: inCharge,
          due: { type: 'after', amount: 3, unit: 'hours' },
        }),
      ],
    }),
  };
}

/** Of deals of this process only: a shop may have several. */
function ofPipeline({ pipelineId }: Making) {
  return { field: 'pipelineId', is: 'isAnyOf' as const, value: [pipelineId] };
}

export const reportRule: ReadyRule = {
  key: 'report',
  name: 'process.rule.report',
  make: (making) => ({
    event: { type: 'dealWon' },
    conditions: { all: [ofPipeline(making)] },
    actions: [document('dealReport', theHead)],
  }),
};

export const restRule: ReadyRule = {
  key: 'rest',
  name: 'process.rule.rest',
  make: (making) => ({
    event: { type: 'dealWon' },
    conditions: { all: [ofPipeline(making), { field: 'balance', is: 'moreThan', value: 0 }] },
    actions: [
      task({
        taskType: 'todo',
        title: making.words('process.task.rest'),
        purpose: making.words('process.mark.payment'),
        assignee: inCharge,
        due: { type: 'after', amount: 2, unit: 'workingDays', at: '12:00' },
      }),
    ],
  }),
};

export function afterSaleRule(days: number): ReadyRule {
  return {
    key: 'afterSale',
    name: 'process.rule.afterSale',
    make: (making) => ({
      event: { type: 'dealWon' },
      conditions: { all: [ofPipeline(making)] },
      actions: [
        task({
          taskType: 'call',
          title: making.words('process.task.afterSale'),
          purpose: making.words('process.mark.afterSale'),
          assignee: inCharge,
          due: { type: 'after', amount: days, unit: 'days', at: '11:00' },
          escalate: false,
        }),
      ],
    }),
  };
}

export const birthdayRule: ReadyRule = {
  key: 'birthday',
  name: 'process.rule.birthday',
  make: ({ words }) => ({
    event: { type: 'dateReached', record: 'party', field: 'birthday', days: 0, at: '09:00' },
    conditions: { all: [{ field: 'kind', is: 'isAnyOf', value: ['client'] }] },
    actions: [message(inCharge, { subject: words('process.task.birthday'), text: words('process.message.birthday') })],
  }),
};

/** The day before a client comes, or is visited, they are reminded. */
export const visitTomorrowRule: ReadyRule = {
  key: 'visitTomorrow',
  name: 'process.rule.visitTomorrow',
  make: (making) => ({
    event: { type: 'dateReached', record: 'deal', field: 'visitAt', days: -1, at: '10:00' },
    conditions: { all: [{ field: 'status', is: 'isAnyOf', value: ['open'] }, ofPipeline(making)] },
    actions: [
      message(inCharge, {
        subject: making.words('process.rule.visitTomorrow'),
        text: making.words('process.message.visitTomorrow'),
      }),
    ],
  }),
};
