import { z } from 'zod';
import { byIdSchema, declare, idSchema, notFound, refused } from '#shared/procedure.ts';

/** 64 MB: a scanned contract fits, a film doesn't. */
export const maxFileBytes = 64 * 1024 * 1024;

export const attachedFileSchema = z.object({
  id: z.string(),
  partyId: z.string(),
  dealId: z.string().nullable(),
  /** The call it records, say. */
  activityId: z.string().nullable(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  createdAt: z.number(),
  /** False while the content is still on its way from head office. */
  isHere: z.boolean(),
});
export type AttachedFile = z.infer<typeof attachedFileSchema>;

/** The content is still on its way from head office. */
export const notHereYet = { NOT_HERE_YET: { status: 409 } } as const;

const tags = ['Files'];

export const fileContract = {
  ofParty: declare('party.see')
    .route({
      method: 'GET',
      path: '/parties/{id}/files',
      operationId: 'listFiles',
      tags,
      summary: 'Files attached to a contact or company',
    })
    .input(byIdSchema)
    .output(z.array(attachedFileSchema)),
  attach: declare('file.attach')
    .route({
      method: 'POST',
      path: '/parties/{id}/files',
      operationId: 'attachFile',
      tags,
      summary: 'Attach a file',
      successStatus: 201,
    })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend({ file: z.file().max(maxFileBytes), dealId: idSchema.optional(), activityId: idSchema.optional() }))
    .output(attachedFileSchema),
  download: declare('party.see')
    .route({ method: 'GET', path: '/files/{id}', operationId: 'downloadFile', tags, summary: "A file's content" })
    .errors({ ...notFound, ...notHereYet })
    .input(byIdSchema)
    .output(z.file()),
  delete: declare('party.edit')
    .route({ method: 'DELETE', path: '/files/{id}', operationId: 'deleteFile', tags, summary: 'Take a file away' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
};
