import { z } from 'zod';
import { documentKindSchema } from '#shared/document/data.ts';
import { idSchema } from '#shared/procedure.ts';
import { taskTypeSchema } from '#shared/task/contract.ts';

export const automatedRecords = ['party', 'deal', 'lead', 'task'] as const;
export const automatedRecordSchema = z.enum(automatedRecords);
export type AutomatedRecord = z.infer<typeof automatedRecordSchema>;

/** What sets a rule off. */
export const automationEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('leadCame') }),
  z.object({ type: z.literal('leadAccepted') }),
  z.object({ type: z.literal('recordCreated'), record: automatedRecordSchema }),
  /** A field changed: to anything, or from empty (or 0) to filled. */
  z.object({
    type: z.literal('fieldChanged'),
    record: z.enum(['party', 'deal']),
    field: z.string().min(1).max(120),
    filled: z.boolean().default(false),
  }),
  /** A deal came to a stage; any stage when it isn't said. */
  z.object({ type: z.literal('stageEntered'), stageId: idSchema.nullable().default(null) }),
  z.object({ type: z.literal('dealWon') }),
  z.object({ type: z.literal('dealLost') }),
  z.object({
    type: z.literal('taskDone'),
    taskType: taskTypeSchema.nullable().default(null),
    purpose: z.string().trim().max(60).default(''),
  }),
  z.object({
    type: z.literal('taskOverdue'),
    taskType: taskTypeSchema.nullable().default(null),
    purpose: z.string().trim().max(60).default(''),
  }),
  /** So many days before (below zero) or after a date of the record, at a wall time. Birthdays come every year. */
  z.object({
    type: z.literal('dateReached'),
    record: z.enum(['party', 'deal']),
    field: z.string().min(1).max(120),
    days: z.number().int().min(-3650).max(3650).default(0),
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .default('09:00'),
  }),
  z.object({ type: z.literal('paymentEntered') }),
  z.object({ type: z.literal('documentAccepted'), kind: documentKindSchema.nullable().default(null) }),
]);
export type AutomationEvent = z.infer<typeof automationEventSchema>;
export type AutomationEventType = AutomationEvent['type'];

/** Of which kind of record a rule's conditions are asked; payments and documents are asked as their deal. */
export function entityOf(event: AutomationEvent): AutomatedRecord {
  switch (event.type) {
    case 'leadCame':
    case 'leadAccepted':
      return 'lead';
    case 'recordCreated':
    case 'fieldChanged':
    case 'dateReached':
      return event.record;
    case 'taskDone':
    case 'taskOverdue':
      return 'task';
    default:
      return 'deal';
  }
}
