import { createSharedValue } from '#renderer/app/shared-value.ts';
import { emptyDraft } from './import-draft.ts';
import type { ImportDraft } from './import-draft.ts';

// Outside of any component: leaving the page neither stops a file being read nor forgets what was chosen.

const storageKey = 'cartera.import';
const draft = createSharedValue(restore());

/** The import as chosen so far, in this window. */
export function useImportDraft(): ImportDraft {
  return draft.useValue();
}

export function currentDraft(): ImportDraft {
  return draft.get();
}

export function changeDraft(changes: Partial<ImportDraft>): void {
  draft.set({ ...draft.get(), ...changes });
  keep();
}

/** Begins anew, for another list. */
export function forgetDraft(): void {
  changeDraft({ ...emptyDraft, country: currentDraft().country });
}

function keep(): void {
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify({ ...currentDraft(), reading: null }));
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
