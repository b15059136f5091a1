import { z } from 'zod';
import { documentKindSchema } from '#shared/document/data.ts';
import { roleSchema } from '#shared/people/role.ts';
import { askableFieldSchema } from '#shared/pipeline/contract.ts';
import { idSchema } from '#shared/procedure.ts';
import { taskTypeSchema } from '#shared/task/contract.ts';

/** Who gets a task or a notice. Where nobody fits, the owner of the shop does. */
export const assigneeSchema = z.discriminatedUnion('type', [
  /** In charge of the deal, else of the client, else of the request. */
  z.object({ type: z.literal('owner') }),
  /** Whoever is doing what set the rule off. */
  z.object({ type: z.literal('actor') }),
  /** The head of whoever is in charge, or of the task's assignee. */
  z.object({ type: z.literal('head') }),
  /** Of these people, or of all with the role: in turn, or whoever has the fewest open tasks. */
  z.object({ type: z.literal('people'), userIds: z.array(idSchema).min(1).max(200), by: z.enum(['turn', 'fewestTasks']) }),
  z.object({ type: z.literal('role'), role: roleSchema, by: z.enum(['turn', 'fewestTasks']) }),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

export const delayUnits = ['minutes', 'hours', 'days', 'workingDays'] as const;
/** When a task is due: so long after the event (at a wall time, for days), or by a moment the deal has. */
export const dueSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('after'),
    amount: z.number().int().min(0).max(100_000),
    unit: z.enum(delayUnits),
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
  z.object({ type: z.literal('dealMoment'), field: z.enum(['visitAt', 'leaveAt', 'workAt', 'expectedClose']) }),
  z.object({ type: z.literal('none') }),
]);
export type Due = z.infer<typeof dueSchema>;

/** May hold fields as {client.name}, {deal.title}... */
const filledText = (max: number) => z.string().max(max);

export const automationActionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('createTask'),
    taskType: taskTypeSchema,
    title: filledText(300),
    text: filledText(10_000).default(''),
    purpose: z.string().trim().max(60).default(''),
    assignee: assigneeSchema,
    due: dueSchema,
    remindMinutes: z.number().int().min(0).max(100_000).nullable().default(0),
    durationMinutes: z.number().int().min(0).max(100_000).nullable().default(null),
    asks: z.array(askableFieldSchema).max(50).default([]),
    escalate: z.boolean().default(true),
  }),
  /** The request becomes a deal. Does nothing for other events. */
  z.object({
    type: z.literal('acceptLead'),
    pipelineId: idSchema.nullable().default(null),
    stageId: idSchema.nullable().default(null),
  }),
  z.object({
    type: z.literal('setField'),
    record: z.enum(['deal', 'client', 'lead']),
    field: z.string().min(1).max(120),
    value: z.union([z.string().max(10_000), z.number(), z.boolean(), z.null()]),
  }),
  z.object({ type: z.literal('addTag'), tag: z.string().trim().min(1).max(80) }),
  /** Open tasks of the deal, or of the request, with this mark are done: what they were for has happened. */
  z.object({ type: z.literal('closeTasks'), purpose: z.string().trim().min(1).max(60) }),
  /** Whoever it is given to is in charge of the deal, client or request. */
  z.object({ type: z.literal('assign'), assignee: assigneeSchema }),
  z.object({ type: z.literal('moveStage'), stageId: idSchema }),
  z.object({ type: z.literal('winDeal') }),
  z.object({ type: z.literal('notify'), to: assigneeSchema, text: filledText(2000) }),
  z.object({
    type: z.literal('createDocument'),
    kind: documentKindSchema,
    templateId: idSchema.nullable().default(null),
    notify: assigneeSchema.nullable().default(null),
  }),
  /** A message ready to be sent: a task for whoever sends it, with the words filled in. */
  z.object({
    type: z.literal('prepareMessage'),
    channel: z.enum(['email', 'message']),
    subject: filledText(300).default(''),
    text: filledText(10_000),
    assignee: assigneeSchema,
  }),
  /** POSTs the event and its record as JSON; tried again with growing pauses for a day. */
  z.object({ type: z.literal('webhook'), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  /** The actions after it are done so much later. */
  z.object({ type: z.literal('wait'), amount: z.number().int().min(1).max(100_000), unit: z.enum(delayUnits) }),
]);
export type AutomationAction = z.infer<typeof automationActionSchema>;
