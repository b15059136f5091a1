import { z } from 'zod';
import { auditKinds } from '#shared/audit/kinds.ts';
import { declare, idSchema, pageSchema } from '#shared/procedure.ts';

const auditFilterShape = {
  /** Empty takes all. */
  kinds: z.array(z.enum(auditKinds)).default([]),
  userId: idSchema.optional(),
  /** UTC milliseconds: not before, and before. */
  from: z.number().int().optional(),
  until: z.number().int().optional(),
  text: z.string().max(200).default(''),
};

export const auditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.number(),
  userId: z.string(),
  userName: z.string(),
  kind: z.enum(auditKinds),
  recordType: z.string().nullable(),
  recordId: z.string().nullable(),
  /** Empty where the person it named was erased. */
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  isErased: z.boolean(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

const tags = ['Audit'];

/** Who did what with the data. It is only added to; nothing here changes it. */
export const auditContract = {
  list: declare('audit.see')
    .route({ method: 'POST', path: '/audit/list', operationId: 'listAudit', tags, summary: 'Who did what, newest first' })
    .input(pageSchema.extend(auditFilterShape))
    .output(
      z.object({
        rows: z.array(auditEntrySchema),
        total: z.number().int(),
        /** Everybody who is in it. */
        people: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
    ),
  export: declare('audit.see')
    .route({ method: 'POST', path: '/audit/export', operationId: 'exportAudit', tags, summary: 'Who did what, as CSV' })
    .input(z.object(auditFilterShape))
    .output(z.file()),
};
export const auditFilterSchema = z.object(auditFilterShape);
export type AuditFilter = z.infer<typeof auditFilterSchema>;
