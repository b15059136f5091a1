import { useSyncExternalStore } from 'react';
import type { PartyType } from '#shared/party/fields.ts';

/** What the form of a new deal begins with. */
export interface NewDealStart {
  readonly party?: { readonly id: string; readonly title: string; readonly type: PartyType };
  readonly pipelineId?: string;
  readonly stageId?: string;
}

let opened: NewDealStart | null = null;
const listeners = new Set<() => void>();

/** Opens the form of a new deal, from anywhere. */
export function openNewDeal(start: NewDealStart = {}): void {
  setOpened(start);
}

export function closeNewDeal(): void {
  setOpened(null);
}

/** What the form was opened with; null while it is closed. */
export function useNewDeal(): NewDealStart | null {
  return useSyncExternalStore(subscribe, () => opened);
}

function setOpened(next: NewDealStart | null): void {
  opened = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
