import { automationRecord } from '#core/automation/automation.ts';
import { changeAutomation, createAutomation } from '#core/automation/commands.ts';
import { findProcessPipeline } from '#core/automation/ready-processes.ts';
import { callScriptRecord } from '#core/call/call-script.ts';
import { createCallScript } from '#core/call/scripts.ts';
import { findPerson } from '#core/people/queries.ts';
import { addReadyPipeline, setLostReasons } from '#core/pipeline/commands.ts';
import { readLostReasons } from '#core/pipeline/queries.ts';
import type { Act } from '#core/records/act.ts';
import { readRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { Making, ProcessDefinition, ProcessMessage, ReadyRule } from '#shared/automation/processes/process.ts';
import { readyProcesses } from '#shared/automation/processes/processes.ts';
import { messageText } from '#shared/messages/message-text.ts';
import { readyPipelines } from '#shared/pipeline/ready-pipelines.ts';
import type { Language } from '#shared/settings/contract.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

export interface InstallRequest {
  readonly key: string;
  /** Users by part. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  readonly callMinutes: number;
}

export type InstallOutcome =
  | { readonly type: 'installed'; readonly pipelineId: string; readonly automations: number }
  | { readonly type: 'notFound' }
  | { readonly type: 'refused'; readonly field: string; readonly code: string };

/**
 * Adds a ready process in the shop's language: its pipeline unless it is there, reasons for losing a deal where there are none,
 * its rules and what to say on the telephone. Installed again, its rules are set anew, for these people, and none is doubled.
 */
export function installProcess(act: Act, { key, people, callMinutes }: InstallRequest): InstallOutcome {
  const process = readyProcesses.find((one) => one.key === key);
  if (!process) return { type: 'notFound' };
  const refusal = refusePeople(act, process, people);
  if (refusal) return refusal;
  const { language } = readSettings(act.tx);
  const place = placeOf(act, process, language);
  if (readLostReasons(act.tx).length === 0)
    setLostReasons(
      act,
      readyPipelines[process.trade].lostReasons.map((reason) => ({ name: messageText(reason, language) })),
    );
  const making: Making = {
    ...place,
    callMinutes,
    by(part) {
      const userIds = [...(people[part] ?? [])];
      return userIds.length > 0 ? { type: 'people', userIds, by: 'turn' } : { type: 'role', role: 'owner', by: 'turn' };
    },
    words: (message) => messageText(message, language, fieldsByName),
  };
  for (const rule of process.rules) installRule(act, { process, rule, making });
  installScript(act, process, (message) => messageText(message, language));
  return { type: 'installed', pipelineId: place.pipelineId, automations: process.rules.length };
}

/** What the words of processes call the fields that rules fill in. */
const fieldsByName = {
  client: '{client.name}',
  deal: '{deal.title}',
  balance: '{deal.balance}',
  visitAt: '{deal.visitAt}',
  shop: '{shop.name}',
} as const;

function refusePeople(act: Act, { parts }: ProcessDefinition, people: InstallRequest['people']): InstallOutcome | undefined {
  for (const [part, userIds] of Object.entries(people)) {
    if (!parts.some(({ key }) => key === part)) return { type: 'refused', field: `people.${part}`, code: 'unknownPart' };
    if (!userIds.every((id) => findPerson(act.tx, id)))
      return { type: 'refused', field: `people.${part}`, code: 'unknownPerson' };
  }
  return undefined;
}

function placeOf(act: Act, process: ProcessDefinition, language: Language): Pick<Making, 'pipelineId' | 'stage'> {
  const found = findProcessPipeline(act.tx, process) ?? { pipeline: addReadyPipeline(act, process.trade, language), language };
  const idByName = new Map(found.pipeline.stages.map(({ id, name }) => [name, id]));
  return {
    pipelineId: found.pipeline.id,
    stage(name) {
      const id = idByName.get(messageText(name, found.language));
      if (id === undefined) throw new Error(`the pipeline of ${process.key} has no ${name}`);
      return id;
    },
  };
}

interface Installing {
  readonly process: ProcessDefinition;
  readonly rule: ReadyRule;
  readonly making: Making;
}

function installRule(act: Act, { process, rule, making }: Installing) {
  const id = deterministicId('rule', process.key, rule.key);
  const given = { conditions: { all: [] }, ...rule.make(making), name: making.words(rule.name), process: process.key };
  const saved = readRecord(act.tx, automationRecord, id)
    ? changeAutomation(act, id, given)
    : createAutomation(act, { id, ...given });
  if (saved.type !== 'saved') throw new Error(`the rule ${rule.key} of ${process.key} can't work: ${JSON.stringify(saved)}`);
}

/** What to say may have been made the shop's own since: it is left as it is. */
function installScript(act: Act, { key, script }: ProcessDefinition, text: (message: ProcessMessage) => string) {
  const id = deterministicId('script', key);
  if (readRecord(act.tx, callScriptRecord, id)) return;
  createCallScript(act, {
    id,
    name: text(script.name),
    purpose: text(script.purpose),
    steps: script.steps.map((step) => ({ text: text(step) })),
    answers: script.answers.map(({ question, answer }) => ({ question: text(question), answer: text(answer) })),
  });
}
