import { z } from 'zod';
import { idSchema } from '#shared/procedure.ts';

/** A point of sale that works by itself. Head office is none: what belongs to it has no branch. */
export const branchSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(120),
  /** From 1; stands in the numbers of its documents. */
  number: z.number().int().min(1).max(99_999),
  address: z.string().trim().max(500),
  phone: z.string().trim().max(100),
  createdAt: z.number(),
  archivedAt: z.number().nullable(),
});
export type Branch = z.infer<typeof branchSchema>;
