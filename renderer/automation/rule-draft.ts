import { automationActionSchema } from '#shared/automation/actions.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';
import type { Automation } from '#shared/automation/contract.ts';
import { automationEventSchema } from '#shared/automation/events.ts';
import type { AutomationEvent, AutomationEventType } from '#shared/automation/events.ts';
import type { Filter } from '#shared/filter/filter.ts';

export type ActionType = AutomationAction['type'];

/** An action as it is edited, with a key by which it stays itself when it is moved. */
export interface DraftAction {
  readonly key: string;
  readonly action: AutomationAction;
}

export interface RuleDraft {
  readonly name: string;
  readonly isOn: boolean;
  readonly event: AutomationEvent;
  readonly conditions: Filter;
  readonly actions: readonly DraftAction[];
}

/** What of a rule can't be saved: "actions.0.stageId", and why. */
export interface RuleProblem {
  readonly field: string;
  readonly code: string;
  readonly value?: string | undefined;
}

export const newRule: RuleDraft = { name: '', isOn: true, event: { type: 'leadCame' }, conditions: { all: [] }, actions: [] };

let lastKey = 0;

export function withKey(action: AutomationAction): DraftAction {
  lastKey += 1;
  return { key: `${Date.now()}-${lastKey}`, action };
}

export function draftOf({ name, isOn, event, conditions, actions }: Automation): RuleDraft {
  return { name, isOn, event, conditions, actions: actions.map(withKey) };
}

/** The rule as the core takes it. */
export function ruleOf({ actions, ...rule }: RuleDraft) {
  return { ...rule, name: rule.name.trim(), actions: actions.map(({ action }) => action) };
}

export function isSameRule(one: RuleDraft, other: RuleDraft): boolean {
  return JSON.stringify(ruleOf(one)) === JSON.stringify(ruleOf(other));
}

/** What is plainly missing, before the core is asked. */
export function missingIn(draft: RuleDraft): RuleProblem | null {
  if (draft.name.trim() === '') return { field: 'name', code: 'nameMissing' };
  if (!automationEventSchema.safeParse(draft.event).success) return { field: 'event', code: 'other' };
  if (draft.actions.length === 0) return { field: 'actions', code: 'actionsMissing' };
  const index = draft.actions.findIndex(({ action }) => !automationActionSchema.safeParse(action).success);
  return index < 0 ? null : { field: `actions.${index}`, code: 'other' };
}

/** An action moved to another place. */
export function moveAction(actions: readonly DraftAction[], from: number, to: number): readonly DraftAction[] {
  const moved = actions[from];
  if (moved === undefined || to < 0 || to >= actions.length) return actions;
  const others = actions.filter((_, index) => index !== from);
  return [...others.slice(0, to), moved, ...others.slice(to)];
}

export function newEvent(type: AutomationEventType): AutomationEvent {
  switch (type) {
    case 'recordCreated':
      return { type, record: 'deal' };
    case 'fieldChanged':
      return { type, record: 'deal', field: 'amount', filled: false };
    case 'stageEntered':
      return { type, stageId: null };
    case 'taskDone':
    case 'taskOverdue':
      return { type, taskType: null, purpose: '' };
    case 'dateReached':
      return { type, record: 'deal', field: 'visitAt', days: -1, at: '09:00' };
    case 'documentAccepted':
      return { type, kind: null };
    default:
      return { type };
  }
}

const inCharge = { type: 'owner' } as const;

export function newAction(type: ActionType): AutomationAction {
  switch (type) {
    case 'createTask':
      return {
        type,
        taskType: 'call',
        title: '',
        text: '',
        purpose: '',
        assignee: inCharge,
        due: { type: 'after', amount: 15, unit: 'minutes' },
        remindMinutes: 0,
        durationMinutes: null,
        asks: [],
        escalate: true,
      };
    case 'acceptLead':
      return { type, pipelineId: null, stageId: null };
    case 'setField':
      return { type, record: 'deal', field: 'source', value: '' };
    case 'addTag':
      return { type, tag: '' };
    case 'closeTasks':
      return { type, purpose: '' };
    case 'assign':
      return { type, assignee: { type: 'role', role: 'seller', by: 'turn' } };
    case 'moveStage':
      return { type, stageId: '' };
    case 'winDeal':
      return { type };
    case 'notify':
      return { type, to: inCharge, text: '' };
    case 'createDocument':
      return { type, kind: 'quote', templateId: null, notify: null };
    case 'prepareMessage':
      return { type, channel: 'message', subject: '', text: '', assignee: inCharge };
    case 'webhook':
      return { type, url: '' };
    case 'wait':
      return { type, amount: 1, unit: 'days' };
  }
}
