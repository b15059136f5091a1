import { ORPCError } from '@orpc/client';
import { toastDone } from '#renderer/app/toast.ts';

/** Says that somebody was quicker with a request. @returns whether that is what went wrong */
export function tellUnlessHandled(error: Error): boolean {
  const isHandled = error instanceof ORPCError && error.code === 'LEAD_HANDLED';
  if (isHandled) toastDone('lead.handledAlready');
  return isHandled;
}
