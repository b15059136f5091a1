import { ORPCError } from '@orpc/client';
import { errorText } from '#renderer/app/error-text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const refusals = ['WRONG_PASSPHRASE', 'WRONG_RECOVERY_CODE', 'MISTYPED_RECOVERY_CODE', 'WAIT'] as const;

/** Why the data stays locked. */
export function refusalText(error: unknown): MessageKey {
  const code = error instanceof ORPCError ? refusals.find((refusal) => refusal === error.code) : undefined;
  return code === undefined ? errorText(error) : `entrance.error.${code}`;
}
