import { ORPCError } from '@orpc/client';
import { errorText } from '#renderer/app/error-text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { secretFaults } from '#shared/session/secret.ts';
import type { SecretFault } from '#shared/session/secret.ts';

export interface SecretTrouble {
  readonly text: MessageKey;
  /** UTC milliseconds of when the next try is taken; null is now. */
  readonly retryAt: number | null;
}

/** What to say about a password that wasn't taken. */
export function secretTrouble(error: unknown): SecretTrouble {
  if (!(error instanceof ORPCError)) return { text: errorText(error), retryAt: null };
  const { retryAt = null, code = '' } = (error.data ?? {}) as { readonly retryAt?: number | null; readonly code?: string };
  if (error.code === 'WRONG_SECRET') return { text: 'session.wrong', retryAt };
  if (error.code === 'TRY_LATER') return { text: 'session.tooMany', retryAt };
  if (error.code === 'PASSWORD_NEEDED') return { text: 'session.needed', retryAt };
  if (error.code === 'OWNER_FIRST') return { text: 'session.ownerFirst', retryAt };
  if (error.code === 'OTHERS_FIRST') return { text: 'session.othersFirst', retryAt };
  if (error.code === 'REFUSED' && isSecretFault(code)) return { text: `session.fault.${code}`, retryAt };
  return { text: errorText(error), retryAt };
}

function isSecretFault(code: string): code is SecretFault {
  return (secretFaults as readonly string[]).includes(code);
}
