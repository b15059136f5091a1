import { useSyncExternalStore } from 'react';

const step = 15_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: number | undefined;

/** The time as it passes, UTC milliseconds; moves on every 15 seconds. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now();
    timer = window.setInterval(tick, step);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.clearInterval(timer);
  };
}

function tick(): void {
  now = Date.now();
  for (const tell of listeners) tell();
}
