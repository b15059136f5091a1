import type { RuleDraft } from '#renderer/automation/rule-draft.ts';

const start = 'cartera.rule.';
const drafts = new Map<string, RuleDraft>();

/** What was changed in a rule and not saved yet: it is there again whenever the rule is opened, after a reload too. */
export function readDraft(id: string): RuleDraft | undefined {
  const known = drafts.get(id);
  if (known !== undefined) return known;
  try {
    const kept = window.sessionStorage.getItem(start + id);
    return kept === null ? undefined : (JSON.parse(kept) as RuleDraft);
  } catch {
    return undefined;
  }
}

export function hasDraft(id: string): boolean {
  return readDraft(id) !== undefined;
}

/** @param draft undefined when it was saved or dropped */
export function keepDraft(id: string, draft: RuleDraft | undefined): void {
  if (draft === undefined) drafts.delete(id);
  else drafts.set(id, draft);
  try {
    if (draft === undefined) window.sessionStorage.removeItem(start + id);
    else window.sessionStorage.setItem(start + id, JSON.stringify(draft));
  } catch {
    // Nothing can be kept in this browser: the draft still holds while the window is open.
  }
}
