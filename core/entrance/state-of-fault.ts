import { NotUpdated } from '#core/database/open-database.ts';
import type { DatabaseError } from '#core/database/open-database.ts';
import { OpenElsewhere } from '#core/host/folder-lock.ts';
import { UnsafePlace } from '#core/host/guard-folder.ts';
import type { EntranceState } from '#shared/entrance/contract.ts';

/** How it stands with data that couldn't be opened. */
export function stateOfFault(error: DatabaseError): EntranceState {
  const { code, path } = error;
  const by = error instanceof OpenElsewhere || error instanceof UnsafePlace ? error.by : '';
  if (code === 'openElsewhere' || code === 'inCloudFolder') return { type: code, path, by };
  if (code === 'locked') return { type: code, hasPassphrase: true, keychainRefused: false, waitUntil: null };
  if (code === 'notUpdated') return { type: code, path, backup: error instanceof NotUpdated ? error.backup : '' };
  return { type: code, path };
}
