import { useSyncExternalStore } from 'react';

export type PlaceDialog =
  | {
      readonly type: 'move';
      readonly ids: readonly string[];
      /** What the client is called, where it is one. */
      readonly name: string;
      /** Whose they are now; undefined where they are of several. */
      readonly from?: string | null;
      readonly onMoved?: () => void;
    }
  | {
      readonly type: 'share';
      readonly id: string;
      readonly branchId: string | null;
      readonly sharedWith: readonly string[];
    };

let dialog: PlaceDialog | null = null;
const listeners = new Set<() => void>();

/** Asks to which branch clients go, or which branches have a card too. */
export function openPlaceDialog(next: PlaceDialog): void {
  set(next);
}

export function closePlaceDialog(): void {
  set(null);
}

export function usePlaceDialog(): PlaceDialog | null {
  return useSyncExternalStore(subscribe, () => dialog);
}

function set(next: PlaceDialog | null): void {
  dialog = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
