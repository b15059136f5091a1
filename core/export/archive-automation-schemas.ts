import { z } from 'zod';
import { automationActionSchema } from '#shared/automation/actions.ts';
import { runStatuses, runStepSchema } from '#shared/automation/contract.ts';
import { automationEventSchema } from '#shared/automation/events.ts';
import { filterSchema } from '#shared/filter/filter.ts';

const id = z.string().min(1);
const time = z.number().int();

/** The lines of an archive that hold rules and what they did, by the record type's name. */
export const automationSchemas = {
  automation: z.strictObject({
    id,
    name: z.string(),
    isOn: z.union([z.literal(0), z.literal(1)]),
    event: automationEventSchema,
    conditions: filterSchema,
    actions: z.array(automationActionSchema),
    position: time,
    process: z.string().nullable(),
    createdAt: time,
    updatedAt: time,
  }),
  automation_run: z.strictObject({
    id,
    automationId: id,
    recordType: z.string(),
    recordId: id,
    dealId: id.nullable(),
    partyId: id.nullable(),
    at: time,
    why: z.strictObject({ event: z.string(), detail: z.string() }),
    status: z.enum(runStatuses),
    steps: z.array(runStepSchema),
    branchId: id.nullable().default(null),
  }),
  automation_step: z.strictObject({
    id,
    runId: id,
    step: time,
    action: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('continue'), actions: z.array(automationActionSchema), actorId: id, round: time }),
      z.strictObject({ type: z.literal('webhook'), url: z.string(), body: z.record(z.string(), z.unknown()), since: time }),
    ]),
    dueAt: time,
    attempts: time,
    status: z.enum(['waiting', 'done', 'failed']),
    error: z.string(),
  }),
};
