import { checkConditions, checkEvent } from '#core/automation/check-rule.ts';
import { changeAutomation, createAutomation, deleteAutomation } from '#core/automation/commands.ts';
import type { RuleSaved } from '#core/automation/commands.ts';
import { dryRun } from '#core/automation/dry-run.ts';
import { installProcess } from '#core/automation/install-process.ts';
import { findAutomation, readAutomations, readRuns, toAutomation } from '#core/automation/queries.ts';
import { listProcesses, nameOfProcess } from '#core/automation/ready-processes.ts';
import type { CallContext } from '#core/procedure.ts';
import { assertNever, procedures } from '#core/procedure.ts';

const { automation } = procedures;

interface Refusals {
  readonly NOT_FOUND?: (options: { data: { id: string } }) => Error;
  readonly REFUSED: (options: { data: { field: string; code: string; value?: string } }) => Error;
}

export const automationHandlers = {
  list: automation.list.handler(({ context: { core } }) => readAutomations(core.store.db, core.clock.now())),
  get: automation.get.handler(({ context: { core }, input, errors }) => {
    const found = findAutomation(core.store.db, input.id, core.clock.now());
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    return found;
  }),
  create: automation.create.handler(async ({ context, input, errors }) => {
    const { result } = await context.core.store.perform(actOf(context, input.name), (act) => createAutomation(act, input));
    return answer(result, context, errors);
  }),
  update: automation.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const name = changes.name ?? findAutomation(context.core.store.db, id, 0)?.name ?? '';
    const { result } = await context.core.store.perform(actOf(context, name), (act) => changeAutomation(act, id, changes));
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    return answer(result, context, errors);
  }),
  delete: automation.delete.handler(async ({ context, input, errors }) => {
    const found = findAutomation(context.core.store.db, input.id, 0);
    if (!found) throw errors.NOT_FOUND({ data: { id: input.id } });
    const { actId } = await context.core.store.perform(actOf(context, found.name), (act) => deleteAutomation(act, input.id));
    return { actId };
  }),
  dryRun: automation.dryRun.handler(({ context: { core }, input: { event, conditions = { all: [] }, days }, errors }) => {
    const problem = checkEvent(core.store.db, event) ?? checkConditions(core.store.db, event, conditions);
    if (problem) throw errors.REFUSED({ data: problem });
    return dryRun(core.store.db, { event, conditions, days, now: core.clock.now() });
  }),
  runs: automation.runs.handler(({ context, input }) => readRuns(context.core.store.db, input)),
  processes: automation.processes.handler(({ context }) => [...listProcesses(context.core.store.db)]),
  installProcess: automation.installProcess.handler(async ({ context, input, errors }) => {
    const { store } = context.core;
    const subject = nameOfProcess(store.db, input.key);
    const { actId, result } = await store.perform(actOf(context, subject), (act) => installProcess(act, input));
    switch (result.type) {
      case 'installed':
        return { actId, pipelineId: result.pipelineId, automations: result.automations };
      case 'notFound':
        throw errors.NOT_FOUND({ data: { id: input.key } });
      case 'refused':
        throw errors.REFUSED({ data: { field: result.field, code: result.code } });
      default:
        return assertNever(result);
    }
  }),
};

function actOf({ actor }: CallContext, subject: string) {
  return { actor, kind: 'automation', subject } as const;
}

function answer(saved: RuleSaved, { core }: CallContext, errors: Refusals) {
  switch (saved.type) {
    case 'saved':
      return toAutomation(core.store.db, saved.automation, core.clock.now());
    case 'refused': {
      const { field, code, value } = saved;
      throw errors.REFUSED({ data: { field, code, ...(value !== undefined && { value }) } });
    }
    case 'notFound':
      throw new Error('a new rule is there');
    default:
      return assertNever(saved);
  }
}
