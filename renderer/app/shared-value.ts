import { useSyncExternalStore } from 'react';

/** A value that stands outside of any component, so that each may read and set it: which dialog is open, say. */
export interface SharedValue<Value> {
  get(): Value;
  /** Tells every component that uses it. */
  set(next: Value): void;
  useValue(): Value;
}

export function createSharedValue<Value>(initial: Value): SharedValue<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  const get = () => value;
  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  return {
    get,
    set(next) {
      value = next;
      for (const tell of listeners) tell();
    },
    useValue: () => useSyncExternalStore(subscribe, get),
  };
}
