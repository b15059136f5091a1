import { z } from 'zod';
import { declare, idSchema, pageSchema } from '#shared/procedure.ts';

/** What somebody is told of. The words of each are messages `notice.KIND`, filled with `params`. */
export const noticeKinds = [
  'taskAssigned',
  'reminder',
  'overdue',
  'leadCame',
  'callCame',
  'rule',
  'report',
  'ruleStopped',
] as const;

export const noticeSchema = z.object({
  id: z.string(),
  userId: z.string(),
  kind: z.enum(noticeKinds),
  /** The moment it is about: when a task became overdue, say, even if that was noticed later. UTC milliseconds. */
  at: z.number(),
  /** Words somebody wrote into a rule; empty when the kind says all. */
  text: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What to open. */
  recordType: z.enum(['task', 'deal', 'lead', 'party', 'document', 'automation']).nullable(),
  recordId: z.string().nullable(),
  branchId: z.string().nullable(),
  createdAt: z.number(),
  readAt: z.number().nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

const tags = ['Notices'];

export const noticeContract = {
  /** Whoever acts is told these, newest first. */
  list: declare('notice.see')
    .route({ method: 'GET', path: '/notices', operationId: 'listNotices', tags, summary: 'What you are told' })
    .input(
      pageSchema.extend({ unread: z.stringbool().or(z.boolean()).default(false), since: z.coerce.number().int().optional() }),
    )
    .output(z.object({ rows: z.array(noticeSchema), total: z.number().int(), unreadCount: z.number().int() })),
  markRead: declare('notice.see')
    .route({ method: 'POST', path: '/notices/read', operationId: 'markNoticesRead', tags, summary: 'You have read them' })
    .input(z.object({ ids: z.union([z.array(idSchema).max(1000), z.literal('all')]) }))
    .output(z.object({ unreadCount: z.number().int() })),
};
