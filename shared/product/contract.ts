import { z } from 'zod';
import { unitSchema } from '#shared/deal/fields.ts';
import { amountSchema, currencySchema, rateSchema } from '#shared/money/money.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

const productShape = {
  name: z.string().trim().min(1).max(300),
  /** The shop's own article number; empty when it has none. */
  code: z.string().trim().max(80),
  category: z.string().trim().max(120),
  description: z.string().max(10_000),
  kind: z.enum(['goods', 'service']),
  unit: unitSchema,
  /** Basis points; null takes the shop's. */
  taxRate: rateSchema.nullable(),
};
/** A price in one list, in minor units of the list's currency. */
export const priceSchema = z.object({ priceListId: z.string(), amount: amountSchema.min(0) });

export const productSchema = z.object({
  ...productShape,
  id: z.string(),
  prices: z.array(priceSchema),
  createdAt: z.number(),
  archivedAt: z.number().nullable(),
});
export type Product = z.infer<typeof productSchema>;

export const priceListSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(80),
  currency: currencySchema,
  position: z.number().int(),
});
export type PriceList = z.infer<typeof priceListSchema>;

const tags = ['Products'];

export const productContract = {
  list: declare('product.see')
    .route({ method: 'POST', path: '/products/list', operationId: 'listProducts', tags, summary: 'Products, by name' })
    .input(
      pageSchema.extend({
        text: z.string().max(200).default(''),
        category: z.string().optional(),
        archived: z.boolean().default(false),
      }),
    )
    .output(z.object({ rows: z.array(productSchema), total: z.number().int(), categories: z.array(z.string()) })),
  get: declare('product.see')
    .route({ method: 'GET', path: '/products/{id}', operationId: 'getProduct', tags, summary: 'A product' })
    .errors(notFound)
    .input(byIdSchema)
    .output(productSchema),
  /** `prices`, when given, are all of them. */
  create: declare('product.edit')
    .route({
      method: 'POST',
      path: '/products',
      operationId: 'createProduct',
      tags,
      summary: 'Add a product',
      successStatus: 201,
    })
    .errors(refused)
    .input(
      z
        .object({ ...productShape, prices: z.array(priceSchema).max(100) })
        .partial()
        .extend({ name: productShape.name }),
    )
    .output(productSchema),
  update: declare('product.edit')
    .route({ method: 'PATCH', path: '/products/{id}', operationId: 'updateProduct', tags, summary: 'Change a product' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend(z.object({ ...productShape, prices: z.array(priceSchema).max(100) }).partial().shape))
    .output(productSchema),
  /** Out of the list; deals keep their lines. */
  archive: declare('product.edit')
    .route({
      method: 'POST',
      path: '/products/{id}/archive',
      operationId: 'archiveProduct',
      tags,
      summary: 'Take a product out of the list',
    })
    .errors(notFound)
    .input(byIdSchema.extend({ archived: z.boolean().default(true) }))
    .output(productSchema),
  priceLists: declare('product.see')
    .route({
      method: 'GET',
      path: '/price-lists',
      operationId: 'listPriceLists',
      tags,
      summary: 'Price lists; the first is the usual one',
    })
    .output(z.array(priceListSchema)),
  /** All of them in their new order; one without id is new, one left out goes (refused: field "lists", code "lastPriceList", "unknownPriceList"). */
  setPriceLists: declare('product.edit')
    .route({ method: 'PUT', path: '/price-lists', operationId: 'setPriceLists', tags, summary: 'Change the price lists' })
    .errors(refused)
    .input(
      z.object({
        lists: z.array(priceListSchema.omit({ position: true, id: true }).extend({ id: idSchema.optional() })).max(50),
      }),
    )
    .output(z.array(priceListSchema)),
  /**
   * Brings in a price list file (xlsx, xls, ods, csv) with columns named by their headings: code, name, unit, price, tax...
   * Products are recognised by code, else by name; what the file leaves empty stays as it is. `dryRun` only says what it would
   * do. Refused: field "file", code "noHeadings" or why it can't be read; field "priceListId", code "unknownPriceList".
   */
  import: declare('product.edit')
    .route({
      method: 'POST',
      path: '/products/import',
      operationId: 'importProducts',
      tags,
      summary: 'Bring in a price list file',
    })
    .errors(refused)
    .input(
      z.object({
        file: z.file().max(64 * 1024 * 1024),
        priceListId: idSchema.optional(),
        dryRun: z.stringbool().or(z.boolean()).default(false),
      }),
    )
    .output(
      z.object({
        actId: z.string().nullable(),
        created: z.number().int(),
        updated: z.number().int(),
        unchanged: z.number().int(),
        problems: z.array(z.object({ row: z.number().int(), code: z.string(), value: z.string() })),
      }),
    ),
};
