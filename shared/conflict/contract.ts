import { z } from 'zod';
import { conflictSchema, conflictStatuses } from '#shared/conflict/conflict.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';

/** A conflict with what a person needs to decide it. */
export const conflictViewSchema = conflictSchema.extend({
  /** What the record is called; empty when it is gone for good. */
  title: z.string(),
  /** Of a contact or company, to open its card; of a deal, task... its own id is enough. */
  partyType: z.enum(['contact', 'company']).nullable(),
  keptBranchName: z.string().nullable(),
  lostBranchName: z.string().nullable(),
  /** UTC milliseconds. */
  keptAt: z.number(),
  lostAt: z.number(),
  /** Whether the field still has the value that was kept. */
  isCurrent: z.boolean(),
});
export type ConflictView = z.infer<typeof conflictViewSchema>;

const tags = ['Conflicts'];

export const conflictContract = {
  list: declare('party.see')
    .route({
      method: 'GET',
      path: '/conflicts',
      operationId: 'listConflicts',
      tags,
      summary: 'What was written in two places at once',
    })
    .input(
      pageSchema.extend({
        status: z.enum(conflictStatuses).default('open'),
        recordType: z.string().max(60).optional(),
        recordId: idSchema.optional(),
      }),
    )
    .output(z.object({ conflicts: z.array(conflictViewSchema), total: z.number().int() })),
  count: declare('party.see')
    .route({ method: 'GET', path: '/conflicts/count', operationId: 'countConflicts', tags, summary: 'How many are open' })
    .output(z.object({ open: z.number().int() })),
  /** Settles many at once, in one act that can be undone: as it stands (`keep`), or with the other value (`take`). */
  resolve: declare('conflict.resolve')
    .route({ method: 'POST', path: '/conflicts/resolve', operationId: 'resolveConflicts', tags, summary: 'Settle conflicts' })
    .input(z.object({ ids: z.array(idSchema).min(1).max(5000), with: z.enum(['keep', 'take']) }))
    .output(
      z.object({
        resolved: z.number().int(),
        /** Those whose other value can't be put back, such as one that hangs on what is gone. */
        failed: z.array(z.object({ id: idSchema, code: z.enum(['gone', 'refused']) })),
        actId: z.string(),
      }),
    ),
  edit: declare('conflict.resolve')
    .route({
      method: 'POST',
      path: '/conflicts/{id}/edit',
      operationId: 'editConflict',
      tags,
      summary: 'Settle with a third value',
    })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend({ value: z.unknown() }))
    .output(z.object({ actId: z.string() })),
};
