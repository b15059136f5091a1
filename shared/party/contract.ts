import { z } from 'zod';
import { filterSchema } from '#shared/filter/filter.ts';
import { channelSchema, customValuesSchema, partyKindSchema, partyTypeSchema } from '#shared/party/fields.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

export const partySortFields = [
  'title',
  'kind',
  'company',
  'phone',
  'email',
  'city',
  'tags',
  'taxId',
  'source',
  'birthday',
  'createdAt',
  'updatedAt',
  'deletedAt',
] as const;

/** One of {@link partySortFields}, or "custom.KEY". */
export const partySortSchema = z.object({
  field: z.union([z.enum(partySortFields), z.templateLiteral(['custom.', z.string()])]),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
});
export type PartySort = z.infer<typeof partySortSchema>;

/** All conditions named must hold; an empty filter is everybody in use. */
export const partyFilterSchema = z
  .object({
    type: partyTypeSchema,
    kind: partyKindSchema,
    tag: z.string(),
    group: z.string(),
    city: z.string(),
    ownerId: idSchema,
    /** Those that one act (an import, say) created or changed. */
    actId: idSchema,
    /** The recycle bin instead of those in use. */
    deleted: z.boolean(),
  })
  .partial();
export type PartyFilter = z.infer<typeof partyFilterSchema>;

/** A line of the list: enough to recognise somebody and reach her. */
export const partyRowSchema = z.object({
  id: z.string(),
  type: partyTypeSchema,
  kind: partyKindSchema,
  isKey: z.boolean(),
  title: z.string(),
  /** First linked company, for a contact. */
  company: z.string(),
  jobTitle: z.string(),
  /** E.164 where it is known, as typed otherwise. */
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  city: z.string(),
  tags: z.array(z.string()),
  taxId: z.string(),
  source: z.string(),
  birthday: z.string().nullable(),
  doNotContact: z.array(channelSchema),
  custom: customValuesSchema,
  createdAt: z.number(),
  updatedAt: z.number(),
  deletedAt: z.number().nullable(),
});
export type PartyRow = z.infer<typeof partyRowSchema>;

/** Why two records may be the same: the kind of evidence and the text they share. */
export const matchReasonSchema = z.object({ by: z.enum(['phone', 'email', 'taxId', 'name']), value: z.string() });

/** Somebody who may be the same, and what they share, the surest evidence first. */
export const partyDuplicateSchema = z.object({ party: partyRowSchema, reasons: z.array(matchReasonSchema) });
export type PartyDuplicate = z.infer<typeof partyDuplicateSchema>;

export const partyContract = {
  list: declare('party.see')
    .route({
      method: 'POST',
      path: '/parties/list',
      operationId: 'listParties',
      tags: ['Contacts and companies'],
      summary: 'A page of contacts and companies',
    })
    .errors(refused)
    .input(
      pageSchema.extend({
        filter: partyFilterSchema.default({}),
        /** Conditions in the language of filters, which have to hold besides. */
        where: filterSchema.optional(),
        sort: partySortSchema.default({ field: 'title', direction: 'ascending' }),
      }),
    )
    .output(z.object({ rows: z.array(partyRowSchema), total: z.number().int() })),
  /** A list as a spreadsheet (CSV): of those listed the ones whom whoever asks may take out. */
  exportList: declare('party.export')
    .route({
      method: 'POST',
      path: '/parties/export',
      operationId: 'exportParties',
      tags: ['Contacts and companies'],
      summary: 'Contacts and companies as CSV',
    })
    .errors(refused)
    .input(
      z.object({
        filter: partyFilterSchema.default({}),
        where: filterSchema.optional(),
        sort: partySortSchema.default({ field: 'title', direction: 'ascending' }),
      }),
    )
    .output(z.file()),
  /** Those that may be the same as what is being typed, best first; at most 5. */
  findDuplicates: declare('party.see')
    .route({
      method: 'POST',
      path: '/parties/duplicates',
      operationId: 'findDuplicates',
      tags: ['Contacts and companies'],
      summary: 'Who may already be there',
    })
    .input(
      z.object({
        type: partyTypeSchema,
        name: z.string().default(''),
        phones: z.array(z.string()).default([]),
        emails: z.array(z.string()).default([]),
        taxId: z.string().default(''),
        exceptId: idSchema.optional(),
      }),
    )
    .output(z.array(partyDuplicateSchema)),
  /** Words in use, most used first, to choose from while typing. */
  words: declare('party.see')
    .route({
      method: 'GET',
      path: '/parties/words',
      operationId: 'listWords',
      tags: ['Contacts and companies'],
      summary: 'Tags, groups, sources and cities in use',
    })
    .output(
      z.object({
        tags: z.array(z.string()),
        groups: z.array(z.string()),
        sources: z.array(z.string()),
        cities: z.array(z.string()),
      }),
    ),
  /** Deletes, restores or tags many at once, as one act that can be undone. */
  changeMany: declare('party.edit')
    .route({
      method: 'POST',
      path: '/parties/change',
      operationId: 'changeParties',
      tags: ['Contacts and companies'],
      summary: 'Change many at once',
    })
    .errors(refused)
    .input(
      z.object({
        ids: z.array(idSchema).min(1).max(10_000),
        change: z.discriminatedUnion('type', [
          z.object({ type: z.literal('addTag'), tag: z.string().trim().min(1).max(80) }),
          z.object({ type: z.literal('removeTag'), tag: z.string().trim().min(1).max(80) }),
          z.object({ type: z.literal('setKind'), kind: partyKindSchema }),
          z.object({ type: z.literal('setKey'), isKey: z.boolean() }),
        ]),
      }),
    )
    .output(z.object({ actId: z.string(), changed: z.number().int() })),
  deleteMany: declare('party.delete')
    .route({
      method: 'POST',
      path: '/parties/delete',
      operationId: 'deleteParties',
      tags: ['Contacts and companies'],
      summary: 'Move many to the recycle bin',
    })
    .input(z.object({ ids: z.array(idSchema).min(1).max(10_000) }))
    .output(z.object({ actId: z.string(), changed: z.number().int() })),
  restoreMany: declare('party.delete')
    .route({
      method: 'POST',
      path: '/parties/restore',
      operationId: 'restoreParties',
      tags: ['Contacts and companies'],
      summary: 'Bring many back from the recycle bin',
    })
    .input(z.object({ ids: z.array(idSchema).min(1).max(10_000) }))
    .output(z.object({ actId: z.string(), changed: z.number().int() })),
  /** Removes for good what is in the recycle bin; undo can still bring it back. */
  purgeMany: declare('party.delete')
    .route({
      method: 'POST',
      path: '/parties/purge',
      operationId: 'purgeParties',
      tags: ['Contacts and companies'],
      summary: 'Remove for good from the recycle bin',
    })
    .input(z.object({ ids: z.array(idSchema).min(1).max(10_000) }))
    .output(z.object({ actId: z.string(), changed: z.number().int() })),
  get: declare('party.see')
    .route({
      method: 'GET',
      path: '/parties/{id}',
      operationId: 'getParty',
      tags: ['Contacts and companies'],
      summary: 'Whether an id is a contact or a company',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ id: z.string(), type: partyTypeSchema, title: z.string() })),
};
