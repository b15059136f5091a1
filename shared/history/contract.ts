import { z } from 'zod';
import { byIdSchema, declare, idSchema, notFound, pageSchema } from '#shared/procedure.ts';

/** What somebody did in one go; all of it can be undone together. */
export const actKinds = [
  'create',
  'update',
  'delete',
  'restore',
  'purge',
  'changeMany',
  'activity',
  'link',
  'file',
  'import',
  'importArchive',
  'demo',
  'undo',
  'settings',
  'deal',
  'pipeline',
  'product',
  'lead',
  'task',
  'automation',
  'document',
  'payment',
  'call',
  // What Cartera does by the clock: reminders, overdue tasks, actions that waited.
  'clock',
  'people',
  'branch',
  'conflict',
  'erase',
  // What came from other copies.
  'sync',
] as const;
export const actSchema = z.object({
  id: z.string(),
  kind: z.enum(actKinds),
  at: z.number(),
  actorName: z.string(),
  /** What it was done to: a name, a file... */
  subject: z.string(),
  /** How many records it touched. */
  records: z.number().int(),
  undoneBy: z.string().nullable(),
  /** False for what can't be taken back, such as the making of a key. */
  canUndo: z.boolean(),
  /** The act that this one undid. */
  undoes: z.string().nullable(),
});
export type Act = z.infer<typeof actSchema>;

export const changeSchema = z.object({
  actId: z.string(),
  actKind: z.enum(actKinds),
  at: z.number(),
  actorName: z.string(),
  recordType: z.string(),
  operation: z.enum(['create', 'update', 'purge']),
  /** Field, value before and after; empty for a creation. */
  fields: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type Change = z.infer<typeof changeSchema>;

const tags = ['History'];

export const historyContract = {
  /** What changed on a card, newest first. */
  ofParty: declare('history.see')
    .route({
      method: 'GET',
      path: '/parties/{id}/history',
      operationId: 'listChanges',
      tags,
      summary: 'What changed, when and by whom',
    })
    .input(byIdSchema.extend(pageSchema.shape))
    .output(z.object({ rows: z.array(changeSchema), total: z.number().int() })),
  /** The last acts, newest first. */
  acts: declare('history.see')
    .route({ method: 'GET', path: '/acts', operationId: 'listActs', tags, summary: 'The last acts' })
    /** `byClock` shows what Cartera did by itself too, and the reading of notices. */
    .input(pageSchema.extend({ byClock: z.stringbool().or(z.boolean()).default(false) }))
    .output(z.object({ rows: z.array(actSchema), total: z.number().int() })),
  /**
   * Undoes one act. Records changed by somebody since then are named in EDITED_SINCE; called again with `keepEdited`,
   * everything but those is undone.
   */
  undo: declare('history.undo')
    .route({ method: 'POST', path: '/acts/{id}/undo', operationId: 'undoAct', tags, summary: 'Undo an act' })
    .errors({
      ...notFound,
      ALREADY_UNDONE: { status: 409 },
      EDITED_SINCE: {
        status: 409,
        data: z.object({ count: z.number().int(), records: z.array(z.object({ id: z.string(), title: z.string() })) }),
      },
    })
    .input(byIdSchema.extend({ keepEdited: z.boolean().default(false) }))
    .output(
      z.object({ actId: idSchema, undone: z.number().int(), kept: z.array(z.object({ id: z.string(), title: z.string() })) }),
    ),
};
