import { createSharedValue } from '#renderer/app/shared-value.ts';
import type { PartyType } from '#shared/party/fields.ts';
import type { Task } from '#shared/task/contract.ts';

/** Whom a call is with, and what it is about. */
export interface CallStart {
  readonly partyId: string;
  readonly partyType: PartyType;
  /** The number called or calling; the client's first where it isn't given. */
  readonly phone?: string;
  /** Out where not given. */
  readonly direction?: 'in' | 'out';
  /** The task that is done by this call. */
  readonly task?: Task;
  readonly dealId?: string;
  /** The call that a telephone system has told of already: it is written on, not written down anew. */
  readonly activityId?: string;
}

const opened = createSharedValue<CallStart | null>(null);

/** Opens the card of a call, from anywhere. */
export function openCall(start: CallStart): void {
  opened.set(start);
}

export function closeCall(): void {
  opened.set(null);
}

/** The call whose card is open; null while none is. */
export function useOpenedCall(): CallStart | null {
  return opened.useValue();
}
