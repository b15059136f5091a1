import type { Store } from '#core/records/store.ts';
import { writeSyncState, readSyncState } from '#core/sync/sync-state.ts';
import { askOwnOffice } from '#core/sync/ask-own-office.ts';
import type { BranchContact } from '#core/sync/sync-state.ts';
import type { Overview } from '#shared/sync/office-protocol.ts';

/** Keeps up to when each branch's numbers are known: of several computers, the one that was heard longest ago counts. */
export async function noteContacts(store: Store, { devices, branches }: Overview): Promise<void> {
  const contacts = branches.map(({ id }): BranchContact => {
    const computers = devices.filter(({ branchId, revokedAt }) => branchId === id && revokedAt === null);
    const heard = computers.flatMap(({ lastContactAt }) => lastContactAt ?? []);
    return {
      branchId: id,
      heardAt: heard.length > 0 ? Math.min(...heard) : null,
      waiting: computers.reduce((sum, { waiting }) => sum + waiting, 0),
    };
  });
  if (JSON.stringify(contacts) === JSON.stringify(readSyncState(store.db, 'branchContacts'))) return;
  await store.keep((tx) => writeSyncState(tx, 'branchContacts', contacts));
  store.announce({ recordTypes: ['sync'], ids: null });
}

/** Asks head office anew, at one of its computers. @throws {OfficeUnreachable} */
export async function refreshContacts(store: Store): Promise<void> {
  const said = await askOwnOffice(store, { kind: 'office.overview', lateAfterDays: 2 });
  if (said.type === 'answered') await noteContacts(store, said.response.overview);
}
