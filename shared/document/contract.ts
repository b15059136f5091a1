import { z } from 'zod';
import { dateSchema } from '#shared/deal/fields.ts';
import { documentDataSchema, documentKindSchema } from '#shared/document/data.ts';
import type { TemplateFault } from '#shared/document/template-fault.ts';
import { notHereYet } from '#shared/file/contract.ts';
import { amountSchema, currencySchema } from '#shared/money/money.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';
import { languageSchema } from '#shared/settings/contract.ts';

export const documentStatuses = ['draft', 'sent', 'accepted', 'refused', 'cancelled'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];
export const documentFormats = ['pdf', 'docx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export const documentSchema = z.object({
  id: z.string(),
  kind: documentKindSchema,
  number: z.string(),
  version: z.number().int(),
  dealId: z.string(),
  dealTitle: z.string(),
  partyId: z.string(),
  partyTitle: z.string(),
  /** The document it was made from: a quote's earlier version, an invoice's quote. */
  basedOn: z.string().nullable(),
  title: z.string(),
  status: z.enum(documentStatuses),
  date: dateSchema,
  validUntil: dateSchema.nullable(),
  currency: currencySchema,
  net: amountSchema,
  gross: amountSchema,
  language: languageSchema,
  /** null: the ready one. */
  templateId: z.string().nullable(),
  authorName: z.string(),
  decidedAt: z.number().nullable(),
  note: z.string(),
  createdAt: z.number(),
});
export type Document = z.infer<typeof documentSchema>;

export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: documentKindSchema,
  language: languageSchema,
  /** Bytes. */
  size: z.number().int(),
  /** Taken unless another is chosen. */
  isDefault: z.boolean(),
  createdAt: z.number(),
});
export type DocumentTemplate = z.infer<typeof templateSchema>;

const templateFaultCodes = [
  ...(['notDocx', 'damaged', 'encrypted', 'tooLarge', 'unknownField', 'outsideLoop', 'notRepeated'] as const),
  ...(['unclosedLoop', 'unopenedLoop', 'unclosedTag', 'unopenedTag', 'misplaced'] as const),
] satisfies readonly TemplateFault['code'][];

/** What is wrong with a template: a code, the tag as written (empty for the whole file), and what was probably meant. */
export const templateProblemSchema = z.object({
  code: z.enum(templateFaultCodes),
  tag: z.string(),
  suggestion: z.string().nullable(),
});
export type TemplateProblem = z.infer<typeof templateProblemSchema>;

const numberSeriesSchema = z.object({
  kind: documentKindSchema,
  branchId: z.string().nullable(),
  /** As "P-{year}-{number:4}": {year}, {branch} and {number} with its least digits. */
  pattern: z.string().trim().min(1).max(60),
  next: z.number().int().min(1).max(999_999_999),
});

/** In a company each computer numbers by itself, so that two that can't reach one another never give the same number. */
const keptSeriesSchema = numberSeriesSchema.extend({
  /** Which computer of the branch, from 1. */
  till: z.number().int(),
  /** What {branch} stands for: "3", or "3.2" from the second computer on; empty in a shop that is alone. */
  branch: z.string(),
  /** Whether this computer numbers by it. */
  isOwn: z.boolean(),
});
export type NumberSeries = z.infer<typeof keptSeriesSchema>;

const tags = ['Documents'];

export const documentContract = {
  /** Of a deal, of a client or of everybody, newest first. */
  list: declare('document.see')
    .route({ method: 'GET', path: '/documents', operationId: 'listDocuments', tags, summary: 'Documents of a deal or a client' })
    .input(pageSchema.extend({ dealId: idSchema.optional(), partyId: idSchema.optional(), kind: documentKindSchema.optional() }))
    .output(z.object({ rows: z.array(documentSchema), total: z.number().int() })),
  get: declare('document.see')
    .route({ method: 'GET', path: '/documents/{id}', operationId: 'getDocument', tags, summary: 'A document with all it says' })
    .errors(notFound)
    .input(byIdSchema)
    .output(documentSchema.extend({ data: documentDataSchema })),
  /**
   * Makes one of a deal's lines, client, dates and payments as they are now, with the next number of its series; with the
   * lines of another document when `basedOn` is given (an order or invoice of a quote), or as its next version (`asVersion`),
   * which cancels the one before. Refused without lines (field "lines", code "noLines") for those that have a price, and
   * when `basedOn` or `templateId` is unknown or doesn't fit ("unknown", "otherDeal", "otherKind").
   */
  create: declare('document.create')
    .route({
      method: 'POST',
      path: '/documents',
      operationId: 'createDocument',
      tags,
      summary: 'Make a document of a deal',
      successStatus: 201,
    })
    .errors({ ...notFound, ...refused })
    .input(
      z
        .object({
          kind: documentKindSchema,
          dealId: idSchema,
          templateId: idSchema.nullable(),
          language: languageSchema,
          basedOn: idSchema,
          asVersion: z.boolean(),
          date: dateSchema,
          validUntil: dateSchema.nullable(),
          notes: z.string().max(10_000),
        })
        .partial()
        .extend({ kind: documentKindSchema, dealId: idSchema }),
    )
    .output(documentSchema),
  /** Sent, accepted, refused (with the reason) or cancelled. Accepting a quote refuses no other by itself. */
  setStatus: declare('document.create')
    .route({
      method: 'POST',
      path: '/documents/{id}/status',
      operationId: 'setDocumentStatus',
      tags,
      summary: 'What became of a document',
    })
    .errors(notFound)
    .input(byIdSchema.extend({ status: z.enum(documentStatuses), note: z.string().trim().max(10_000).default('') }))
    .output(documentSchema.extend({ actId: z.string() })),
  download: declare('document.see')
    .route({
      method: 'GET',
      path: '/documents/{id}/{format}',
      operationId: 'downloadDocument',
      tags,
      summary: 'A document as PDF or docx',
    })
    .errors({ ...notFound, ...notHereYet })
    .input(byIdSchema.extend({ format: z.enum(documentFormats) }))
    .output(z.file()),
  templates: declare('document.see')
    .route({
      method: 'GET',
      path: '/document-templates',
      operationId: 'listDocumentTemplates',
      tags,
      summary: "The shop's own templates",
    })
    .output(z.array(templateSchema)),
  /** Refused with TEMPLATE_WRONG, naming each tag that can't be filled, or without a name (field "name", code "nameless"). */
  addTemplate: declare('documentTemplate.edit')
    .route({
      method: 'POST',
      path: '/document-templates',
      operationId: 'addDocumentTemplate',
      tags,
      summary: 'Add a docx template',
      successStatus: 201,
    })
    .errors({ ...refused, TEMPLATE_WRONG: { status: 422, data: z.object({ problems: z.array(templateProblemSchema) }) } })
    .input(
      z.object({
        file: z.file().max(32 * 1024 * 1024),
        name: z.string().trim().max(120).optional(),
        kind: documentKindSchema,
        language: languageSchema.optional(),
        /** As text where a form sends it. */
        isDefault: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).default(true),
      }),
    )
    .output(templateSchema),
  updateTemplate: declare('documentTemplate.edit')
    .route({
      method: 'PATCH',
      path: '/document-templates/{id}',
      operationId: 'updateDocumentTemplate',
      tags,
      summary: 'Rename a template or make it the usual one',
    })
    .errors(notFound)
    .input(byIdSchema.extend({ name: z.string().trim().min(1).max(120).optional(), isDefault: z.boolean().optional() }))
    .output(templateSchema),
  deleteTemplate: declare('documentTemplate.edit')
    .route({
      method: 'DELETE',
      path: '/document-templates/{id}',
      operationId: 'deleteDocumentTemplate',
      tags,
      summary: 'Take a template away; documents keep it',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
  /** The ready one, to be changed in Word and brought back. */
  readyTemplate: declare('document.see')
    .route({
      method: 'GET',
      path: '/document-templates/ready/{kind}/{language}',
      operationId: 'downloadReadyTemplate',
      tags,
      summary: 'A ready template',
    })
    .input(z.object({ kind: documentKindSchema, language: languageSchema }))
    .output(z.file()),
  downloadTemplate: declare('document.see')
    .route({
      method: 'GET',
      path: '/document-templates/{id}/file',
      operationId: 'downloadDocumentTemplate',
      tags,
      summary: "A template's file",
    })
    .errors({ ...notFound, ...notHereYet })
    .input(byIdSchema)
    .output(z.file()),
  series: declare('document.see')
    .route({
      method: 'GET',
      path: '/number-series',
      operationId: 'listNumberSeries',
      tags,
      summary: 'How documents are numbered',
    })
    .output(z.array(keptSeriesSchema)),
  /** Refused for a pattern without {number} (field "pattern", code "noNumber"), with something else in braces ("unknownField"), or without {branch} where others would give the same numbers ("noBranch"). */
  setSeries: declare('documentTemplate.edit')
    .route({
      method: 'PUT',
      path: '/number-series',
      operationId: 'setNumberSeries',
      tags,
      summary: 'Change how documents are numbered',
    })
    .errors(refused)
    .input(numberSeriesSchema.extend({ branchId: idSchema.nullable().default(null), till: z.number().int().min(1).default(1) }))
    .output(z.array(keptSeriesSchema)),
};
