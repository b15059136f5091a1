import { z } from 'zod';
import { dateSchema } from '#shared/deal/fields.ts';
import { amountSchema, currencySchema } from '#shared/money/money.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

export const paymentMethods = ['cash', 'card', 'transfer', 'online', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export const paymentSchema = z.object({
  id: z.string(),
  dealId: z.string(),
  dealTitle: z.string(),
  partyId: z.string(),
  documentId: z.string().nullable(),
  /** The payment that this one takes back. */
  reversesId: z.string().nullable(),
  /** Minor units; below zero when it takes one back. */
  amount: amountSchema,
  currency: currencySchema,
  paidOn: dateSchema,
  method: z.enum(paymentMethods),
  note: z.string(),
  authorId: z.string(),
  authorName: z.string(),
  createdAt: z.number(),
  isReversed: z.boolean(),
});
export type Payment = z.infer<typeof paymentSchema>;

/** Whole minor units; of many deals together it may be more than one amount can be. */
const sumSchema = z.number();

/** Minor units: what is to be paid, what was, and what is still to come; below zero where too much was paid. */
export const paymentSumSchema = z.object({
  currency: currencySchema,
  agreed: sumSchema,
  paid: sumSchema,
  balance: sumSchema,
});
export type PaymentSum = z.infer<typeof paymentSumSchema>;

const tags = ['Payments'];

export const paymentContract = {
  /**
   * Of a deal or of all a client's deals, the last entered first, with the sums: one for a deal, one in each currency for a
   * client. Refused when neither is named (field "dealId", code "missing").
   */
  list: declare('payment.see')
    .route({ method: 'GET', path: '/payments', operationId: 'listPayments', tags, summary: 'Payments of a deal or a client' })
    .errors({ ...notFound, ...refused })
    .input(pageSchema.extend({ dealId: idSchema.optional(), partyId: idSchema.optional() }))
    .output(z.object({ rows: z.array(paymentSchema), total: z.number().int(), sums: z.array(paymentSumSchema) })),
  /**
   * Refused: amount 0 or less (code "notPositive"), more than a deal can be paid in all ("tooMuch"), in another currency than the deal's ("otherCurrency"), for a document of
   * another deal ("otherDeal").
   */
  create: declare('payment.create')
    .route({
      method: 'POST',
      path: '/payments',
      operationId: 'createPayment',
      tags,
      summary: 'Enter a payment',
      successStatus: 201,
    })
    .errors({ ...notFound, ...refused })
    .input(
      z
        .object({
          dealId: idSchema,
          amount: amountSchema,
          currency: currencySchema,
          paidOn: dateSchema,
          method: z.enum(paymentMethods),
          note: z.string().trim().max(2000),
          documentId: idSchema.nullable(),
        })
        .partial({ currency: true, paidOn: true, method: true, note: true, documentId: true }),
    )
    .output(paymentSchema),
  /** Adds another that takes it back. Refused when it was taken back already (code "reversed"), or takes one back itself ("isReversal"). */
  reverse: declare('payment.create')
    .route({
      method: 'POST',
      path: '/payments/{id}/reverse',
      operationId: 'reversePayment',
      tags,
      summary: 'Take a payment back',
    })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend({ note: z.string().trim().max(2000).default('') }))
    .output(paymentSchema),
};
