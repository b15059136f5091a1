import { z } from 'zod';
import { idSchema } from '#shared/procedure.ts';

/** How a conflict was settled: as it stands, with the other value, or with a third one. */
export const conflictStatuses = ['open', 'kept', 'taken', 'edited'] as const;

/**
 * Two copies wrote the same without seeing each other's. The later one stands; the other isn't lost. Under field '' one
 * removed what the other changed: then the lost value is an object of fields, as they travel.
 */
export const conflictSchema = z.object({
  id: idSchema,
  recordType: z.string(),
  recordId: idSchema,
  field: z.string(),
  keptValue: z.unknown(),
  keptBy: z.string(),
  keptStamp: z.string(),
  keptBranchId: z.string().nullable(),
  lostValue: z.unknown(),
  lostBy: z.string(),
  lostStamp: z.string(),
  lostBranchId: z.string().nullable(),
  status: z.enum(conflictStatuses),
  resolvedBy: z.string().nullable(),
  resolvedAt: z.number().nullable(),
  createdAt: z.number(),
});
export type Conflict = z.infer<typeof conflictSchema>;
