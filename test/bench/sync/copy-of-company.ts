import { mkdirSync, rmSync } from 'node:fs';
import type { Connection } from '#core/database/connection.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { ensureOwner } from '#core/people/users.ts';
import { createStore } from '#core/records/store.ts';
import type { Store } from '#core/records/store.ts';
import { allBatches, sealBatch } from '#core/sync/seal-batch.ts';
import { settle } from '#core/sync/settle.ts';
import type { Membership } from '#shared/sync/office-protocol.ts';
import type { Batch } from '#shared/sync/protocol.ts';
import '#core/router.ts';

/** A copy of a company with nobody at the other end. */
export interface LoneCopy {
  readonly store: Store;
  readonly connection: Connection;
  /** What was written since the last call, as it would be sent. */
  seal(): Promise<readonly Batch[]>;
  close(): void;
}

export async function openLoneCopy(directory: string, name: string, brings: 'data' | 'nothing'): Promise<LoneCopy> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const connection = openDatabase(directory);
  const store = createStore(connection);
  ensureOwner(store);
  const membership: Membership = {
    company: { id: 'company', name: 'Company' },
    device: { id: name, name, branchId: name, till: 1, isMain: true, brings },
    office: { id: 'office', name: 'Office', keys: { signing: '', agreement: '' }, epoch: 'epoch' },
  };
  await settle(store, { membership, keys: {} as never, addresses: [] });
  return {
    store,
    connection,
    async seal() {
      await store.keep((tx) => {
        while (sealBatch(tx, store.now())) continue;
      });
      const batches = allBatches(connection);
      await store.keep((tx) => void tx.write('DELETE FROM outbox_batch').run());
      return batches;
    },
    close: () => connection.close(),
  };
}
