import { z } from 'zod';
import { dealStatusSchema } from '#shared/deal/fields.ts';
import { amountSchema, currencySchema } from '#shared/money/money.ts';
import { partyKindSchema, partyTypeSchema } from '#shared/party/fields.ts';
import { declare } from '#shared/procedure.ts';

/** Where the typed text was found, best reason first. `start` and `length` mark it within `text`, in UTF-16 units. */
export const searchMatchSchema = z.object({
  field: z.enum(['name', 'phone', 'email', 'company', 'tag', 'taxId', 'notes', 'address', 'messenger']),
  text: z.string(),
  start: z.number().int(),
  length: z.number().int(),
});

export const searchResultSchema = z.object({
  id: z.string(),
  type: partyTypeSchema,
  kind: partyKindSchema,
  title: z.string(),
  /** Job title and company of a contact, or the city. */
  subtitle: z.string(),
  /** E.164 where it is known, as typed otherwise. */
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  matches: z.array(searchMatchSchema),
});
export type SearchResult = z.infer<typeof searchResultSchema>;

/** A deal, found by its title or its client. */
export const dealResultSchema = z.object({
  id: z.string(),
  type: z.literal('deal'),
  title: z.string(),
  partyId: z.string(),
  partyTitle: z.string(),
  stageName: z.string(),
  status: dealStatusSchema,
  /** Minor units. */
  amount: amountSchema,
  currency: currencySchema,
  /** Where in the title. */
  matches: z.array(searchMatchSchema),
});
export type DealResult = z.infer<typeof dealResultSchema>;

export const searchContract = {
  /**
   * Finds as you type: each word may be the beginning of a word, in any order; digits may be any part of a phone. `deals` are
   * those whose title fits, then those of the clients found, at most a quarter as many; none where a type is asked for.
   */
  find: declare('party.see')
    .route({
      method: 'GET',
      path: '/search',
      operationId: 'search',
      tags: ['Search'],
      summary: 'Find anybody by name, phone, email, tag..., and deals',
    })
    .input(
      z.object({
        text: z.string().max(500),
        type: partyTypeSchema.optional(),
        limit: z.coerce.number().int().min(1).max(200).default(20),
      }),
    )
    .output(z.object({ results: z.array(searchResultSchema), deals: z.array(dealResultSchema) })),
};
