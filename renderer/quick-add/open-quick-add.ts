import { useSyncExternalStore } from 'react';
import type { PartyType } from '#shared/party/fields.ts';

/** What the form begins with. */
export interface QuickAddStart {
  /** A contact where not given. */
  readonly type?: PartyType;
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

let opened: QuickAddStart | null = null;
const listeners = new Set<() => void>();

/** Opens the short form for a new contact or company, from anywhere. */
export function openQuickAdd(start: QuickAddStart = {}): void {
  setOpened(start);
}

export function closeQuickAdd(): void {
  setOpened(null);
}

/** What the form was opened with; null while it is closed. */
export function useQuickAdd(): QuickAddStart | null {
  return useSyncExternalStore(subscribe, () => opened);
}

function setOpened(next: QuickAddStart | null): void {
  opened = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
