import { emptyDraft } from '#renderer/quick-add/draft.ts';
import type { Draft, Drafts } from '#renderer/quick-add/draft.ts';

const key = 'cartera.quickAdd';

/** What was typed and not saved yet in this window; null when nothing. */
export function readDrafts(): Drafts | null {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(key) ?? 'null') as Partial<Drafts> | null;
    if (kept === null) return null;
    return { current: complete(kept.current), aside: kept.aside ? complete(kept.aside) : null };
  } catch {
    return null;
  }
}

export function keepDrafts(drafts: Drafts): void {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(drafts));
  } catch {
    // Storage is switched off: the form itself still holds what is typed.
  }
}

/** An older version may have kept fewer fields. */
function complete(draft: Partial<Draft> | undefined): Draft {
  return { ...emptyDraft, ...draft };
}
