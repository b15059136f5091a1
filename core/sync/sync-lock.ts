import { hostname } from 'node:os';
import type { ReadDb } from '#core/database/connection.ts';
import { newId } from '#core/records/new-id.ts';
import type { Store } from '#core/records/store.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import type { SyncState } from '#core/sync/sync-state.ts';

/** Milliseconds after which a program that ended without a word is thought to be gone; no step of an exchange takes longer. */
const heldFor = 120_000;

export interface SyncLock {
  /** Says that this program is still at it. */
  renew(): Promise<void>;
  release(): Promise<void>;
}

/** Lets one program at a time exchange changes for a data folder. Null: another one does. */
export async function takeSyncLock(store: Store): Promise<SyncLock | null> {
  const holder = newId();
  const take = () =>
    store.keep((tx) => {
      const now = store.now();
      const kept = readSyncState(tx, 'lock');
      if (kept && kept.holder !== holder && isHeld(kept, now)) return false;
      writeSyncState(tx, 'lock', { holder, until: now + heldFor, program: { computer: hostname(), pid: process.pid } });
      return true;
    });
  if (!(await take())) return null;
  let renewedAt = performance.now();
  return {
    async renew() {
      if (performance.now() - renewedAt < heldFor / 4) return;
      renewedAt = performance.now();
      await take();
    },
    release: () =>
      store.keep((tx) => {
        if (readSyncState(tx, 'lock')?.holder === holder) tx.write("DELETE FROM sync_state WHERE key = 'lock'").run();
      }),
  };
}

/** Whether some program on this data exchanges changes now. */
export function isSyncing(db: ReadDb, now: number): boolean {
  const kept = readSyncState(db, 'lock');
  return kept !== null && isHeld(kept, now);
}

/** A lock from far in the future was taken before the clock was put back. */
function isHeld({ until, program }: SyncState['lock'], now: number): boolean {
  return until > now && until <= now + heldFor && !isKilled(program);
}

/** Says of a program on this computer that it is no more; of another one nothing is known. */
function isKilled(program: SyncState['lock']['program']): boolean {
  if (!program || program.computer !== hostname()) return false;
  try {
    return !process.kill(program.pid, 0);
  } catch (error) {
    return (error as { code?: unknown }).code === 'ESRCH';
  }
}
