import { z } from 'zod';

/**
 * Up to when what a branch did is in the figures of head office. `heardAt` is UTC milliseconds, null where nothing came yet; `waiting`
 * are the changes that were still to come when it was heard last.
 */
export const branchAsOfSchema = z.object({
  branchId: z.string(),
  name: z.string(),
  heardAt: z.number().nullable(),
  waiting: z.number().int(),
});
export type BranchAsOf = z.infer<typeof branchAsOfSchema>;

/** Every branch's; empty where figures are of this computer's own doing. */
export const asOfSchema = z.array(branchAsOfSchema);
