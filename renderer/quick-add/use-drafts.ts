import { useState } from 'react';
import { beginDraft, emptyDraft, swapDrafts } from '#renderer/quick-add/draft.ts';
import type { Draft, Drafts } from '#renderer/quick-add/draft.ts';
import { keepDrafts, readDrafts } from '#renderer/quick-add/keep-drafts.ts';
import type { QuickAddStart } from '#renderer/quick-add/open-quick-add.ts';

/** The form's text, kept at every key so that closing the form by accident loses nothing. */
export function useDrafts(start: QuickAddStart) {
  const [drafts, setDrafts] = useState(() => {
    const begun = beginDraft(readDrafts(), start);
    keepDrafts(begun);
    return begun;
  });
  const keep = (next: Drafts) => {
    setDrafts(next);
    keepDrafts(next);
  };
  return {
    draft: drafts.current,
    aside: drafts.aside,
    change: (changes: Partial<Draft>) => keep({ ...drafts, current: { ...drafts.current, ...changes } }),
    clear: () => keep({ ...drafts, current: { ...emptyDraft, type: drafts.current.type } }),
    swap: () => keep(swapDrafts(drafts)),
  };
}
