import { findRecordType } from '#core/records/record-type.ts';
import type { Store } from '#core/records/store.ts';
import { syncAct } from '#core/sync/sync-act.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { removeState } from '#core/sync/write-state.ts';

/** Takes the nameless owner of an empty copy away as soon as people have come from head office. */
export async function retireStarter(store: Store): Promise<void> {
  const starter = readSyncState(store.db, 'starter');
  if (!starter) return;
  const others = store.db.readColumn<[string], number>('SELECT 1 FROM user WHERE id <> ? LIMIT 1').get(starter.userId);
  const type = findRecordType('user');
  if (others === undefined || !type) return;
  await store.perform(syncAct, (act) => {
    act.attempt(() => removeState(act, type, starter.userId));
    act.tx.write("DELETE FROM sync_state WHERE key = 'starter'").run();
  });
}
