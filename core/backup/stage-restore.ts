import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysFiles } from '#core/encryption/keys-file.ts';
import { noteAudit } from '#core/audit/note-audit.ts';
import { asBackupError, BackupError } from '#core/backup/backup-error.ts';
import { partsOf, readManifest } from '#core/backup/backup-file.ts';
import type { Manifest } from '#core/backup/backup-file.ts';
import { bytesMissing, copyContents, listContents } from '#core/backup/contents.ts';
import { freeBytes, hashFile, syncFile } from '#core/backup/disk.ts';
import { clearRestoreFolder } from '#core/backup/restore-folder.ts';
import type { RestoreOrder } from '#core/backup/restore-folder.ts';
import { carryLogins, dropRevokedKeys, endSessions } from '#core/backup/carry-logins.ts';
import { contentFolders, readKeys } from '#core/backup/write-backup.ts';
import { databaseFile, databasePath } from '#core/database/open-database.ts';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile, ReadDb, WriteTx } from '#core/database/connection.ts';
import { migrate } from '#core/database/migrate.ts';
import { isWhole } from '#core/backup/inspect-database.ts';
import { beginNewLine } from '#core/sync/line.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { localMigrations } from '#migrations/local/index.ts';

export interface RestoreRequest {
  readonly dataDirectory: string;
  /** Where the backup lies, and its name without ending. */
  readonly folder: string;
  readonly name: string;
  /** What opens it; null where it isn't encrypted. */
  readonly key: string | null;
  /** What opened the data that is there; undefined where that isn't known. */
  readonly keyHere: string | null | undefined;
  readonly actor: { readonly userId: string; readonly name: string };
  /** UTC milliseconds. */
  readonly at: number;
  /** Whether a backup was made of all that is there now. */
  readonly isBackedUp: boolean;
  readonly report: (done: number, total: number) => void;
}

/**
 * Makes everything of a backup ready to take the place of what is there, read through and brought up to date. What is there isn't touched.
 * @returns what `orderRestore` is to be told
 * @throws {BackupError}
 */
export function stageRestore(request: RestoreRequest): RestoreOrder {
  const { dataDirectory, folder, name } = request;
  const manifest = readManifest(folder, name);
  const parts = partsOf(folder, name);
  try {
    const ready = clearRestoreFolder(dataDirectory);
    checkRoom(request);
    // Files of another key can't lie among those that are there.
    const isSameKey = request.key === request.keyHere;
    const target = isSameKey ? dataDirectory : ready;
    for (const { data, backup } of contentFolders(manifest?.contents ?? '')) {
      const from = join(folder, backup);
      copyContents({ from, to: join(target, data) }, { files: listContents(from), report: request.report });
    }
    copyTo({ from: parts.database, to: join(ready, 'cartera.db'), hash: manifest?.hash });
    if (existsSync(parts.office))
      copyTo({ from: parts.office, to: join(ready, 'office', 'office.db'), hash: manifest?.office?.hash });
    // The keys that are here open one of the same key as well, by the passphrase that holds now.
    const keys = isSameKey || request.key === null ? null : keysBeside(request, manifest);
    if (keys !== null) for (const file of keysFiles) writeFileSync(join(ready, file), keys, { flush: true });
    prepare({ path: join(ready, 'cartera.db'), key: request.key }, request, manifest);
    // What can't be told may be plain.
    const isPlain = typeof request.keyHere !== 'string';
    return { setAside: nameOf(request.at), isBackedUp: request.isBackedUp, replaced: isSameKey ? 'database' : 'all', isPlain };
  } catch (error) {
    rmSync(join(dataDirectory, 'restore'), { recursive: true, force: true });
    throw asBackupError(error, folder);
  }
}

function copyTo({ from, to, hash }: { readonly from: string; readonly to: string; readonly hash: string | undefined }) {
  copyFileSync(from, to);
  if (hash !== undefined && hashFile(to) !== hash) throw new BackupError('damaged', from);
  syncFile(to);
}

/** Brings the copy up to date, and has it know that it is one. */
function prepare(file: DatabaseFile, { actor, at, folder, dataDirectory, keyHere }: RestoreRequest, manifest: Manifest | null) {
  const connection = connect(file, { cacheSize: 256 });
  try {
    if (!isWhole(connection)) throw new BackupError('damaged', folder);
    const outcome = migrate(connection, localMigrations);
    if (outcome.type === 'failed') throw outcome.error;
    if (outcome.type !== 'ready') throw new BackupError('damaged', folder);
    connection.transaction((tx) => {
      beginAgain(tx);
      endSessions(tx, at);
      withPresent({ dataDirectory, keyHere }, (present) => {
        carryLogins(tx, present);
        dropRevokedKeys(tx, present);
      });
      noteAudit(tx, { at, actor, kind: 'restore', subject: '', details: { madeAt: manifest?.at ?? null } });
    });
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
  for (const ending of ['-wal', '-shm']) rmSync(file.path + ending, { force: true });
  syncFile(file.path);
}

/** Reads the data that gives way, where it can be read: of what is damaged nobody can tell who had a password. */
function withPresent({ dataDirectory, keyHere }: Pick<RestoreRequest, 'dataDirectory' | 'keyHere'>, read: (db: ReadDb) => void) {
  if (keyHere === undefined || !existsSync(databasePath(dataDirectory))) return;
  try {
    const present = connect(databaseFile(dataDirectory, keyHere), { readonly: true });
    try {
      read(present);
    } finally {
      present.close();
    }
  } catch (error) {
    if (asBackupError(error, dataDirectory).code !== 'damaged') throw error;
  }
}

/** The file of the keys that came with a backup. */
function keysBeside({ folder }: RestoreRequest, manifest: Manifest | null): string {
  const keys = manifest?.keys ?? readKeys(folder);
  if (keys === null) throw new BackupError('damaged', folder);
  return keys;
}

/** What a copy of a company did since its backup, head office knows, and under which names: it goes on under new ones. */
function beginAgain(tx: WriteTx) {
  if (readSyncState(tx, 'own')) beginNewLine(tx);
  tx.write("DELETE FROM sync_state WHERE key = 'lock'").run();
}

function checkRoom({ dataDirectory, folder, name }: RestoreRequest) {
  const manifest = readManifest(folder, name);
  const contents = contentFolders(manifest?.contents ?? '').reduce((sum, { data, backup }) => {
    const from = join(folder, backup);
    return sum + bytesMissing({ from, to: join(dataDirectory, data) }, listContents(from));
  }, 0);
  if (freeBytes(dataDirectory) < contents + (manifest?.size ?? 0) * 1.2) throw new BackupError('noRoom', dataDirectory);
}

function nameOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');
}
