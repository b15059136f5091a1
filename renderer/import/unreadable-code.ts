import { ORPCError } from '@orpc/client';
import { sourceErrorCodes } from '#shared/import/table.ts';
import type { SourceErrorCode } from '#shared/import/table.ts';

/** Why a file can't be read; null when the failure has nothing to do with the file. */
export function unreadableCode(error: unknown): SourceErrorCode | 'other' | null {
  if (!(error instanceof ORPCError)) return null;
  if (error.code === 'NOT_FOUND') return 'notFound';
  if (error.code === 'PAYLOAD_TOO_LARGE') return 'tooLarge';
  if (error.code !== 'UNREADABLE') return null;
  const { code } = error.data as { readonly code?: string };
  return knownCode(code);
}

/** A code that has words of its own; "other" for one that has none. */
export function knownCode(code: string | undefined): SourceErrorCode | 'other' {
  return sourceErrorCodes.find((known) => known === code) ?? 'other';
}
