import { z } from 'zod';
import { declare, idSchema, notFound } from '#shared/procedure.ts';

/** What came of restoring an archive. */
export const restoreSummarySchema = z.object({
  created: z.object({ contacts: z.number().int(), companies: z.number().int() }),
  /** Contacts and companies that were here. */
  updated: z.number().int(),
  unchanged: z.number().int(),
  /** Of every kind: contacts and companies, links, activities, files, custom fields, settings... */
  records: z.object({ created: z.number().int(), updated: z.number().int(), unchanged: z.number().int() }),
  /** Attached files whose content came along. */
  files: z.number().int(),
  /** Null when there was nothing new. */
  actId: z.string().nullable(),
});
export type RestoreSummary = z.infer<typeof restoreSummarySchema>;

const tags = ['Export'];

export const exportContract = {
  /** Everything, in open formats, as one zip that can be imported again to the last row. */
  archive: declare('party.export')
    .route({ method: 'GET', path: '/export', tags, summary: 'Everything in one zip', operationId: 'exportArchive' })
    .output(z.file()),
  /**
   * Brings such a zip back, handed over by `import.upload`, as one act that can be undone: what isn't here is made, what is
   * here and differs becomes as it is in the zip. All of it is saved, or nothing.
   */
  restore: declare('archive.restore')
    .route({
      method: 'POST',
      path: '/export/restore',
      tags,
      summary: 'Bring everything back from a zip',
      operationId: 'restoreArchive',
    })
    .errors({
      ...notFound,
      ARCHIVE_UNREADABLE: {
        status: 422,
        data: z.object({
          code: z.enum(['notAnArchive', 'fromTheFuture', 'damaged', 'encrypted', 'tooLarge']),
          entry: z.string().optional(),
          line: z.number().int().optional(),
          field: z.string().optional(),
        }),
      },
    })
    .input(z.object({ fileId: idSchema }))
    .output(restoreSummarySchema),
};
