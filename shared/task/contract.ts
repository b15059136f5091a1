import { z } from 'zod';
import { callOutcomes } from '#shared/activity/contract.ts';
import { dealInputShape, dateSchema, momentSchema } from '#shared/deal/fields.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import { askableFieldSchema, fieldsMissing } from '#shared/pipeline/contract.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';
import { repeatSchema } from '#shared/time/repeat.ts';

export const taskTypes = ['call', 'meeting', 'visit', 'email', 'message', 'todo'] as const;
export const taskTypeSchema = z.enum(taskTypes);
export type TaskType = z.infer<typeof taskTypeSchema>;
export const taskStatuses = ['open', 'done', 'cancelled'] as const;

const taskShape = {
  type: taskTypeSchema,
  title: z.string().trim().max(300),
  text: z.string().max(100_000),
  /** A short word by which rules know it: "call", "measure"... */
  purpose: z.string().trim().max(60),
  partyId: idSchema.nullable(),
  dealId: idSchema.nullable(),
  leadId: idSchema.nullable(),
  assigneeId: idSchema,
  /** The minute by which it is to be done, or begins; null when it has none. With `allDay`, the end of the day. */
  dueAt: momentSchema.nullable(),
  allDay: z.boolean(),
  durationMinutes: z.number().int().min(0).max(100_000).nullable(),
  /** When to set off. */
  leaveAt: momentSchema.nullable(),
  location: z.string().trim().max(500),
  /** IANA zone its wall time is in; empty is the shop's. Repeats keep the wall time. */
  timeZone: z.string().max(80),
  /** So many minutes before `dueAt`; null for no reminder. */
  remindMinutes: z.number().int().min(0).max(100_000).nullable(),
  repeat: repeatSchema.nullable(),
  /** What of its deal has to be filled in before it can be done. */
  asks: z.array(askableFieldSchema).max(50),
  /** Whether the head is told when it isn't done in time. */
  escalate: z.boolean(),
};

export const taskSchema = z.object({
  ...taskShape,
  id: z.string(),
  authorId: z.string(),
  status: z.enum(taskStatuses),
  result: z.string(),
  outcome: z.enum(callOutcomes).nullable(),
  doneAt: z.number().nullable(),
  doneByName: z.string(),
  /** The moment it became overdue and the head was told; null when it never did. */
  escalatedAt: z.number().nullable(),
  escalatedTo: z.string().nullable(),
  /** The run of an automation that made it. */
  madeBy: z.string().nullable(),
  assigneeName: z.string(),
  partyTitle: z.string(),
  partyType: z.enum(['contact', 'company']).nullable(),
  /** The client's first phone, E.164 where known. */
  phone: z.string(),
  dealTitle: z.string(),
  branchId: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Task = z.infer<typeof taskSchema>;

/** Only what it is about is needed; the rest is as usual: for whoever adds it, no reminder but at the minute. */
export const taskInputSchema = z.object(taskShape).partial();
export type TaskInput = z.infer<typeof taskInputSchema>;

export const taskFilterSchema = z
  .object({
    assigneeId: idSchema,
    status: z.enum(taskStatuses),
    partyId: idSchema,
    dealId: idSchema,
    leadId: idSchema,
    /** Due from this moment, before that one. */
    from: momentSchema,
    to: momentSchema,
    overdue: z.boolean(),
    where: filterSchema,
  })
  .partial();
export type TaskFilter = z.infer<typeof taskFilterSchema>;

const notOpen = { TASK_NOT_OPEN: { status: 409, data: z.object({ id: z.string() }) } } as const;
const tags = ['Tasks'];

export const taskContract = {
  /** By due moment, those without one last. Those of other people need task.seeAll. */
  list: declare('task.see')
    .route({ method: 'POST', path: '/tasks/list', operationId: 'listTasks', tags, summary: 'Tasks by their due moment' })
    .errors(refused)
    .input(pageSchema.extend({ filter: taskFilterSchema.default({}), newestFirst: z.boolean().default(false) }))
    .output(z.object({ rows: z.array(taskSchema), total: z.number().int() })),
  get: declare('task.see')
    .route({ method: 'GET', path: '/tasks/{id}', operationId: 'getTask', tags, summary: 'A task' })
    .errors(notFound)
    .input(byIdSchema)
    .output(taskSchema),
  create: declare('task.edit')
    .route({ method: 'POST', path: '/tasks', operationId: 'createTask', tags, summary: 'Add a task', successStatus: 201 })
    .errors({ ...notFound, ...refused })
    .input(taskInputSchema)
    .output(taskSchema),
  update: declare('task.edit')
    .route({ method: 'PATCH', path: '/tasks/{id}', operationId: 'updateTask', tags, summary: 'Change a task' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend(taskInputSchema.shape))
    .output(taskSchema.extend({ actId: z.string() })),
  /**
   * Closes it: what came out goes into the history of its client and deal, `deal` fields are filled in, `next` is added,
   * a repeated one begins anew. FIELDS_MISSING names what it asks for and still isn't there.
   */
  done: declare('task.edit')
    .route({ method: 'POST', path: '/tasks/{id}/done', operationId: 'closeTask', tags, summary: 'A task is done' })
    .errors({ ...notFound, ...refused, ...fieldsMissing, ...notOpen })
    .input(
      byIdSchema.extend({
        result: z.string().max(100_000).default(''),
        outcome: z.enum(callOutcomes).nullable().default(null),
        /** Seconds. */
        duration: z.number().int().min(0).nullable().default(null),
        deal: z.object(dealInputShape).omit({ partyId: true }).partial().optional(),
        next: taskInputSchema.optional(),
      }),
    )
    .output(z.object({ task: taskSchema, nextId: z.string().nullable(), activityId: z.string().nullable(), actId: z.string() })),
  cancel: declare('task.edit')
    .route({ method: 'POST', path: '/tasks/{id}/cancel', operationId: 'cancelTask', tags, summary: 'A task is no longer needed' })
    .errors({ ...notFound, ...notOpen })
    .input(byIdSchema.extend({ reason: z.string().max(10_000).default('') }))
    .output(taskSchema.extend({ actId: z.string() })),
  reopen: declare('task.edit')
    .route({ method: 'POST', path: '/tasks/{id}/reopen', operationId: 'reopenTask', tags, summary: 'Open a task again' })
    .errors(notFound)
    .input(byIdSchema)
    .output(taskSchema.extend({ actId: z.string() })),
  delete: declare('task.edit')
    .route({ method: 'DELETE', path: '/tasks/{id}', operationId: 'deleteTask', tags, summary: 'Delete a task' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
  /** One person's day: overdue, today's, what was done, and what needs a next step. */
  day: declare('task.see')
    .route({ method: 'POST', path: '/tasks/day', operationId: 'readDay', tags, summary: "Somebody's day" })
    .input(z.object({ userId: idSchema.optional(), day: dateSchema.optional() }))
    .output(
      z.object({
        day: dateSchema,
        overdue: z.array(taskSchema),
        overdueCount: z.number().int(),
        today: z.array(taskSchema),
        undated: z.array(taskSchema),
        doneCount: z.number().int(),
        newLeads: z.number().int(),
        /** Open deals of this person with nothing planned. */
        idleDeals: z.number().int(),
      }),
    ),
  /** What stands in the calendar between two moments; repeats not yet begun come as `isProjected`. */
  calendar: declare('task.see')
    .route({ method: 'POST', path: '/tasks/calendar', operationId: 'readCalendar', tags, summary: 'The calendar' })
    .input(z.object({ from: momentSchema, to: momentSchema, userIds: z.array(idSchema).max(200).optional() }))
    .output(z.object({ rows: z.array(taskSchema.extend({ isProjected: z.boolean() })) })),
  /** Hours planned and done by each person on each day. Others' need task.seeAll. */
  workload: declare('task.seeAll')
    .route({ method: 'POST', path: '/tasks/workload', operationId: 'readWorkload', tags, summary: 'Who has how much to do' })
    .input(z.object({ from: dateSchema, to: dateSchema }))
    .output(
      z.object({
        people: z.array(
          z.object({
            userId: z.string(),
            name: z.string(),
            days: z.array(
              z.object({
                day: dateSchema,
                open: z.number().int(),
                done: z.number().int(),
                overdue: z.number().int(),
                plannedMinutes: z.number().int(),
                /** Minutes planned in each hour of the day, 24 numbers. */
                hours: z.array(z.number()),
              }),
            ),
            overdue: z.number().int(),
          }),
        ),
      }),
    ),
  /** iCalendar of one person's tasks, for other calendars to open. */
  exportCalendar: declare('task.see')
    .route({
      method: 'GET',
      path: '/tasks/calendar.ics',
      operationId: 'exportCalendar',
      tags,
      summary: 'Tasks as an iCalendar file',
    })
    .input(z.object({ userId: idSchema.optional() }))
    .output(z.file()),
  /** An address that other calendars on this computer can follow, and a file that is kept up to date. */
  subscription: declare('task.see')
    .route({
      method: 'GET',
      path: '/tasks/calendar-subscription',
      operationId: 'readCalendarSubscription',
      tags,
      summary: 'How other calendars follow this one',
    })
    .output(z.object({ address: z.string().nullable(), file: z.string() })),
};
