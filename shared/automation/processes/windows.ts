import { document, inCharge, nextNoon, openIn, task } from '#shared/automation/processes/process.ts';
import type { Making, ProcessDefinition, ReadyRule } from '#shared/automation/processes/process.ts';
import {
  afterSaleRule,
  firstCall,
  firstCallRules,
  idleRule,
  reportRule,
  restRule,
} from '#shared/automation/processes/usual-rules.ts';

const measuring: readonly ReadyRule[] = [
  {
    key: 'measure',
    name: 'process.rule.measure',
    make: (making) => ({
      event: { type: 'fieldChanged', record: 'deal', field: 'visitAt', filled: true },
      conditions: openIn(making, 'pipeline.stage.request', 'pipeline.stage.measuring'),
      actions: [
        { type: 'moveStage', stageId: making.stage('pipeline.stage.measuring') },
        task({
          taskType: 'visit',
          title: making.words('process.task.measure'),
          purpose: making.words('process.mark.measure'),
          assignee: making.by('measurer'),
          due: { type: 'dealMoment', field: 'visitAt' },
          durationMinutes: 60,
          remindMinutes: 60,
          asks: ['sizes'],
        }),
      ],
    }),
  },
  {
    key: 'sizes',
    name: 'process.rule.sizes',
    make: (making) => ({
      event: { type: 'fieldChanged', record: 'deal', field: 'sizes', filled: true },
      conditions: openIn(making, 'pipeline.stage.request', 'pipeline.stage.measuring'),
      actions: [{ type: 'moveStage', stageId: making.stage('pipeline.stage.quote') }],
    }),
  },
  {
    key: 'measured',
    name: 'process.rule.measured',
    // Sizes may have come one after another, the first of them too early to move the deal.
    make: (making) => ({
      event: { type: 'taskDone', taskType: null, purpose: making.words('process.mark.measure') },
      conditions: {
        all: [
          { field: 'deal.status', is: 'isAnyOf', value: ['open'] },
          {
            field: 'deal.stageId',
            is: 'isAnyOf',
            value: [making.stage('pipeline.stage.request'), making.stage('pipeline.stage.measuring')],
          },
        ],
      },
      actions: [{ type: 'moveStage', stageId: making.stage('pipeline.stage.quote') }],
    }),
  },
];

const agreeing: readonly ReadyRule[] = [
  {
    key: 'price',
    name: 'process.rule.price',
    make: (making) => ({
      event: { type: 'stageEntered', stageId: making.stage('pipeline.stage.quote') },
      actions: [
        task({
          taskType: 'todo',
          title: making.words('process.task.price'),
          purpose: making.words('process.mark.price'),
          assignee: making.by('estimator'),
          due: nextNoon,
          asks: ['prices'],
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
        'pipeline.stage.measuring',
        'pipeline.stage.quote',
        'pipeline.stage.payment',
      ),
      actions: [
        { type: 'moveStage', stageId: making.stage('pipeline.stage.payment') },
        document('invoice'),
        task({
          taskType: 'todo',
          title: making.words('process.task.pay'),
          purpose: making.words('process.mark.payment'),
          assignee: inCharge,
          due: { type: 'after', amount: 3, unit: 'workingDays', at: '12:00' },
          asks: ['payment'],
        }),
      ],
    }),
  },
  {
    key: 'paid',
    name: 'process.rule.paid',
    make: (making) => ({
      event: { type: 'paymentEntered' },
      conditions: openIn(making, 'pipeline.stage.quote', 'pipeline.stage.payment'),
      actions: [
        { type: 'closeTasks', purpose: making.words('process.mark.payment') },
        { type: 'moveStage', stageId: making.stage('pipeline.stage.installation') },
      ],
    }),
  },
];

function installActions({ words, by }: Making) {
  return [
    task({
      taskType: 'visit',
      title: words('process.task.install'),
      purpose: words('process.mark.install'),
      assignee: by('installer'),
      due: { type: 'dealMoment', field: 'workAt' },
      remindMinutes: 60,
    }),
    document('jobSheet', by('installer')),
  ];
}

const installing: readonly ReadyRule[] = [
  {
    key: 'agreeDay',
    name: 'process.rule.agreeDay',
    make: (making) => ({
      event: { type: 'stageEntered', stageId: making.stage('pipeline.stage.installation') },
      conditions: { all: [{ field: 'workAt', is: 'isEmpty' }] },
      actions: [
        task({
          taskType: 'call',
          title: making.words('process.task.agreeDay'),
          purpose: making.words('process.mark.agreeDay'),
          assignee: inCharge,
          due: nextNoon,
          asks: ['workAt'],
        }),
      ],
    }),
  },
  {
    key: 'install',
    name: 'process.rule.install',
    make: (making) => ({
      event: { type: 'stageEntered', stageId: making.stage('pipeline.stage.installation') },
      conditions: { all: [{ field: 'workAt', is: 'isFilled' }] },
      actions: installActions(making),
    }),
  },
  {
    key: 'installDay',
    name: 'process.rule.installDay',
    make: (making) => ({
      event: { type: 'fieldChanged', record: 'deal', field: 'workAt', filled: true },
      conditions: openIn(making, 'pipeline.stage.installation'),
      actions: installActions(making),
    }),
  },
  {
    key: 'installed',
    name: 'process.rule.installed',
    make: (making) => ({
      event: { type: 'taskDone', taskType: null, purpose: making.words('process.mark.install') },
      conditions: { all: [{ field: 'deal.status', is: 'isAnyOf', value: ['open'] }] },
      actions: [{ type: 'winDeal' }],
    }),
  },
];

/** From a request to windows that stand: call, measure, price, payment, installation, report. */
export const windowsProcess: ProcessDefinition = {
  key: 'windows',
  trade: 'windows',
  parts: [
    { key: 'manager', name: 'process.part.manager', role: 'seller' },
    { key: 'measurer', name: 'process.part.measurer', role: 'specialist' },
    { key: 'estimator', name: 'process.part.estimator', role: 'seller' },
    { key: 'installer', name: 'process.part.installer', role: 'specialist' },
  ],
  rules: [
    ...firstCallRules(['siteAddress', 'visitAt']),
    ...measuring,
    ...agreeing,
    ...installing,
    reportRule,
    restRule,
    afterSaleRule(14),
    idleRule(5),
  ],
  script: {
    name: 'process.script.windows',
    purpose: firstCall,
    steps: [
      'process.script.hello',
      'process.script.windowsWish',
      'process.script.address',
      'process.script.visit',
      'process.script.repeat',
    ],
    answers: [
      { question: 'process.script.howMuch', answer: 'process.script.howMuchWindows' },
      { question: 'process.script.cheaper', answer: 'process.script.cheaperAnswer' },
      { question: 'process.script.howLong', answer: 'process.script.howLongAnswer' },
      { question: 'process.script.thinking', answer: 'process.script.thinkingAnswer' },
    ],
  },
};
