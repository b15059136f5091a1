import { readBranches } from '#core/branch/queries.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import type { BranchAsOf } from '#shared/report/as-of.ts';

/** Up to when each branch's doing is known at head office, the one that was heard longest ago first; nothing elsewhere. */
export function readAsOf(db: ReadDb): BranchAsOf[] {
  const own = readOwnBranch(db);
  if (own === null || own.branchId !== null) return [];
  const contacts = new Map((readSyncState(db, 'branchContacts') ?? []).map((contact) => [contact.branchId, contact]));
  return readBranches(db)
    .filter(({ id, archivedAt }) => archivedAt === null || contacts.has(id))
    .map(({ id, name }) => {
      const { heardAt = null, waiting = 0 } = contacts.get(id) ?? {};
      return { branchId: id, name, heardAt, waiting };
    })
    .toSorted((one, other) => (one.heardAt ?? 0) - (other.heardAt ?? 0));
}
