import type { ReadDb } from '#core/database/connection.ts';
import type { Store } from '#core/records/store.ts';
import { cloudServiceOf } from '#core/sync/cloud-folder.ts';
import { countWaiting } from '#core/sync/seal-batch.ts';
import { isSyncing } from '#core/sync/sync-lock.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { progressOf } from '#core/sync/synchronise.ts';
import type { SyncStatus } from '#shared/sync/contract.ts';

interface Data {
  readonly store: Store;
  readonly dataDirectory: string;
}

/** How this copy stands with head office. */
export function readSyncStatus({ store, dataDirectory }: Data): SyncStatus {
  const { db } = store;
  const own = readSyncState(db, 'own');
  const identity = readSyncState(db, 'identity');
  const last = readSyncState(db, 'last') ?? { equalAt: null, heardAt: null, trouble: null };
  const options = readSyncState(db, 'options') ?? { addresses: [], automatic: false, intervalSeconds: 30 };
  const waiting = own ? countWaiting(db) : 0;
  const progress = progressOf(store);
  const branchId = own?.branchId ?? null;
  return {
    state: stateOf({ isAlone: own === null, isAtIt: progress !== null || isSyncing(db, store.now()), waiting, last, options }),
    role: own === null ? 'alone' : branchId === null ? 'office' : 'branch',
    companyName: identity?.companyName ?? '',
    branchId,
    branchName: branchId === null ? null : branchName(db, branchId),
    computerName: identity?.deviceName ?? '',
    isMain: own?.isMain ?? true,
    equalAt: last.equalAt,
    heardAt: last.heardAt,
    waiting,
    refused: count(db, 'SELECT count(*) FROM sync_refused'),
    aside: count(db, 'SELECT count(*) FROM sync_waiting'),
    openConflicts: count(db, "SELECT count(*) FROM conflict WHERE status = 'open'"),
    progress,
    trouble: last.trouble,
    addresses: [...options.addresses],
    automatic: options.automatic,
    intervalSeconds: options.intervalSeconds,
    cloudService: cloudServiceOf(dataDirectory),
  };
}

interface Standing {
  readonly isAlone: boolean;
  readonly isAtIt: boolean;
  readonly waiting: number;
  readonly last: { readonly equalAt: number | null; readonly heardAt: number | null; readonly trouble: string | null };
  readonly options: { readonly addresses: readonly string[] };
}

function stateOf({ isAlone, isAtIt, waiting, last, options }: Standing): SyncStatus['state'] {
  if (isAlone) return 'alone';
  if (last.trouble === 'revoked') return 'revoked';
  if (isAtIt) return 'syncing';
  if (options.addresses.length === 0) return 'byFile';
  if (last.trouble === 'unreachable') return 'unreachable';
  if (last.trouble !== null) return 'trouble';
  // Equal the last time it was looked, and nothing written here since.
  return waiting === 0 && last.equalAt !== null && last.equalAt === last.heardAt ? 'synced' : 'waiting';
}

function branchName(db: ReadDb, id: string): string | null {
  return db.readColumn<[string], string>('SELECT name FROM branch WHERE id = ?').get(id) ?? null;
}

function count(db: ReadDb, sql: string): number {
  return db.readColumn<[], number>(sql).get() ?? 0;
}
