import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { declare } from '#shared/procedure.ts';

/** Something was saved, here or by another program on the same data. `ids` is null when too many changed to name. */
export const savedEventSchema = z.object({
  recordTypes: z.array(z.string()),
  ids: z.array(z.string()).nullable(),
});
export type SavedEvent = z.infer<typeof savedEventSchema>;

export const eventContract = {
  /** Tells of every save from now on, so that all windows show the same thing. */
  saved: declare('party.see')
    .route({ method: 'GET', path: '/events', operationId: 'watchSaves', tags: ['Events'], summary: 'Follow what is saved' })
    .output(eventIterator(savedEventSchema)),
};
