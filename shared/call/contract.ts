import { z } from 'zod';
import { callOutcomes } from '#shared/activity/contract.ts';
import { dateSchema } from '#shared/deal/fields.ts';
import { byIdSchema, declare, idSchema, notFound } from '#shared/procedure.ts';

const scriptShape = {
  name: z.string().trim().min(1).max(120),
  /** Offered for calls with this purpose; empty for any. */
  purpose: z.string().trim().max(60),
  /** What to say and ask, step by step. */
  steps: z.array(z.object({ text: z.string().trim().min(1).max(5000) })).max(100),
  /** What clients object or ask, and the standard answer. */
  answers: z.array(z.object({ question: z.string().trim().min(1).max(500), answer: z.string().trim().max(5000) })).max(200),
};
export const callScriptSchema = z.object({ ...scriptShape, id: z.string(), position: z.number().int() });
export type CallScript = z.infer<typeof callScriptSchema>;

export const callReportSchema = z.object({
  people: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      calls: z.number().int(),
      out: z.number().int(),
      reached: z.number().int(),
      /** Seconds. */
      duration: z.number().int(),
      ledToDeal: z.number().int(),
      won: z.number().int(),
    }),
  ),
  days: z.array(z.object({ day: dateSchema, calls: z.number().int(), reached: z.number().int() })),
});
export type CallReport = z.infer<typeof callReportSchema>;

const tags = ['Calls'];

export const callContract = {
  /**
   * A call that a telephone system tells of. A known caller's card is shown to whoever it rings for; of an unknown one a
   * request is made. A number that nobody can be called back by, and an unknown one called, leave nothing. Told again with the same `externalId` (when it ends, with its duration), it is the same call.
   */
  create: declare('call.create')
    .route({
      method: 'POST',
      path: '/calls',
      operationId: 'createCall',
      tags,
      summary: 'A call came in or went out',
      successStatus: 201,
    })
    .input(
      z.object({
        phone: z.string().trim().min(2).max(100),
        direction: z.enum(['in', 'out']).default('in'),
        externalId: z.string().trim().min(1).max(200).optional(),
        /** Whose telephone rings; everybody's when it isn't said. */
        userId: idSchema.optional(),
        at: z.number().int().optional(),
        outcome: z.enum(callOutcomes).nullable().default(null),
        /** Seconds. */
        duration: z.number().int().min(0).nullable().default(null),
        text: z.string().max(100_000).default(''),
      }),
    )
    .output(z.object({ partyId: z.string().nullable(), activityId: z.string().nullable(), leadId: z.string().nullable() })),
  scripts: declare('task.see')
    .route({
      method: 'GET',
      path: '/call-scripts',
      operationId: 'listCallScripts',
      tags,
      summary: 'What to say on the telephone',
    })
    .output(z.array(callScriptSchema)),
  createScript: declare('callScript.edit')
    .route({
      method: 'POST',
      path: '/call-scripts',
      operationId: 'createCallScript',
      tags,
      summary: 'Add a script',
      successStatus: 201,
    })
    .input(z.object(scriptShape).partial({ purpose: true, steps: true, answers: true }))
    .output(callScriptSchema),
  updateScript: declare('callScript.edit')
    .route({ method: 'PATCH', path: '/call-scripts/{id}', operationId: 'updateCallScript', tags, summary: 'Change a script' })
    .errors(notFound)
    .input(byIdSchema.extend(z.object(scriptShape).partial().shape))
    .output(callScriptSchema),
  deleteScript: declare('callScript.edit')
    .route({ method: 'DELETE', path: '/call-scripts/{id}', operationId: 'deleteCallScript', tags, summary: 'Take a script away' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
  /** Calls of a period by person: how many, reached, minutes, and how many led to a deal made on that day or within a week. */
  report: declare('report.see')
    .route({ method: 'POST', path: '/calls/report', operationId: 'reportCalls', tags, summary: 'Calls in figures' })
    .input(z.object({ from: dateSchema, to: dateSchema, userId: idSchema.optional() }))
    .output(callReportSchema),
};
