import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { noteAudit } from '#core/audit/note-audit.ts';
import { BackupError } from '#core/backup/backup-error.ts';
import { syncFile, writeWhole } from '#core/backup/disk.ts';
import { clearRestoreFolder } from '#core/backup/restore-folder.ts';
import type { RestoreOrder } from '#core/backup/restore-folder.ts';
import { checkDatabase } from '#core/check/check-database.ts';
import { connect } from '#core/database/connection.ts';
import type { Connection, DatabaseFile, WriteTx } from '#core/database/connection.ts';
import { databaseFile } from '#core/database/open-database.ts';
import { systemActor } from '#core/people/allow.ts';
import { createStore } from '#core/records/store.ts';
import { bringLogins } from '#core/repair/bring-logins.ts';
import { dropLoose } from '#core/repair/drop-loose.ts';
import type { LooseRow } from '#core/repair/drop-loose.ts';
import { makeSound, readingDamaged } from '#core/repair/reading-damaged.ts';
import { rebuildDerived, recountKept } from '#core/repair/rebuild-derived.ts';
import { salvage } from '#core/repair/salvage.ts';
import { beginNewLine } from '#core/sync/line.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import type { RepairedTable, RepairReport } from '#shared/backup/rescue-contract.ts';

export interface RepairRequest {
  readonly dataDirectory: string;
  readonly key: string | null;
  /** UTC milliseconds. */
  readonly at: number;
  readonly report: (done: number, total: number) => void;
}

export interface Repaired {
  readonly report: RepairReport;
  readonly order: RestoreOrder;
}

/**
 * Makes a new database of all that can be read of a damaged one, which isn't touched, ready to take its place.
 * @throws {BackupError} "damaged" when nothing at all could be read
 */
export async function repairDatabase({ dataDirectory, key, at, report }: RepairRequest): Promise<Repaired> {
  const setAside = `damaged-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}`;
  const folder = join(dataDirectory, 'set-aside', setAside);
  const ready = clearRestoreFolder(dataDirectory);
  mkdirSync(folder, { recursive: true });
  const file: DatabaseFile = { path: join(ready, 'cartera.db'), key };
  const sound = connect(file, { cacheSize: 256 });
  try {
    sound.pragma('foreign_keys = OFF');
    const tables = saveAll({ damaged: databaseFile(dataDirectory, key), folder: ready, sound, report });
    const loose = await settle(sound, at, join(folder, 'loose-rows.jsonl'));
    await bringLogins(sound, { dataDirectory, key });
    const { faults } = checkDatabase(sound);
    const done: RepairReport = { at, tables, loose, faults: faults.length, folder };
    sound.transaction((tx) =>
      noteAudit(tx, { at, actor: systemActor, kind: 'repair', subject: '', details: { loose, lost: sumOfLost(tables) } }),
    );
    writeWhole(join(folder, 'repair.json'), JSON.stringify({ ...done, found: faults }, null, 2));
    sound.pragma('wal_checkpoint(TRUNCATE)');
    sound.close();
    for (const ending of ['-wal', '-shm']) rmSync(file.path + ending, { force: true });
    syncFile(file.path);
    return { report: done, order: { setAside, isBackedUp: false, replaced: 'database', isPlain: key === null } };
  } catch (error) {
    sound.close();
    rmSync(ready, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

interface Saving {
  readonly damaged: DatabaseFile;
  readonly folder: string;
  readonly sound: Connection;
  readonly report: RepairRequest['report'];
}

function saveAll({ damaged, folder, sound, report }: Saving): RepairedTable[] {
  makeSound(sound);
  const tables = readingDamaged({ damaged, folder, sound }, (connection) => salvage(connection, sound, report));
  if (tables.every(({ saved }) => saved === 0)) throw new BackupError('damaged', damaged.path);
  return tables;
}

/** Makes of the rows that were saved data that a program can work with. @returns how many hung on nothing */
async function settle(sound: Connection, at: number, loosePath: string): Promise<number> {
  const file = createWriteStream(loosePath);
  let loose = 0;
  const take = (row: LooseRow) => {
    loose += 1;
    file.write(`${JSON.stringify(row)}\n`);
  };
  sound.transaction((tx) => {
    dropLoose(tx, take);
    beginAgain(tx);
  });
  const store = createStore(sound, () => at);
  store.performNow({ actor: systemActor, kind: 'clock', subject: '' }, rebuildDerived);
  sound.transaction(recountKept);
  await new Promise<void>((resolve) => file.end(resolve));
  if (loose === 0) rmSync(loosePath);
  return loose;
}

/** What head office has of this copy, it brings back; what it sends from now on is a line of its own. */
function beginAgain(tx: WriteTx) {
  if (readSyncState(tx, 'own')) beginNewLine(tx);
  tx.write("DELETE FROM sync_state WHERE key = 'lock'").run();
}

function sumOfLost(tables: readonly RepairedTable[]): number {
  return tables.reduce((sum, { lost }) => sum + (lost ?? 0), 0);
}
