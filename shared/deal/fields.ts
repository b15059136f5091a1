import { z } from 'zod';
import { amountSchema, currencySchema, rateSchema } from '#shared/money/money.ts';
import { customValuesSchema } from '#shared/party/fields.ts';
import { idSchema } from '#shared/procedure.ts';

export const dealStatuses = ['open', 'won', 'lost'] as const;
export const dealStatusSchema = z.enum(dealStatuses);
export type DealStatus = z.infer<typeof dealStatusSchema>;

/** Units a product is sold by; a line with sizes sold by area or length is counted from them. */
export const units = ['piece', 'squareMetre', 'metre', 'hour', 'kilogram', 'litre', 'set', 'service'] as const;
export const unitSchema = z.enum(units);
export type Unit = z.infer<typeof unitSchema>;

const text = (max: number) => z.string().trim().max(max);
export const dateSchema = z.iso.date();
/** UTC milliseconds. */
export const momentSchema = z.number().int().min(0).max(8_640_000_000_000_000);

/** What the user may set on a deal. */
export const dealInputShape = {
  title: text(200),
  /** The client: a contact or a company. */
  partyId: idSchema,
  ownerId: idSchema.nullable(),
  branchId: idSchema.nullable(),
  currency: currencySchema,
  /** What it may bring, while it has no lines. Minor units. */
  estimate: amountSchema.min(0),
  /** Percent; null takes the stage's. */
  ownProbability: z.number().int().min(0).max(100).nullable(),
  expectedClose: dateSchema.nullable(),
  source: text(200),
  /** Where it is sold: shop, site, phone, agent... */
  channel: text(80),
  /** Where the work is done. */
  siteAddress: text(500),
  /** When the client is visited (measuring, appointment), when to leave for it, and when the work is done. */
  visitAt: momentSchema.nullable(),
  leaveAt: momentSchema.nullable(),
  workAt: momentSchema.nullable(),
  workMinutes: z.number().int().min(0).max(100_000).nullable(),
  notes: z.string().max(1_000_000),
  custom: customValuesSchema,
} as const;

export const dealReadShape = {
  ...dealInputShape,
  id: z.string(),
  pipelineId: z.string(),
  stageId: z.string(),
  status: dealStatusSchema,
  /** Whether the prices of its lines include tax: as the shop's setting said when the deal began. */
  pricesIncludeTax: z.boolean(),
  /** The sum of its lines with tax, or the estimate where it has none. Minor units. */
  amount: amountSchema,
  /** What has been paid. */
  paid: amountSchema,
  /** How many lines have a width and a height. */
  sizes: z.number().int(),
  leadId: z.string().nullable(),
  lostReasonId: z.string().nullable(),
  lostNote: z.string(),
  stageSince: z.number(),
  /** When the earliest open task is due; null when nothing is planned. */
  nextTaskAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  deletedAt: z.number().nullable(),
} as const;

/**
 * A line of a deal, as given. Sizes are millimetres; the price is frozen here, whatever the price list says later. What is
 * left out of name, unit, price and tax is taken from the product.
 */
export const lineInputSchema = z.object({
  id: idSchema.optional(),
  productId: idSchema.nullable().default(null),
  name: text(300).default(''),
  description: text(2000).default(''),
  /** Where it goes: "Kitchen". */
  place: text(120).default(''),
  width: z.number().int().min(1).max(100_000).nullable().default(null),
  height: z.number().int().min(1).max(100_000).nullable().default(null),
  pieces: z.number().min(0).max(1_000_000).default(1),
  unit: unitSchema.optional(),
  /** Minor units of the deal's currency for one unit, with or without tax as the deal says. */
  unitPrice: amountSchema.min(0).optional(),
  /** Basis points off. */
  discount: rateSchema.default(0),
  taxRate: rateSchema.optional(),
});
export type LineInput = z.input<typeof lineInputSchema>;

export const lineSchema = z.object({
  ...lineInputSchema.shape,
  id: z.string(),
  dealId: z.string(),
  position: z.number().int(),
  productId: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  place: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  pieces: z.number(),
  unit: unitSchema,
  unitPrice: amountSchema,
  discount: rateSchema,
  taxRate: rateSchema,
  /** Units in all: pieces, or pieces times area or length. */
  quantity: z.number(),
  net: amountSchema,
  tax: amountSchema,
  gross: amountSchema,
});
export type Line = z.infer<typeof lineSchema>;

export const dealContactSchema = z.object({ id: z.string(), partyId: z.string(), role: z.string(), title: z.string() });
export type DealContact = z.infer<typeof dealContactSchema>;
