import { useSyncExternalStore } from 'react';
import { emptyDraft } from './import-draft.ts';
import type { ImportDraft } from './import-draft.ts';

// Outside of any component: leaving the page neither stops a file being read nor forgets what was chosen.

const storageKey = 'cartera.import';
let draft = restore();
const listeners = new Set<() => void>();

/** The import as chosen so far, in this window. */
export function useImportDraft(): ImportDraft {
  return useSyncExternalStore(subscribe, currentDraft);
}

export function currentDraft(): ImportDraft {
  return draft;
}

export function changeDraft(changes: Partial<ImportDraft>): void {
  draft = { ...draft, ...changes };
  keep();
  for (const tell of listeners) tell();
}

/** Begins anew, for another list. */
export function forgetDraft(): void {
  changeDraft({ ...emptyDraft, country: draft.country });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(): void {
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify({ ...draft, reading: null }));
  } catch {
    // Too wide a list to be kept by the browser: it still holds until the window is closed.
  }
}

function restore(): ImportDraft {
  try {
    const kept = window.sessionStorage.getItem(storageKey);
    return kept === null ? emptyDraft : { ...emptyDraft, ...(JSON.parse(kept) as Partial<ImportDraft>) };
  } catch {
    return emptyDraft;
  }
}
