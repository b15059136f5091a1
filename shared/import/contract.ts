import { z } from 'zod';
import { duplicatePolicySchema, mappingSchema, rowProblemSchema } from '#shared/import/mapping.ts';
import { sourceErrorCodes, sourceInfoSchema, sourceOptionsSchema } from '#shared/import/table.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowSchema = z.object({ line: z.number().int(), cells: z.array(cellSchema) });

/** A file that can't be read: why, with the sheet or line where it was seen. */
export const unreadable = {
  UNREADABLE: {
    status: 422,
    data: z.object({ code: z.enum(sourceErrorCodes), detail: z.record(z.string(), z.union([z.string(), z.number()])) }),
  },
} as const;

/** What was made of a file before anything is written. */
export const inspectionSchema = z.object({
  info: sourceInfoSchema,
  /** The first rows as read, titles and headers included. */
  sample: z.array(rowSchema),
  mapping: mappingSchema,
  /** The program that wrote the list ("google", "1c"...), where it was recognised. */
  program: z.string().nullable(),
  /** The saved template that fits, where there is one. */
  templateId: z.string().nullable(),
});
export type Inspection = z.infer<typeof inspectionSchema>;

export const importOutcomes = ['create', 'update', 'unchanged', 'skip', 'fail'] as const;

export const importRequestSchema = z.object({
  fileId: idSchema,
  mapping: mappingSchema,
  country: z.string().regex(/^[A-Z]{2}$/),
  duplicates: duplicatePolicySchema.default('fill'),
});

/** Counts of an import, planned or done. `rows` is every row of data; the outcomes add up to it. */
export const importSummarySchema = z.object({
  rows: z.number().int(),
  created: z.object({ contacts: z.number().int(), companies: z.number().int() }),
  updated: z.number().int(),
  unchanged: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
  /** Rows that are somebody already there, or a row before. */
  duplicates: z.number().int(),
  warnings: z.number().int(),
  actId: z.string().nullable(),
});
export type ImportSummary = z.infer<typeof importSummarySchema>;

/** What becomes, or became, of one row. */
export const importRowSchema = z.object({
  line: z.number().int(),
  outcome: z.enum(importOutcomes),
  title: z.string(),
  /** Who it was recognised as, and by what. `line` is set when it is a row before in the same file. */
  match: z
    .object({
      title: z.string(),
      by: z.enum(['phone', 'email', 'taxId', 'name']),
      id: z.string().nullable(),
      line: z.number().nullable(),
    })
    .nullable(),
  problems: z.array(rowProblemSchema),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importTemplateSchema = z.object({ id: z.string(), name: z.string(), mapping: mappingSchema });

const tags = ['Import'];

export const importContract = {
  /** Takes a file in; it is kept until the import is done or a day has passed. */
  upload: declare('party.import')
    .route({ method: 'POST', path: '/imports/files', operationId: 'uploadImportFile', tags, summary: 'Hand a file over' })
    .errors(unreadable)
    .input(z.object({ file: z.file() }))
    .output(z.object({ fileId: z.string(), name: z.string(), size: z.number().int() })),
  /** Reads the beginning of a file and proposes how to bring it in. Nothing is written. */
  inspect: declare('party.import')
    .route({ method: 'POST', path: '/imports/inspect', operationId: 'inspectImportFile', tags, summary: 'Look into a file' })
    .errors({ ...notFound, ...unreadable })
    .input(z.object({ fileId: idSchema, country: z.string(), source: sourceOptionsSchema.default({}) }))
    .output(inspectionSchema),
  /** Starts working out what the import would do. Nothing is written; follow the job, then ask for its rows. */
  plan: declare('party.import')
    .route({
      method: 'POST',
      path: '/imports/plan',
      operationId: 'planImport',
      tags,
      summary: 'Work out what an import would do',
    })
    .errors({ ...notFound, ...refused })
    .input(importRequestSchema)
    .output(z.object({ jobId: z.string() })),
  /** Starts the import: all of it is saved, as one act, or nothing. */
  run: declare('party.import')
    .route({ method: 'POST', path: '/imports/run', operationId: 'runImport', tags, summary: 'Import' })
    .errors({ ...notFound, ...refused })
    .input(importRequestSchema)
    .output(z.object({ jobId: z.string() })),
  /** Counts of a plan or import that is done. */
  result: declare('party.import')
    .route({
      method: 'GET',
      path: '/imports/{id}',
      operationId: 'getImportResult',
      tags,
      summary: 'What came of a plan or an import',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(importSummarySchema),
  /** Rows of a plan or import that is done, those of one outcome or with problems only when asked. */
  rows: declare('party.import')
    .route({ method: 'GET', path: '/imports/{id}/rows', operationId: 'listImportRows', tags, summary: 'Row by row' })
    .errors(notFound)
    .input(byIdSchema.extend(pageSchema.shape).extend({ show: z.enum([...importOutcomes, 'all', 'problems']).default('all') }))
    .output(z.object({ rows: z.array(importRowSchema), total: z.number().int() })),
  /** The rows that were not imported, each as it was with the reason beside it, as CSV that Excel opens. */
  errorsFile: declare('party.import')
    .route({
      method: 'GET',
      path: '/imports/{id}/errors',
      operationId: 'downloadImportErrors',
      tags,
      summary: 'Rows with errors, to mend and import again',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.file()),
  listTemplates: declare('party.import')
    .route({ method: 'GET', path: '/imports/templates', operationId: 'listImportTemplates', tags, summary: 'Saved mappings' })
    .output(z.array(importTemplateSchema)),
  saveTemplate: declare('party.import')
    .route({
      method: 'POST',
      path: '/imports/templates',
      operationId: 'saveImportTemplate',
      tags,
      summary: 'Save a mapping for the next time',
    })
    .input(z.object({ name: z.string().trim().min(1).max(120), mapping: mappingSchema }))
    .output(importTemplateSchema),
  deleteTemplate: declare('party.import')
    .route({
      method: 'DELETE',
      path: '/imports/templates/{id}',
      operationId: 'deleteImportTemplate',
      tags,
      summary: 'Forget a saved mapping',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
};
