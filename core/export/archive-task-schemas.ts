import { z } from 'zod';
import { callOutcomes } from '#shared/activity/contract.ts';
import { noticeKinds, noticeSchema } from '#shared/notice/contract.ts';
import { askableFieldSchema } from '#shared/pipeline/contract.ts';
import { taskStatuses, taskTypeSchema } from '#shared/task/contract.ts';
import { repeatSchema } from '#shared/time/repeat.ts';

const id = z.string().min(1).max(64);
const time = z.number().int();
const text = z.string();
const bit = z.literal([0, 1]);

const task = z.strictObject({
  id,
  type: taskTypeSchema,
  title: text,
  text,
  purpose: text,
  partyId: id.nullable(),
  dealId: id.nullable(),
  leadId: id.nullable(),
  assigneeId: id,
  authorId: id,
  dueAt: time.nullable(),
  allDay: bit,
  durationMinutes: time.nullable(),
  leaveAt: time.nullable(),
  location: text,
  timeZone: text,
  remindMinutes: time.nullable(),
  remindedAt: time.nullable(),
  repeat: repeatSchema.nullable(),
  repeatOf: id.nullable(),
  repeatStart: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .nullable(),
  repeatAt: time.nullable(),
  asks: z.array(askableFieldSchema),
  escalate: bit,
  escalatedAt: time.nullable(),
  escalatedTo: id.nullable(),
  status: z.enum(taskStatuses),
  result: text,
  outcome: z.enum(callOutcomes).nullable(),
  doneAt: time.nullable(),
  doneBy: id.nullable(),
  madeBy: id.nullable(),
  branchId: id.nullable().default(null),
  createdAt: time,
  updatedAt: time,
});
const notice = z.strictObject({
  ...noticeSchema.shape,
  id,
  userId: id,
  kind: z.enum(noticeKinds),
  branchId: id.nullable().default(null),
});

/** By the record type's name. */
export const taskSchemas = { task, notice };
