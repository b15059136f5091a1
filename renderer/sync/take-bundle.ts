import { useSyncExternalStore } from 'react';

let taken: File | null = null;
const listeners = new Set<() => void>();

/** Takes in a file of changes, chosen or dropped anywhere; a dialog tells what came of it. */
export function takeBundle(file: File): void {
  set(file);
}

export function closeBundle(): void {
  set(null);
}

/** The file being taken in, or just taken. */
export function useTakenBundle(): File | null {
  return useSyncExternalStore(subscribe, () => taken);
}

function set(next: File | null): void {
  taken = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
