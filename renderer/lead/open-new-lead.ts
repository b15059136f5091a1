import { useSyncExternalStore } from 'react';

let isOpen = false;
const listeners = new Set<() => void>();

/** Opens the form of a new request, from anywhere. */
export function openNewLead(): void {
  setOpen(true);
}

export function closeNewLead(): void {
  setOpen(false);
}

/** Whether the form of a new request is open. */
export function useNewLead(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

function setOpen(next: boolean): void {
  isOpen = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
