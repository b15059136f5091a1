import { ORPCError } from '@orpc/client';
import { createSharedValue } from '#renderer/app/shared-value.ts';

/** Whether the core answers, but has the data closed: it is locked, damaged, or being worked on. */
export const shut = createSharedValue(false);

export function noticeShut(): void {
  if (!shut.get()) shut.set(true);
}

/** Whether a call was refused because the data is closed. */
export function isShut(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'SERVICE_UNAVAILABLE';
}
