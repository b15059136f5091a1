import type { ReadDb } from '#core/database/connection.ts';
import { readPipelines } from '#core/pipeline/queries.ts';
import { readSettings } from '#core/settings/settings.ts';
import type { ReadyProcess } from '#shared/automation/contract.ts';
import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { readyProcesses } from '#shared/automation/processes/processes.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Pipeline } from '#shared/pipeline/contract.ts';
import { readyPipelines } from '#shared/pipeline/ready-pipelines.ts';
import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Ready processes, with what they are made of in the shop's language. */
export function listProcesses(db: ReadDb): readonly ReadyProcess[] {
  const { language } = readSettings(db);
  const installed = new Set(db.readColumn<[], string>('SELECT DISTINCT process FROM automation WHERE process IS NOT NULL').all());
  return readyProcesses.map(({ key, trade, parts, rules }) => ({
    key,
    trade,
    parts: parts.map((part) => ({ key: part.key, role: part.role })),
    rules: rules.length,
    stages: stageNames(trade, language),
    isInstalled: installed.has(key),
  }));
}

/** What a process is called in the history: by its trade, in the shop's language. */
export function nameOfProcess(db: ReadDb, key: string): string {
  const process = readyProcesses.find((one) => one.key === key);
  return process ? messageText(`settings.trade.${process.trade}`, readSettings(db).language) : key;
}

/** The pipeline of a process's trade, and in which language its stages are named as the ready ones are. */
export function findProcessPipeline(
  db: ReadDb,
  { trade }: Pick<ProcessDefinition, 'trade'>,
): { readonly pipeline: Pipeline; readonly language: Language } | undefined {
  const pipelines = readPipelines(db);
  for (const language of [readSettings(db).language, ...languages]) {
    const names = stageNames(trade, language);
    const pipeline = pipelines.find(({ stages }) => names.every((name) => stages.some((stage) => stage.name === name)));
    if (pipeline) return { pipeline, language };
  }
  return undefined;
}

function stageNames(trade: ProcessDefinition['trade'], language: Language): string[] {
  return readyPipelines[trade].stages.map(({ name }) => messageText(name, language));
}
