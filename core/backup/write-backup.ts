import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asBackupError, BackupError } from '#core/backup/backup-error.ts';
import { backupName, partsOf } from '#core/backup/backup-file.ts';
import type { Manifest } from '#core/backup/backup-file.ts';
import { bytesMissing, copyContents, listContents } from '#core/backup/contents.ts';
import { freeBytes, hashFile, partOf, putInPlace, removeAbandoned, writeWhole } from '#core/backup/disk.ts';
import { keepFlushed } from '#core/backup/keep-flushed.ts';
import { inspectFile } from '#core/backup/inspect-database.ts';
import type { Inspected } from '#core/backup/inspect-database.ts';
import { checkOfKey } from '#core/encryption/wrap-key.ts';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import type { BackupReason } from '#shared/backup/contract.ts';
import { version } from '#shared/version.ts';

export interface BackupOrder {
  readonly database: DatabaseFile;
  readonly dataDirectory: string;
  /** The folder of this data within the place. */
  readonly folder: string;
  readonly reason: BackupReason;
  /** UTC milliseconds. */
  readonly at: number;
  readonly report: (done: number, total: number) => void;
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
    const office = copyDatabase({ path: officePath(order.dataDirectory), key: order.database.key }, folder);
    try {
      const database = copyDatabase(order.database, folder);
      if (!database) throw new BackupError('damaged', order.database.path);
      return finish(order, { database, office });
    } finally {
      if (office) rmSync(office.part, { force: true });
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

/** Copies a database beside its place and opens the copy; null when there is none. */
function copyDatabase(file: DatabaseFile, folder: string): Copied | null {
  if (!existsSync(file.path)) return null;
  const part = partOf(join(folder, 'database'));
  const stopFlushing = keepFlushed(part);
  try {
    const connection = connect(file, { readonly: true, busyTimeout: 10_000 });
    try {
      connection.execute(`VACUUM INTO '${part.replaceAll("'", "''")}'`);
    } catch (error) {
      throw isDamage(error) ? new BackupError('damaged', file.path, error) : error;
    } finally {
      connection.close();
    }
    const inspected = inspectFile({ ...file, path: part });
    if (!inspected) throw new BackupError('notWhole', folder);
    return { ...inspected, part };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  } finally {
    stopFlushing();
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
    rmSync(part, { force: true });
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
  const databases = [database.path, `${database.path}-wal`, officePath(dataDirectory)];
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
