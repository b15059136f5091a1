import { ORPCError } from '@orpc/client';
import { errorText } from '#renderer/app/error-text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { joinRefusals } from '#shared/sync/contract.ts';

/** Why this computer could not join, and what to do. */
export function joinFault(error: unknown): MessageKey {
  const code = error instanceof ORPCError ? (error.data as { readonly code?: string } | undefined)?.code : undefined;
  const fault = joinRefusals.find((known) => known === code);
  return fault === undefined ? errorText(error) : `sync.join.fault.${fault}`;
}
