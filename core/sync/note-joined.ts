import { noteBranch } from '#core/audit/note-branch.ts';
import { readSyncStatus } from '#core/sync/status.ts';
import type { Store } from '#core/records/store.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

/** Keeps in the audit who made this copy one of a company. @returns how it stands with head office now */
export async function noteJoined(
  data: { readonly store: Store; readonly dataDirectory: string },
  actor: { readonly userId: string; readonly name: string },
): Promise<SyncStatus> {
  const status = readSyncStatus(data);
  await noteBranch(data.store, actor, { change: 'joined', subject: status.companyName });
  return status;
}
