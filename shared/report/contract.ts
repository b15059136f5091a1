import { z } from 'zod';
import { dateSchema, unitSchema } from '#shared/deal/fields.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import { currencySchema } from '#shared/money/money.ts';
import { partyTypeSchema } from '#shared/party/fields.ts';
import { asOfSchema } from '#shared/report/as-of.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

/** What sales may be counted by. */
export const salesGroupings = ['source', 'owner', 'channel', 'product', 'month', 'kind', 'city', 'industry', 'branch'] as const;
export type SalesGrouping = (typeof salesGroupings)[number];

/** Whole minor units: of many deals together it may be more than one amount can be. */
const billedSchema = z.object({
  currency: currencySchema,
  /** Deals won in this currency. */
  count: z.number().int(),
  amount: z.number(),
  /** Of one deal, rounded to a minor unit. */
  average: z.number(),
});
export type Billed = z.infer<typeof billedSchema>;

const salesFiguresShape = {
  /** Requests that came in the period; null where requests don't say what is counted by. */
  leads: z.number().int().nullable(),
  /** Those of them that were accepted. */
  accepted: z.number().int().nullable(),
  /** Deals begun in the period. */
  deals: z.number().int(),
  /** Deals closed in the period. */
  won: z.number().int(),
  lost: z.number().int(),
  /** The share of the closed that were won, 0 to 1; null where none was closed. */
  conversion: z.number().nullable(),
  /** What was won, the commonest currency first. By product it is what its lines come to. */
  sums: z.array(billedSchema),
  /** From beginning to winning; null where none was won. */
  averageDays: z.number().nullable(),
};
export const salesRowSchema = z.object({
  /** A text, an id, "2026-11", or empty for those that don't say. */
  key: z.string(),
  /** What it is called, where it has a name of its own. */
  name: z.string(),
  ...salesFiguresShape,
});
export type SalesRow = z.infer<typeof salesRowSchema>;

/** How an order stands with the day it was promised for. */
export const orderStates = ['late', 'week', 'later', 'none'] as const;
export type OrderState = (typeof orderStates)[number];

const orderSchema = z.object({
  id: z.string(),
  title: z.string(),
  partyId: z.string(),
  partyType: partyTypeSchema,
  partyTitle: z.string(),
  ownerId: z.string().nullable(),
  stageName: z.string(),
  state: z.enum(orderStates),
  /** The day of its work, else that it is expected to close on. */
  promised: dateSchema.nullable(),
  /** Days since then, 0 where it isn't late. */
  lateDays: z.number().int(),
  currency: currencySchema,
  amount: z.number().int(),
  paid: z.number().int(),
});
export type Order = z.infer<typeof orderSchema>;

/** A product that buyers of others bought too. */
export const suggestionSchema = z.object({
  productId: z.string(),
  name: z.string(),
  /** How many other clients did. */
  buyers: z.number().int(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

const ownedSchema = z.object({
  productId: z.string().nullable(),
  name: z.string(),
  unit: unitSchema,
  quantity: z.number(),
  lastAt: z.number(),
  /** The deal it was bought in last. */
  dealId: z.string(),
  /** Where that was; null at head office. */
  branchId: z.string().nullable(),
  branchName: z.string().nullable(),
});

/** What a client bought where; `branchId` null is head office. */
const boughtAtSchema = z.object({
  branchId: z.string().nullable(),
  name: z.string().nullable(),
  won: z.number().int(),
  lastAt: z.number(),
});
export type BoughtAt = z.infer<typeof boughtAtSchema>;

const tags = ['Reports'];

export const reportContract = {
  /**
   * What was asked for, begun, won and lost in a period of the shop's days, both included. A deal counts as begun on the day it
   * was added and as won or lost on the day it was closed. With `where` requests aren't counted.
   */
  sales: declare('report.see')
    .route({ method: 'POST', path: '/reports/sales', operationId: 'reportSales', tags, summary: 'Sales in figures' })
    .errors(refused)
    .input(z.object({ from: dateSchema, to: dateSchema, by: z.enum(salesGroupings), where: filterSchema.optional() }))
    .output(z.object({ rows: z.array(salesRowSchema), totals: z.object(salesFiguresShape), asOf: asOfSchema })),
  /** Open deals by the day they were promised for, the longest overdue first; and of those won in a period, how many kept it. */
  orders: declare('deal.see')
    .route({ method: 'POST', path: '/reports/orders', operationId: 'reportOrders', tags, summary: 'Orders and their days' })
    .errors(refused)
    .input(
      pageSchema.extend({
        from: dateSchema,
        to: dateSchema,
        state: z.enum(orderStates).optional(),
        ownerId: idSchema.optional(),
      }),
    )
    .output(
      z.object({
        counts: z.record(z.enum(orderStates), z.number().int()),
        rows: z.array(orderSchema),
        total: z.number().int(),
        /** `promised` are those of the won that had a day, `onTime` those closed by it. */
        done: z.object({ won: z.number().int(), promised: z.number().int(), onTime: z.number().int() }),
        asOf: asOfSchema,
      }),
    ),
  /** What a client bought, what comes next, and what is still to be paid. */
  purchases: declare('deal.see')
    .route({
      method: 'GET',
      path: '/parties/{id}/purchases',
      operationId: 'readPurchases',
      tags,
      summary: 'What a client bought',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(
      z.object({
        won: z.number().int(),
        sums: z.array(billedSchema),
        firstAt: z.number().nullable(),
        lastAt: z.number().nullable(),
        /** Days from one purchase to the next; null with fewer than two. */
        averageGap: z.number().nullable(),
        /** Bought last first. */
        owned: z.array(ownedSchema),
        /** By branch, where something was bought last first. */
        boughtAt: z.array(boughtAtSchema),
        asOf: asOfSchema,
        suggestions: z.array(suggestionSchema),
        /** What the client owes, minor units. */
        toPay: z.array(z.object({ currency: currencySchema, amount: z.number() })),
      }),
    ),
  /** What other buyers of these products bought too, and this client hasn't. */
  boughtWith: declare('deal.see')
    .route({
      method: 'POST',
      path: '/reports/bought-with',
      operationId: 'listBoughtWith',
      tags,
      summary: 'Bought with it by others',
    })
    .input(z.object({ productIds: z.array(idSchema).max(200), partyId: idSchema }))
    .output(z.array(suggestionSchema)),
};
