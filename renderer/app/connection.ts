import { ORPCError } from '@orpc/client';
import { useSyncExternalStore } from 'react';

/** Whether the core answers: "lost" when it doesn't, "refused" when this window's key is no longer good. */
export type Connection = 'open' | 'lost' | 'refused';

let connection: Connection = 'open';
const listeners = new Set<() => void>();

export function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const tell of listeners) tell();
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** No answer came at all; its opposite is an answer that says no. */
export function isConnectionError(error: unknown): boolean {
  return !(error instanceof ORPCError) && !(error instanceof DOMException && error.name === 'AbortError');
}

export function isRefusedKey(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'UNAUTHORIZED';
}
