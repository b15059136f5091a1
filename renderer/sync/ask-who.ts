import { useSyncExternalStore } from 'react';

// Kept for a new window: people may come long after the computer has joined.
const key = 'cartera.ask-who';
const listeners = new Set<() => void>();
let isWanted = read();

/** After joining: whoever sits here says which of the branch's people she is, once these have come. */
export function askWho(): void {
  set(true);
}

export function whoWasSaid(): void {
  set(false);
}

export function useWhoIsAsked(): boolean {
  return useSyncExternalStore(subscribe, () => isWanted);
}

function set(next: boolean): void {
  isWanted = next;
  try {
    if (next) window.localStorage.setItem(key, 'yes');
    else window.localStorage.removeItem(key);
  } catch {
    // Storage is switched off: it still holds in this window.
  }
  for (const tell of listeners) tell();
}

function read(): boolean {
  try {
    return window.localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
