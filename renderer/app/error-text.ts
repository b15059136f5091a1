import { ORPCError } from '@orpc/client';
import { isConnectionError } from '#renderer/app/connection.ts';
import { watchingCode } from '#shared/people/permission.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const textOfCode: Readonly<Record<string, MessageKey>> = {
  UNAUTHORIZED: 'error.unauthorized',
  FORBIDDEN: 'error.forbidden',
  UNKNOWN_USER: 'people.unknownUser',
  LAST_OWNER: 'people.lastOwner',
  NOT_FOUND: 'error.notFound',
  REFUSED: 'error.refused',
  BAD_REQUEST: 'error.refused',
  ALREADY_UNDONE: 'error.alreadyUndone',
  EDITED_SINCE: 'error.editedSince',
  ARCHIVE_UNREADABLE: 'settings.notRestored',
  FIELDS_MISSING: 'deal.missing.title',
  DEAL_CLOSED: 'deal.isClosed',
  NOT_JOINED: 'sync.bundle.alone',
  OFFICE_UNREACHABLE: 'branch.unreachable',
  NOT_OFFICE: 'branch.atOffice',
  NOT_HERE_YET: 'file.notHereYet',
  PAYLOAD_TOO_LARGE: 'error.tooLarge',
  DISK_FULL: 'error.diskFull',
};

/** Why the core refused, where that is about the place one is at, and not about the value. */
const textOfRefusal: Readonly<Record<string, MessageKey>> = {
  ofHeadOffice: 'error.ofHeadOffice',
  ofOtherBranch: 'error.ofOtherBranch',
};

/** What to tell the user about a call that failed: what happened, what was kept, what to do. */
export function errorText(error: unknown): MessageKey {
  if (isConnectionError(error)) return 'error.connection';
  if (!(error instanceof ORPCError)) return 'error.unknown';
  if (error.code === 'FORBIDDEN' && (error.data as { readonly permission?: string } | undefined)?.permission === watchingCode)
    return 'people.seeAs.refused';
  const reason = (error.data as { readonly code?: string } | undefined)?.code ?? '';
  return (error.code === 'REFUSED' ? textOfRefusal[reason] : undefined) ?? textOfCode[error.code] ?? 'error.unknown';
}

/** The input's field that the core refused to keep; null when the error is another. */
export function refusedField(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'REFUSED') return null;
  return (error.data as { readonly field?: string } | undefined)?.field ?? null;
}
