import { z } from 'zod';
import {
  dealContactSchema,
  dealInputShape,
  dealReadShape,
  dealStatusSchema,
  dateSchema,
  lineInputSchema,
  lineSchema,
} from '#shared/deal/fields.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import { amountSchema, currencySchema } from '#shared/money/money.ts';
import { partyTypeSchema } from '#shared/party/fields.ts';
import { fieldsMissing, stageSchema } from '#shared/pipeline/contract.ts';
import { asOfSchema } from '#shared/report/as-of.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

/** What the next task of a deal says about it: the colour of its card. */
export const dealUrgencies = ['overdue', 'today', 'nothingPlanned', 'later'] as const;

/** A deal in a list or on the board: with the names of what it refers to. */
export const dealRowSchema = z.object({
  ...dealReadShape,
  partyTitle: z.string(),
  partyType: partyTypeSchema,
  /** The client's first phone, E.164 where known. */
  phone: z.string(),
  /** The client's tags. */
  tags: z.array(z.string()),
  ownerName: z.string(),
  stageName: z.string(),
  pipelineName: z.string(),
  /** Percent: its own, else its stage's; 100 when won, 0 when lost. */
  probability: z.number().int(),
  urgency: z.enum(dealUrgencies),
  nextTaskTitle: z.string(),
  isRotting: z.boolean(),
});
export type DealRow = z.infer<typeof dealRowSchema>;

/** A deal's card. */
export const dealSchema = dealRowSchema.extend({
  lines: z.array(lineSchema),
  /** Sums of the lines, minor units. */
  net: amountSchema,
  tax: amountSchema,
  contacts: z.array(dealContactSchema),
  lostReason: z.string(),
});
export type Deal = z.infer<typeof dealSchema>;

/** Whole minor units; of many deals together it may be more than one amount can be. */
const sumSchema = z.number();
/** How many and how much, a sum for each currency, the commonest first. `weighted` is times probability. */
export const dealSumsSchema = z.object({
  count: z.number().int(),
  sums: z.array(z.object({ currency: currencySchema, amount: sumSchema, weighted: sumSchema })),
});
export type DealSums = z.infer<typeof dealSumsSchema>;

export const dealFilterSchema = z
  .object({
    pipelineId: idSchema,
    stageId: idSchema,
    status: dealStatusSchema,
    /** The client, or anybody with a role in it. */
    partyId: idSchema,
    ownerId: idSchema,
    /** Words of its title or of its client's name. */
    text: z.string().max(200),
    deleted: z.boolean(),
    where: filterSchema,
  })
  .partial();

export const dealSortFields = [
  'next',
  'title',
  'amount',
  'expectedClose',
  'createdAt',
  'updatedAt',
  'closedAt',
  'stage',
  'owner',
  'client',
] as const;

const closed = { DEAL_CLOSED: { status: 409, data: z.object({ id: z.string() }) } } as const;
const tags = ['Deals'];

/** The board shows what these say; urgency comes first unless another sort is asked for. */
const boardInput = z.object({
  pipelineId: idSchema,
  filter: dealFilterSchema.pick({ ownerId: true, partyId: true, text: true, where: true }).default({}),
  sort: z.enum(['next', 'amount', 'createdAt', 'expectedClose', 'title']).default('next'),
});

export const dealContract = {
  /** All columns of a pipeline with their first cards. */
  board: declare('deal.see')
    .route({ method: 'POST', path: '/deals/board', operationId: 'readBoard', tags, summary: 'A pipeline as columns' })
    .errors({ ...notFound, ...refused })
    .input(boardInput.extend({ perColumn: z.coerce.number().int().min(0).max(200).default(30) }))
    .output(z.object({ columns: z.array(dealSumsSchema.extend({ stage: stageSchema, rows: z.array(dealRowSchema) })) })),
  /** More cards of one column. */
  column: declare('deal.see')
    .route({ method: 'POST', path: '/deals/column', operationId: 'readBoardColumn', tags, summary: 'More deals of a column' })
    .errors({ ...notFound, ...refused })
    .input(boardInput.extend({ stageId: idSchema }).extend(pageSchema.shape))
    .output(z.object({ rows: z.array(dealRowSchema) })),
  list: declare('deal.see')
    .route({ method: 'POST', path: '/deals/list', operationId: 'listDeals', tags, summary: 'A page of deals' })
    .errors(refused)
    .input(
      pageSchema.extend({
        filter: dealFilterSchema.default({}),
        sort: z
          .object({ field: z.enum(dealSortFields), direction: z.enum(['ascending', 'descending']).default('ascending') })
          .default({ field: 'createdAt', direction: 'descending' }),
      }),
    )
    .output(dealSumsSchema.extend({ rows: z.array(dealRowSchema), total: z.number().int() })),
  get: declare('deal.see')
    .route({ method: 'GET', path: '/deals/{id}', operationId: 'getDeal', tags, summary: 'A deal' })
    .errors(notFound)
    .input(byIdSchema)
    .output(dealSchema),
  /**
   * Without pipeline it goes into the first one, without stage into its first stage; where there is none yet, the ready one of
   * the shop's trade is added. A title is made of the client's name, the currency is the shop's, the owner whoever makes it.
   */
  create: declare('deal.create')
    .route({ method: 'POST', path: '/deals', operationId: 'createDeal', tags, summary: 'Add a deal', successStatus: 201 })
    .errors({ ...notFound, ...refused, ...fieldsMissing })
    .input(
      z
        .object({ ...dealInputShape, pipelineId: idSchema, stageId: idSchema, lines: z.array(lineInputSchema).max(2000) })
        .partial()
        .extend({ partyId: idSchema }),
    )
    .output(dealSchema),
  update: declare('deal.edit')
    .route({ method: 'PATCH', path: '/deals/{id}', operationId: 'updateDeal', tags, summary: 'Change a deal' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend(z.object(dealInputShape).partial().shape))
    .output(dealSchema),
  /** Into another stage, of another pipeline too. Closed deals are reopened first. */
  move: declare('deal.edit')
    .route({ method: 'POST', path: '/deals/{id}/move', operationId: 'moveDeal', tags, summary: 'Move a deal to a stage' })
    .errors({ ...notFound, ...refused, ...fieldsMissing, ...closed })
    .input(byIdSchema.extend({ stageId: idSchema }))
    .output(dealSchema.extend({ actId: z.string() })),
  win: declare('deal.edit')
    .route({ method: 'POST', path: '/deals/{id}/win', operationId: 'winDeal', tags, summary: 'The deal is won' })
    .errors({ ...notFound, ...closed })
    .input(byIdSchema)
    .output(dealSchema.extend({ actId: z.string() })),
  lose: declare('deal.edit')
    .route({ method: 'POST', path: '/deals/{id}/lose', operationId: 'loseDeal', tags, summary: 'The deal is lost' })
    .errors({ ...notFound, ...refused, ...closed })
    .input(byIdSchema.extend({ reasonId: idSchema.nullable(), note: z.string().trim().max(10_000).default('') }))
    .output(dealSchema.extend({ actId: z.string() })),
  reopen: declare('deal.edit')
    .route({ method: 'POST', path: '/deals/{id}/reopen', operationId: 'reopenDeal', tags, summary: 'Open a closed deal again' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend({ stageId: idSchema.optional() }))
    .output(dealSchema.extend({ actId: z.string() })),
  /** All lines in order: one with the id of a line changes it, one without is new, one left out goes. */
  setLines: declare('deal.edit')
    .route({ method: 'PUT', path: '/deals/{id}/lines', operationId: 'setDealLines', tags, summary: "Change a deal's lines" })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend({ lines: z.array(lineInputSchema).max(2000) }))
    .output(dealSchema),
  /** Everybody who has a role in it besides the client. */
  setContacts: declare('deal.edit')
    .route({
      method: 'PUT',
      path: '/deals/{id}/contacts',
      operationId: 'setDealContacts',
      tags,
      summary: 'Who has which role in a deal',
    })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend({ contacts: z.array(z.object({ partyId: idSchema, role: z.string().trim().max(80) })).max(100) }))
    .output(dealSchema),
  changeMany: declare('deal.edit')
    .route({ method: 'POST', path: '/deals/change', operationId: 'changeDeals', tags, summary: 'Change many deals at once' })
    .errors(refused)
    .input(
      z.object({
        ids: z.array(idSchema).min(1).max(10_000),
        change: z.discriminatedUnion('type', [
          z.object({ type: z.literal('setOwner'), ownerId: idSchema.nullable() }),
          z.object({ type: z.literal('move'), stageId: idSchema }),
          z.object({ type: z.literal('delete') }),
          z.object({ type: z.literal('restore') }),
        ]),
      }),
    )
    /** `refused` are those that can't go to the stage yet. */
    .output(z.object({ actId: z.string(), changed: z.number().int(), refused: z.array(idSchema) })),
  delete: declare('deal.delete')
    .route({ method: 'DELETE', path: '/deals/{id}', operationId: 'deleteDeal', tags, summary: 'Move a deal to the recycle bin' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
  restore: declare('deal.delete')
    .route({ method: 'POST', path: '/deals/{id}/restore', operationId: 'restoreDeal', tags, summary: 'Bring a deal back' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
  /** Where it has been, oldest first; `leftAt` is null where it is now. */
  stages: declare('deal.see')
    .route({
      method: 'GET',
      path: '/deals/{id}/stages',
      operationId: 'listStageVisits',
      tags,
      summary: 'Stages of a deal, with the time in each',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(
      z.array(
        z.object({
          pipelineId: z.string(),
          stageId: z.string(),
          stageName: z.string(),
          status: dealStatusSchema,
          enteredAt: z.number(),
          leftAt: z.number().nullable(),
        }),
      ),
    ),
  /** Open deals by the month they are expected to close in; `month` is "2026-11", null for those without a date. */
  forecast: declare('deal.see')
    .route({ method: 'POST', path: '/deals/forecast', operationId: 'forecastDeals', tags, summary: 'What is expected, by month' })
    .errors(refused)
    .input(z.object({ pipelineId: idSchema.optional(), ownerId: idSchema.optional(), where: filterSchema.optional() }))
    .output(z.object({ months: z.array(dealSumsSchema.extend({ month: z.string().nullable() })), asOf: asOfSchema })),
  /** How many deals came to each stage within a period, how long they stayed, and how many went on. */
  statistics: declare('report.see')
    .route({ method: 'POST', path: '/deals/statistics', operationId: 'readStageStatistics', tags, summary: 'Stages in figures' })
    .errors(notFound)
    .input(z.object({ pipelineId: idSchema, from: dateSchema, to: dateSchema }))
    .output(
      z.object({
        stages: z.array(
          z.object({
            stageId: z.string(),
            stageName: z.string(),
            entered: z.number().int(),
            /** Milliseconds, of the visits that ended; null when none did. */
            averageTime: z.number().nullable(),
            /** Went on to a later stage or were won. */
            movedOn: z.number().int(),
            lost: z.number().int(),
          }),
        ),
        won: dealSumsSchema,
        lost: dealSumsSchema,
        lostReasons: z.array(z.object({ reasonId: z.string().nullable(), name: z.string(), count: z.number().int() })),
      }),
    ),
};
