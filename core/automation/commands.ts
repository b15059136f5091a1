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
/** @property position where it stands among the others, from 1 */
type ChangesAndPlace = RuleChanges & { readonly position?: number | undefined };
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

export function changeAutomation(act: Act, id: string, { isOn, position, ...input }: ChangesAndPlace): RuleSaved {
  const before = readRecord(act.tx, automationRecord, id)?.row;
  if (!before) return { type: 'notFound' };
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const changes: Partial<AutomationRow> = { ...given, ...(isOn !== undefined && { isOn: isOn ? 1 : 0 }) };
  const problem = checkRule(act.tx, { ...before, ...changes });
  if (problem) return { type: 'refused', ...problem };
  if (position !== undefined) placeAutomation(act, id, position);
  // A rule that only moved waits for the same dates as before.
  if (Object.keys(changes).length > 0) changeRecord(act, automationRecord, { id, changes: { ...changes, updatedAt: act.at } });
  return { type: 'saved', automation: readRecord(act.tx, automationRecord, id)?.row ?? before };
}

function placeAutomation(act: Act, id: string, position: number) {
  const others = act.tx.readColumn<[string], string>('SELECT id FROM automation WHERE id <> ? ORDER BY position, id').all(id);
  const ordered = others.toSpliced(position - 1, 0, id);
  for (const [index, one] of ordered.entries())
    changeRecord(act, automationRecord, { id: one, changes: { position: index + 1 } });
}

/** Removes a rule with its log and what waits for it. @returns whether it was there */
export function deleteAutomation(act: Act, id: string): boolean {
  return purgeWithChildren(act, automationRecord, id) !== undefined;
}
