import { ORPCError } from '@orpc/client';
import { createSharedValue } from '#renderer/app/shared-value.ts';

/** Whether the core answers: "lost" when it doesn't, "refused" when this window's key is no longer good. */
export type Connection = 'open' | 'lost' | 'refused';

const connection = createSharedValue<Connection>('open');

export function setConnection(next: Connection): void {
  if (next !== connection.get()) connection.set(next);
}

export function useConnection(): Connection {
  return connection.useValue();
}

/** No answer came at all; its opposite is an answer that says no. */
export function isConnectionError(error: unknown): boolean {
  return !(error instanceof ORPCError) && !(error instanceof DOMException && error.name === 'AbortError');
}

export function isRefusedKey(error: unknown): boolean {
  // With a reason it is the person who isn't known, not the window.
  return error instanceof ORPCError && error.code === 'UNAUTHORIZED' && error.data === undefined;
}
