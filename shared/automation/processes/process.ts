import type { Assignee, AutomationAction } from '#shared/automation/actions.ts';
import type { AutomationEvent } from '#shared/automation/events.ts';
import type { processMessages } from '#shared/automation/process-messages.ts';
import type { Filter } from '#shared/filter/filter.ts';
import type { Role } from '#shared/people/role.ts';
import type { pipelineMessages } from '#shared/pipeline/messages.ts';
import type { Settings } from '#shared/settings/contract.ts';

export type ProcessMessage = keyof typeof processMessages;
/** The mark of a task, by which the process's other rules and scripts know it. */
export type ProcessMark = Extract<ProcessMessage, `process.mark.${string}`>;
export type StageMessage = Extract<keyof typeof pipelineMessages, `pipeline.stage.${string}`>;

/** What a rule of a ready process is made with, in the shop that uses it. */
export interface Making {
  readonly pipelineId: string;
  /** By when a new request is called back. */
  readonly callMinutes: number;
  /** The stage that the trade's ready pipeline has under this name. */
  stage(name: StageMessage): string;
  /** Whoever plays a part, in turn; the owner where nobody does. */
  by(part: string): Assignee;
  /** Words in the shop's language, with the fields of a rule in their places. */
  words(message: ProcessMessage): string;
}

export interface MadeRule {
  readonly event: AutomationEvent;
  readonly conditions?: Filter;
  readonly actions: readonly AutomationAction[];
}

export interface ReadyRule {
  /** Tells it from the others of its process; the id of the rule is made of it. */
  readonly key: string;
  readonly name: ProcessMessage;
  make(making: Making): MadeRule;
}

interface ReadyScript {
  readonly name: ProcessMessage;
  /** The mark of the calls it is for. */
  readonly purpose: ProcessMark;
  readonly steps: readonly ProcessMessage[];
  readonly answers: readonly { readonly question: ProcessMessage; readonly answer: ProcessMessage }[];
}

/** How a trade usually works: who does what, and what follows from what. */
export interface ProcessDefinition {
  readonly key: string;
  readonly trade: Settings['trade'];
  /** The parts people play, with the role that usually plays each. */
  readonly parts: readonly { readonly key: string; readonly name: ProcessMessage; readonly role: Role }[];
  readonly rules: readonly ReadyRule[];
  readonly script: ReadyScript;
}

type CreateTask = Extract<AutomationAction, { readonly type: 'createTask' }>;

/** A task as rules usually give it: reminded of at its minute, and the head is told when it is late. */
export function task(given: Pick<CreateTask, 'taskType' | 'title' | 'assignee' | 'due'> & Partial<CreateTask>): CreateTask {
  const usual = { text: '', purpose: '', remindMinutes: 0, durationMinutes: null, asks: [], escalate: true };
  return { type: 'createTask', ...usual, ...given };
}

/** A document made of the deal, and handed to somebody. */
export function document(
  kind: Extract<AutomationAction, { readonly type: 'createDocument' }>['kind'],
  notify: Assignee | null = null,
): AutomationAction {
  return { type: 'createDocument', kind, templateId: null, notify };
}

/** A message ready to be sent by whoever sends it. */
export function message(
  assignee: Assignee,
  { subject, text }: { readonly subject: string; readonly text: string },
): AutomationAction {
  return { type: 'prepareMessage', channel: 'message', assignee, subject, text };
}

/** That an open deal is in one of these stages. */
export function openIn(making: Making, ...stages: readonly StageMessage[]): Filter {
  return {
    all: [
      { field: 'status', is: 'isAnyOf', value: ['open'] },
      { field: 'stageId', is: 'isAnyOf', value: stages.map((name) => making.stage(name)) },
    ],
  };
}

/** Whoever is in charge of the deal, the request or the client. */
export const inCharge: Assignee = { type: 'owner' };
/** The head of whoever is in charge. */
export const theHead: Assignee = { type: 'head' };
export const nextNoon = { type: 'after', amount: 1, unit: 'workingDays', at: '12:00' } as const;
