import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asBackupError, BackupError } from '#core/backup/backup-error.ts';
import { backupName, partsOf } from '#core/backup/backup-file.ts';
import type { Manifest } from '#core/backup/backup-file.ts';
import { bytesMissing, copyContents, listContents } from '#core/backup/contents.ts';
import { freeBytes, hashFile, partOf, putInPlace, removeAbandoned, removeGently, writeWhole } from '#core/backup/disk.ts';
import { copySnapshot } from '#core/backup/copy-snapshot.ts';
import type { HeldFiles } from '#core/backup/hold-files.ts';
import { inspectFile } from '#core/backup/inspect-database.ts';
import type { Inspected } from '#core/backup/inspect-database.ts';
import { checkOfKey } from '#core/encryption/wrap-key.ts';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import type { BackupReason } from '#shared/backup/contract.ts';
import { version } from '#shared/version.ts';

export interface BackupOrder {
  readonly database: DatabaseFile;
  readonly dataDirectory: string;
  readonly opened: Opened;
  /** The folder of this data within the place. */
  readonly folder: string;
  readonly reason: BackupReason;
  /** UTC milliseconds. */
  readonly at: number;
  readonly report: (done: number, total: number) => void;
}

/** Files to be copied, open for reading: see `holdFiles`. */
export interface Opened {
  readonly database: number | null;
  readonly office: number | null;
}

/** Opens what a backup copies. */
export function openToCopy(
  { open }: HeldFiles,
  { database, dataDirectory }: Pick<BackupOrder, 'database' | 'dataDirectory'>,
): Opened {
  return { database: open(database.path), office: open(officePath(dataDirectory)) };
}

/** Where the bytes of attached files lie in a data folder and in a backup's. */
export function contentFolders(ending: string) {
  return [
    { data: 'files', backup: `files${ending}` },
    { data: join('office', 'content'), backup: `office-content${ending}` },
  ] as const;
}

/** The end of those names for files that a key encrypts. */
export function endingOf(key: string | null): string {
  return key === null ? '' : `-${checkOfKey(key).slice(0, 8)}`;
}

/**
 * Copies the data as it is at one moment, reads the copy through, and only then gives it its name. Whoever saves meanwhile
 * isn't held up.
 * @returns its name
 * @throws {BackupError}
 */
export function writeBackup(order: BackupOrder): string {
  const { folder } = order;
  try {
    mkdirSync(folder, { recursive: true });
    removeAbandoned(folder);
    checkRoom(order);
    const { opened, dataDirectory, database: here } = order;
    const officeHere = { path: officePath(dataDirectory), key: here.key };
    const office = copyDatabase({ file: officeHere, descriptor: opened.office, folder });
    try {
      const database = copyDatabase({ file: here, descriptor: opened.database, folder, pack: packForgotten });
      if (!database) throw new BackupError('damaged', here.path);
      return finish(order, { database, office });
    } finally {
      if (office) removeGently(office.part);
    }
  } catch (error) {
    throw asBackupError(error, folder);
  }
}

interface Copied extends Inspected {
  readonly part: string;
}

function officePath(dataDirectory: string): string {
  return join(dataDirectory, 'office', 'office.db');
}

interface Copying {
  readonly file: DatabaseFile;
  readonly descriptor: number | null;
  readonly folder: string;
  /** Takes out of the copy what isn't to be in it. */
  readonly pack?: (copy: DatabaseFile) => void;
}

/** Copies a database beside its place, and opens and reads the copy; null when there is none. */
function copyDatabase({ file, descriptor, folder, pack }: Copying): Copied | null {
  if (descriptor === null) return null;
  const part = partOf(join(folder, 'database'));
  try {
    copySnapshot({ file, descriptor, to: part });
    pack?.({ ...file, path: part });
    const inspected = inspectFile({ ...file, path: part });
    if (!inspected) throw isSound(file) ? new BackupError('notWhole', folder) : new BackupError('damaged', file.path);
    return { ...inspected, part };
  } catch (error) {
    for (const ending of ['-wal', '-shm', '.packed']) rmSync(part + ending, { force: true });
    removeGently(part);
    throw isDamage(error) ? new BackupError('damaged', file.path, error) : error;
  }
}

/** Where somebody was erased, and the pages that told of them aren't cleaned yet, the copy is made without them. */
function packForgotten(copy: DatabaseFile) {
  const packed = `${copy.path}.packed`;
  const connection = connect(copy, { readonly: true });
  try {
    if (!readSyncState(connection, 'forgotten')) return;
    connection.execute(`VACUUM INTO '${packed.replaceAll("'", "''")}'`);
  } finally {
    connection.close();
  }
  renameSync(packed, copy.path);
}

/** Whether what isn't whole in a copy is whole where it was copied from. */
function isSound(file: DatabaseFile): boolean {
  try {
    return inspectFile(file) !== null;
  } catch {
    return false;
  }
}

function finish(
  { database: { key }, dataDirectory, folder, reason, at, report }: BackupOrder,
  { database, office }: { readonly database: Copied; readonly office: Copied | null },
): string {
  const { part, isOurs: _isOurs, ...inspected } = database;
  try {
    for (const { data, backup } of contentFolders(endingOf(key))) {
      const from = join(dataDirectory, data);
      copyContents({ from, to: join(folder, backup) }, { files: listContents(from), report });
    }
    const manifest: Manifest = {
      ...inspected,
      at,
      reason,
      version,
      size: statSync(part).size,
      isEncrypted: key !== null,
      hash: hashFile(part),
      office: office && { hash: hashFile(office.part) },
      contents: endingOf(key),
      keys: key === null ? null : readKeys(dataDirectory),
    };
    const name = freeName(folder, backupName(at, reason));
    const paths = partsOf(folder, name);
    // The database comes last: without it there is no backup, whatever lies there.
    if (office) putInPlace(office.part, paths.office);
    writeWhole(paths.manifest, JSON.stringify(manifest, null, 2));
    putInPlace(part, paths.database);
    return name;
  } finally {
    removeGently(part);
  }
}

/** What is kept of the keys, which says nothing without a passphrase or this computer. */
export function readKeys(dataDirectory: string): string | null {
  const path = join(dataDirectory, 'keys.json');
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Two of one second have a number. */
function freeName(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}.${number}`;
    if (!existsSync(partsOf(folder, candidate).database)) return candidate;
  }
}

/** Bytes left over after a backup: a disk that is full to the last one stops other programs too. */
const reserve = 32 * 1024 * 1024;

function checkRoom({ database, dataDirectory, folder }: BackupOrder) {
  // What waits in the log is copied as it is, and then brought into the copy.
  const log = `${database.path}-wal`;
  const databases = [database.path, log, log, officePath(dataDirectory)];
  const files = databases.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  const contents = contentFolders(endingOf(database.key)).reduce((sum, { data, backup }) => {
    const from = join(dataDirectory, data);
    return sum + bytesMissing({ from, to: join(folder, backup) }, listContents(from));
  }, 0);
  if (freeBytes(folder) < files + contents + reserve) throw new BackupError('noRoom', folder);
}

function isDamage(error: unknown): boolean {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB');
}
