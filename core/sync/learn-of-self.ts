import type { Store } from '#core/records/store.ts';
import { askOffice } from '#core/sync/ask-office.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import { askingOf } from '#core/sync/synchronise.ts';
import { selfResponseSchema } from '#shared/sync/office-protocol.ts';

/** Asks head office what this computer is now: its name, and whether it is the main one of its branch. @throws {OfficeUnreachable} */
export async function learnOfSelf(store: Store): Promise<void> {
  const answer = selfResponseSchema.safeParse(await askOffice(askingOf(store), { kind: 'self' })).data;
  const own = readSyncState(store.db, 'own');
  const identity = readSyncState(store.db, 'identity');
  if (!answer || !own || !identity) return;
  const { company, device } = answer.membership;
  const isSame = own.isMain === device.isMain && identity.deviceName === device.name && identity.companyName === company.name;
  if (isSame) return;
  await store.keep((tx) => {
    writeSyncState(tx, 'own', { ...own, isMain: device.isMain });
    writeSyncState(tx, 'identity', { ...identity, deviceName: device.name, companyName: company.name });
  });
  store.announce({ recordTypes: ['sync'], ids: null });
}
