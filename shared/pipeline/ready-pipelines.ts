import type { AskableField, stageColours } from '#shared/pipeline/contract.ts';
import type { pipelineMessages } from '#shared/pipeline/messages.ts';
import type { Settings } from '#shared/settings/contract.ts';

type PipelineMessage = keyof typeof pipelineMessages;

/** A stage as a trade usually has it; its name is a message. */
export interface ReadyStage {
  readonly name: PipelineMessage;
  /** Percent. */
  readonly probability: number;
  readonly rottingDays: number | null;
  readonly colour: (typeof stageColours)[number];
  readonly requiredFields: readonly AskableField[];
}

export interface ReadyPipeline {
  readonly name: PipelineMessage;
  readonly stages: readonly ReadyStage[];
  readonly lostReasons: readonly PipelineMessage[];
}

const usualReasons = [
  'pipeline.lost.price',
  'pipeline.lost.competitor',
  'pipeline.lost.noAnswer',
  'pipeline.lost.postponed',
  'pipeline.lost.timing',
  'pipeline.lost.notOurs',
] as const satisfies readonly PipelineMessage[];

type StageRest = Pick<ReadyStage, 'probability' | 'rottingDays' | 'colour'> & Partial<Pick<ReadyStage, 'requiredFields'>>;

function stage(name: PipelineMessage, { requiredFields = [], ...rest }: StageRest): ReadyStage {
  return { name, requiredFields, ...rest };
}

/** What a shop of each trade may begin with, and change as it likes. */
export const readyPipelines: Readonly<Record<Settings['trade'], ReadyPipeline>> = {
  windows: {
    name: 'pipeline.ready.windows',
    stages: [
      stage('pipeline.stage.request', { probability: 10, rottingDays: 2, colour: 'blue' }),
      stage('pipeline.stage.measuring', {
        probability: 30,
        rottingDays: 5,
        colour: 'cyan',
        requiredFields: ['client.phone', 'siteAddress'],
      }),
      stage('pipeline.stage.quote', { probability: 50, rottingDays: 7, colour: 'violet', requiredFields: ['sizes'] }),
      stage('pipeline.stage.payment', { probability: 80, rottingDays: 7, colour: 'orange', requiredFields: ['prices'] }),
      stage('pipeline.stage.installation', {
        probability: 95,
        rottingDays: 30,
        colour: 'teal',
        requiredFields: ['payment'],
      }),
    ],
    lostReasons: usualReasons,
  },
  salon: {
    name: 'pipeline.ready.salon',
    stages: [
      stage('pipeline.stage.request', { probability: 30, rottingDays: 1, colour: 'blue' }),
      stage('pipeline.stage.booked', { probability: 70, rottingDays: 30, colour: 'grape', requiredFields: ['visitAt'] }),
      stage('pipeline.stage.confirmed', { probability: 90, rottingDays: 14, colour: 'teal' }),
      stage('pipeline.stage.inService', { probability: 98, rottingDays: 1, colour: 'green' }),
    ],
    lostReasons: ['pipeline.lost.noShow', ...usualReasons],
  },
  wholesale: {
    name: 'pipeline.ready.wholesale',
    stages: [
      stage('pipeline.stage.request', { probability: 15, rottingDays: 3, colour: 'blue' }),
      stage('pipeline.stage.quote', { probability: 40, rottingDays: 7, colour: 'violet' }),
      stage('pipeline.stage.negotiation', { probability: 60, rottingDays: 14, colour: 'grape', requiredFields: ['lines'] }),
      stage('pipeline.stage.order', { probability: 85, rottingDays: 7, colour: 'orange', requiredFields: ['prices'] }),
      stage('pipeline.stage.delivery', { probability: 95, rottingDays: 14, colour: 'teal' }),
    ],
    lostReasons: usualReasons,
  },
  garage: {
    name: 'pipeline.ready.garage',
    stages: [
      stage('pipeline.stage.request', { probability: 30, rottingDays: 2, colour: 'blue' }),
      stage('pipeline.stage.diagnosis', { probability: 60, rottingDays: 3, colour: 'cyan', requiredFields: ['client.phone'] }),
      stage('pipeline.stage.agreed', { probability: 85, rottingDays: 5, colour: 'orange', requiredFields: ['lines'] }),
      stage('pipeline.stage.repair', { probability: 95, rottingDays: 14, colour: 'yellow' }),
      stage('pipeline.stage.ready', { probability: 98, rottingDays: 7, colour: 'green' }),
    ],
    lostReasons: usualReasons,
  },
  online: {
    name: 'pipeline.ready.online',
    stages: [
      stage('pipeline.stage.request', { probability: 30, rottingDays: 1, colour: 'blue' }),
      stage('pipeline.stage.payment', { probability: 60, rottingDays: 3, colour: 'orange', requiredFields: ['lines'] }),
      stage('pipeline.stage.packing', { probability: 95, rottingDays: 3, colour: 'yellow' }),
      stage('pipeline.stage.delivery', { probability: 98, rottingDays: 10, colour: 'teal' }),
    ],
    lostReasons: usualReasons,
  },
  other: {
    name: 'pipeline.ready.sales',
    stages: [
      stage('pipeline.stage.request', { probability: 10, rottingDays: 3, colour: 'blue' }),
      stage('pipeline.stage.contact', { probability: 25, rottingDays: 5, colour: 'cyan' }),
      stage('pipeline.stage.quote', { probability: 50, rottingDays: 7, colour: 'violet' }),
      stage('pipeline.stage.work', { probability: 85, rottingDays: 30, colour: 'teal' }),
    ],
    lostReasons: usualReasons,
  },
};
