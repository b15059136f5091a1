import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { byIdSchema, declare, notFound } from '#shared/procedure.ts';

/** Something long under way: an import, an export, demo data. `total` is null until it is known. */
export const jobSchema = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  total: z.number().int().nullable(),
  /** Why it failed: a stable code and its details. */
  error: z.object({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
export type Job = z.infer<typeof jobSchema>;

const tags = ['Jobs'];

export const jobContract = {
  get: declare('party.see')
    .route({ method: 'GET', path: '/jobs/{id}', operationId: 'getJob', tags, summary: 'How far a job is' })
    .errors(notFound)
    .input(byIdSchema)
    .output(jobSchema),
  /** Tells how a job goes until it ends. */
  watch: declare('party.see')
    .route({ method: 'GET', path: '/jobs/{id}/watch', operationId: 'watchJob', tags, summary: 'Follow a job' })
    .errors(notFound)
    .input(byIdSchema)
    .output(eventIterator(jobSchema)),
  /** Stops it; nothing of it stays. */
  cancel: declare('party.import')
    .route({ method: 'POST', path: '/jobs/{id}/cancel', operationId: 'cancelJob', tags, summary: 'Cancel a job' })
    .errors(notFound)
    .input(byIdSchema)
    .output(jobSchema),
};
