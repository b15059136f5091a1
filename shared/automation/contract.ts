import { z } from 'zod';
import { automationActionSchema } from '#shared/automation/actions.ts';
import { automationEventSchema } from '#shared/automation/events.ts';
import { filterSchema } from '#shared/filter/filter.ts';
import { byIdSchema, declare, idSchema, notFound, pageSchema, refused } from '#shared/procedure.ts';
import { trades } from '#shared/settings/contract.ts';

const automationShape = {
  name: z.string().trim().min(1).max(200),
  isOn: z.boolean(),
  event: automationEventSchema,
  /** Asked of the event's record: the deal, client, request, task or payment it is about. */
  conditions: filterSchema,
  actions: z.array(automationActionSchema).min(1).max(30),
};

export const automationSchema = z.object({
  ...automationShape,
  id: z.string(),
  /** Its place among the others, from 1: where several answer one event, they act in this order. */
  position: z.number().int(),
  /** The ready process it came with. */
  process: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** How often it fired in the last 30 days, and when last. */
  recentRuns: z.number().int(),
  lastRunAt: z.number().nullable(),
});
export type Automation = z.infer<typeof automationSchema>;

export const runStatuses = ['done', 'waiting', 'failed', 'stopped'] as const;

/** What a rule did: each action with what came of it. */
export const runStepSchema = z.object({
  action: z.string(),
  /** done, waiting (until `at`), skipped or failed, with a code that says why. */
  status: z.enum(['done', 'waiting', 'skipped', 'failed']),
  code: z.string(),
  recordType: z.string().nullable(),
  recordId: z.string().nullable(),
  at: z.number().nullable(),
});

export const automationRunSchema = z.object({
  id: z.string(),
  automationId: z.string(),
  automationName: z.string(),
  recordType: z.string(),
  recordId: z.string(),
  recordTitle: z.string(),
  dealId: z.string().nullable(),
  partyId: z.string().nullable(),
  at: z.number(),
  /** The event, as words' parameters: its type and what was there. */
  why: z.object({ event: z.string(), detail: z.string() }),
  status: z.enum(runStatuses),
  steps: z.array(runStepSchema),
  /** Where it fired; null is head office. */
  branchId: z.string().nullable(),
});
export type AutomationRun = z.infer<typeof automationRunSchema>;

/** A part somebody plays in a ready process: who measures, who installs... */
export const processPartSchema = z.object({ key: z.string(), role: z.string() });
export const processSchema = z.object({
  key: z.string(),
  trade: z.enum(trades),
  parts: z.array(processPartSchema),
  /** How many rules, and the stages of its pipeline. */
  rules: z.number().int(),
  stages: z.array(z.string()),
  isInstalled: z.boolean(),
});
export type ReadyProcess = z.infer<typeof processSchema>;

const tags = ['Automation'];
const ruleInput = z.object(automationShape);
/** Where a rule stands among the others, from 1; those after it move on. Beyond the last is last. */
const placeSchema = z.number().int().min(1).max(100_000);

export const automationContract = {
  list: declare('automation.see')
    .route({ method: 'GET', path: '/automations', operationId: 'listAutomations', tags, summary: 'Rules, in order' })
    .output(z.array(automationSchema)),
  get: declare('automation.see')
    .route({ method: 'GET', path: '/automations/{id}', operationId: 'getAutomation', tags, summary: 'A rule' })
    .errors(notFound)
    .input(byIdSchema)
    .output(automationSchema),
  /** Refused: `field` is the path of what is wrong ("actions.0.stageId"), `code` why. */
  create: declare('automation.edit')
    .route({
      method: 'POST',
      path: '/automations',
      operationId: 'createAutomation',
      tags,
      summary: 'Add a rule',
      successStatus: 201,
    })
    .errors(refused)
    .input(ruleInput.partial({ isOn: true, conditions: true }))
    .output(automationSchema),
  update: declare('automation.edit')
    .route({ method: 'PATCH', path: '/automations/{id}', operationId: 'updateAutomation', tags, summary: 'Change a rule' })
    .errors({ ...notFound, ...refused })
    .input(byIdSchema.extend(ruleInput.partial().extend({ position: placeSchema.optional() }).shape))
    .output(automationSchema),
  delete: declare('automation.edit')
    .route({
      method: 'DELETE',
      path: '/automations/{id}',
      operationId: 'deleteAutomation',
      tags,
      summary: 'Delete a rule; what waits for it is dropped',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ actId: z.string() })),
  /** How often a rule, saved or not, would have fired on what happened in the last days, with the latest ten. Changes nothing. */
  dryRun: declare('automation.see')
    .route({
      method: 'POST',
      path: '/automations/dry-run',
      operationId: 'dryRunAutomation',
      tags,
      summary: 'Try a rule on past data',
    })
    .errors(refused)
    .input(
      z.object({
        event: automationEventSchema,
        conditions: filterSchema.optional(),
        days: z.number().int().min(1).max(3650).default(90),
      }),
    )
    .output(
      z.object({
        /** Events of this kind, and those that meet the conditions. */
        events: z.number().int(),
        fired: z.number().int(),
        latest: z.array(z.object({ recordType: z.string(), recordId: z.string(), title: z.string(), at: z.number() })),
      }),
    ),
  /** What fired and why, newest first. */
  runs: declare('automation.see')
    .route({ method: 'POST', path: '/automations/runs', operationId: 'listAutomationRuns', tags, summary: 'What rules did' })
    .input(
      pageSchema.extend({
        automationId: idSchema.optional(),
        dealId: idSchema.optional(),
        partyId: idSchema.optional(),
        status: z.enum(runStatuses).optional(),
      }),
    )
    .output(z.object({ rows: z.array(automationRunSchema), total: z.number().int() })),
  processes: declare('automation.see')
    .route({ method: 'GET', path: '/processes', operationId: 'listProcesses', tags, summary: 'Ready processes by trade' })
    .output(z.array(processSchema)),
  /** Adds a ready process in the shop's language: pipeline, lost reasons, rules, call script. Parts nobody is named for are the owner's. */
  installProcess: declare('automation.edit')
    .route({
      method: 'POST',
      path: '/processes/{key}/install',
      operationId: 'installProcess',
      tags,
      summary: 'Use a ready process',
      successStatus: 201,
    })
    .errors({ ...notFound, ...refused })
    .input(
      z.object({
        key: z.string().max(60),
        /** Users by part: {"measurer": ["..."]}. */
        people: z.record(z.string().max(60), z.array(idSchema).max(50)).default({}),
        /** By when a new request is called back, in minutes. */
        callMinutes: z.number().int().min(1).max(1440).default(15),
      }),
    )
    .output(z.object({ actId: z.string(), pipelineId: z.string(), automations: z.number().int() })),
};
