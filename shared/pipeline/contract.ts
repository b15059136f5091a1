import { z } from 'zod';
import { byIdSchema, declare, idSchema, notFound, refused } from '#shared/procedure.ts';
import { trades } from '#shared/settings/contract.ts';

export const stageColours = [
  'gray',
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'pink',
  'grape',
  'violet',
] as const;

/**
 * What of a deal can be asked for before it may enter a stage: its own fields, its client's, or "custom.KEY".
 * Also what a task can ask for when it is closed.
 */
export const askableFields = [
  'estimate',
  'expectedClose',
  'ownerId',
  'siteAddress',
  'visitAt',
  'leaveAt',
  'workAt',
  'notes',
  'lines',
  'sizes',
  'prices',
  'acceptedQuote',
  'payment',
  'client.phone',
  'client.email',
  'client.taxId',
  'client.address',
] as const;
export const askableFieldSchema = z.union([z.enum(askableFields), z.templateLiteral(['custom.', z.string()])]);
export type AskableField = z.infer<typeof askableFieldSchema>;

/** What has to be filled in before a deal may go to a stage, or (`stageId` null) before a task can be closed. */
export const fieldsMissing = {
  FIELDS_MISSING: { status: 409, data: z.object({ stageId: z.string().nullable(), fields: z.array(z.string()) }) },
} as const;

/** What a card on the board can show besides its title and client. */
export const cardFields = [
  'amount',
  'owner',
  'nextTask',
  'expectedClose',
  'stageDays',
  'phone',
  'source',
  'siteAddress',
  'visitAt',
  'workAt',
  'paid',
  'tags',
] as const;

const stageShape = {
  name: z.string().trim().min(1).max(80),
  /** Percent of deals here that are won in the end, for the forecast. */
  probability: z.number().int().min(0).max(100),
  /** A deal that stays longer than so many days is rotting; null when it may stay for ever. */
  rottingDays: z.number().int().min(1).max(3650).nullable(),
  colour: z.enum(stageColours),
  /** What must be filled in before a deal may come here or further. */
  requiredFields: z.array(askableFieldSchema).max(50),
};

export const stageSchema = z.object({ ...stageShape, id: z.string(), pipelineId: z.string(), position: z.number().int() });
export type Stage = z.infer<typeof stageSchema>;

/** A stage as given: with its id where it is there already, else a new one. */
export const stageInputSchema = z.object({ ...stageShape, id: idSchema.optional() }).partial({
  rottingDays: true,
  colour: true,
  requiredFields: true,
});

const pipelineShape = {
  name: z.string().trim().min(1).max(80),
  /** What cards on the board show, in order. */
  cardFields: z.array(z.enum(cardFields)).max(cardFields.length),
};
export const pipelineSchema = z.object({
  ...pipelineShape,
  id: z.string(),
  position: z.number().int(),
  stages: z.array(stageSchema),
});
export type Pipeline = z.infer<typeof pipelineSchema>;

export const lostReasonSchema = z.object({ id: z.string(), name: z.string(), position: z.number().int() });
export type LostReason = z.infer<typeof lostReasonSchema>;

const tags = ['Pipelines'];

export const pipelineContract = {
  /** Those in use with their stages, in order. */
  list: declare('deal.see')
    .route({ method: 'GET', path: '/pipelines', operationId: 'listPipelines', tags, summary: 'Pipelines and their stages' })
    .output(z.array(pipelineSchema)),
  create: declare('pipeline.edit')
    .route({
      method: 'POST',
      path: '/pipelines',
      operationId: 'createPipeline',
      tags,
      summary: 'Add a pipeline',
      successStatus: 201,
    })
    .errors(refused)
    .input(z.object({ ...pipelineShape, stages: z.array(stageInputSchema).min(1).max(30) }).partial({ cardFields: true }))
    .output(pipelineSchema),
  /** Adds a ready one for a trade, in the shop's language. */
  addReady: declare('pipeline.edit')
    .route({
      method: 'POST',
      path: '/pipelines/ready',
      operationId: 'addReadyPipeline',
      tags,
      summary: 'Add a ready pipeline for a trade',
      successStatus: 201,
    })
    .input(z.object({ trade: z.enum(trades) }))
    .output(pipelineSchema),
  /**
   * `stages`, when given, are all of them in their new order; one that is left out goes, and is refused while deals are
   * in it (field "stages", code "stageInUse"), as is an id of no stage of this pipeline ("unknownStage").
   */
  update: declare('pipeline.edit')
    .route({
      method: 'PATCH',
      path: '/pipelines/{id}',
      operationId: 'updatePipeline',
      tags,
      summary: 'Change a pipeline and its stages',
    })
    .errors({ ...notFound, ...refused })
    .input(
      byIdSchema.extend(
        z
          .object({
            ...pipelineShape,
            stages: z.array(stageInputSchema).min(1).max(30),
            position: z.number().int().min(0).max(1_000_000),
          })
          .partial().shape,
      ),
    )
    .output(pipelineSchema),
  /** Refused while open deals are in it (field "id", code "pipelineInUse"). Closed deals keep it. */
  delete: declare('pipeline.edit')
    .route({ method: 'DELETE', path: '/pipelines/{id}', operationId: 'deletePipeline', tags, summary: 'Take a pipeline away' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
  lostReasons: declare('deal.see')
    .route({ method: 'GET', path: '/lost-reasons', operationId: 'listLostReasons', tags, summary: 'Why deals are lost' })
    .output(z.array(lostReasonSchema)),
  /** All of them in their new order; one without id is new, one left out goes (deals keep it). */
  setLostReasons: declare('pipeline.edit')
    .route({ method: 'PUT', path: '/lost-reasons', operationId: 'setLostReasons', tags, summary: 'Change why deals are lost' })
    .input(
      z.object({ reasons: z.array(z.object({ id: idSchema.optional(), name: z.string().trim().min(1).max(120) })).max(100) }),
    )
    .output(z.array(lostReasonSchema)),
};
