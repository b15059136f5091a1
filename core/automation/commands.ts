import { automationRecord } from '#core/automation/automation.ts';
import type { AutomationRow } from '#core/automation/automation.ts';
import { checkRule } from '#core/automation/check-rule.ts';
import type { RuleProblem } from '#core/automation/check-rule.ts';
import type { Act } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import { purgeWithChildren } from '#core/records/purge-with-children.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';

/** What is said of a rule; undefined is not said. */
export type RuleChanges = {
  readonly [Field in 'name' | 'event' | 'actions' | 'conditions' | 'process' | 'id']?: AutomationRow[Field] | undefined;
} & { readonly isOn?: boolean | undefined };
export type RuleInput = RuleChanges & Pick<AutomationRow, 'name' | 'event' | 'actions'>;

export type RuleSaved =
  | { readonly type: 'saved'; readonly automation: AutomationRow }
  | ({ readonly type: 'refused' } & RuleProblem)
  | { readonly type: 'notFound' };

/** Adds a rule after the others; unless it is said, it is on and has no conditions. */
export function createAutomation(act: Act, { isOn = true, ...input }: RuleInput): RuleSaved {
  const conditions = input.conditions ?? { all: [] };
  const problem = checkRule(act.tx, { ...input, conditions });
  if (problem) return { type: 'refused', ...problem };
  const last = act.tx.readColumn<[], number | null>('SELECT max(position) FROM automation').get() ?? 0;
  const automation = createRecord(act, automationRecord, {
    id: input.id ?? newId(),
    name: input.name,
    isOn: isOn ? 1 : 0,
    event: input.event,
    conditions,
    actions: input.actions,
    position: last + 1,
    process: input.process ?? null,
    createdAt: act.at,
    updatedAt: act.at,
  });
  return { type: 'saved', automation };
}

export function changeAutomation(act: Act, id: string, { isOn, ...input }: RuleChanges): RuleSaved {
  const before = readRecord(act.tx, automationRecord, id)?.row;
  if (!before) return { type: 'notFound' };
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const changes: Partial<AutomationRow> = { ...given, ...(isOn !== undefined && { isOn: isOn ? 1 : 0 }) };
  const problem = checkRule(act.tx, { ...before, ...changes });
  if (problem) return { type: 'refused', ...problem };
  return {
    type: 'saved',
    automation: changeRecord(act, automationRecord, { id, changes: { ...changes, updatedAt: act.at } }) ?? before,
  };
}

/** Removes a rule with its log and what waits for it. @returns whether it was there */
export function deleteAutomation(act: Act, id: string): boolean {
  return purgeWithChildren(act, automationRecord, id) !== undefined;
}
