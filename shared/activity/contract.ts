import { z } from 'zod';
import { byIdSchema, declare, idSchema, notFound, pageSchema } from '#shared/procedure.ts';

/** What can be written on a card by hand today. */
export const activityTypes = ['note', 'call', 'meeting', 'visit', 'email', 'message'] as const;
export const activityTypeSchema = z.enum(activityTypes);
export type ActivityType = z.infer<typeof activityTypeSchema>;
export const callOutcomes = ['reached', 'noAnswer', 'busy', 'leftMessage', 'wrongNumber'] as const;

const activityShape = {
  type: activityTypeSchema,
  text: z.string().trim().max(100_000),
  /** When it happened, UTC milliseconds. */
  happenedAt: z.number().int(),
  /** For calls and messages: whether they came in or went out. */
  direction: z.enum(['in', 'out']).nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  /** Seconds. */
  duration: z.number().int().min(0).nullable(),
  /** The deal it was about. */
  dealId: z.string().nullable(),
  /** The number called or calling, where it is known. */
  phone: z.string().trim().max(100),
};

export const activitySchema = z.object({
  ...activityShape,
  id: z.string(),
  partyId: z.string(),
  /** The task that was closed with it. */
  taskId: z.string().nullable(),
  authorId: z.string(),
  authorName: z.string(),
  createdAt: z.number(),
});
export type Activity = z.infer<typeof activitySchema>;

const tags = ['Activities'];

export const activityContract = {
  /** Newest first. */
  ofParty: declare('party.see')
    .route({
      method: 'GET',
      path: '/parties/{id}/activities',
      operationId: 'listActivities',
      tags,
      summary: 'What was done with a contact or company',
    })
    .input(byIdSchema.extend(pageSchema.shape).extend({ type: activityTypeSchema.optional(), dealId: idSchema.optional() }))
    .output(z.object({ rows: z.array(activitySchema), total: z.number().int() })),
  create: declare('activity.edit')
    .route({
      method: 'POST',
      path: '/activities',
      operationId: 'createActivity',
      tags,
      summary: 'Write down a note, a call...',
      successStatus: 201,
    })
    .errors(notFound)
    .input(
      z
        .object({ ...activityShape, partyId: idSchema })
        .partial({ happenedAt: true, direction: true, outcome: true, duration: true, dealId: true, phone: true }),
    )
    .output(activitySchema),
  update: declare('activity.edit')
    .route({ method: 'PATCH', path: '/activities/{id}', operationId: 'updateActivity', tags, summary: 'Change what was written' })
    .errors(notFound)
    .input(byIdSchema.extend(z.object(activityShape).partial().shape))
    .output(activitySchema),
  delete: declare('activity.edit')
    .route({ method: 'DELETE', path: '/activities/{id}', operationId: 'deleteActivity', tags, summary: 'Delete it' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
};
