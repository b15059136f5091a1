import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backUpBeforeMigration } from '#core/backup/before-migration.ts';
import { BackupError } from '#core/backup/backup-error.ts';
import { connect } from '#core/database/connection.ts';
import type { Connection, ConnectionOptions, DatabaseFile } from '#core/database/connection.ts';
import { migrate } from '#core/database/migrate.ts';
import { localMigrations } from '#migrations/local/index.ts';

export type DatabaseFault =
  | 'fromTheFuture'
  | 'notOurs'
  | 'damaged'
  | 'cannotOpen'
  | 'noRoom'
  | 'notUpdated'
  | 'openElsewhere'
  | 'onNetwork'
  | 'inCloudFolder'
  | 'keysDamaged'
  | 'locked';

/** The data can't be used as it is; nothing was changed. `code` is stable and put into words by whoever shows it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseFault;
  readonly path: string;
  constructor(code: DatabaseFault, path: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause });
    this.code = code;
    this.path = path;
  }
}

/** The data couldn't be brought up to date, and is as it was; `backup` is the path of the copy made before. */
export class NotUpdated extends DatabaseError {
  readonly backup: string;
  constructor(path: string, backup: string, cause: unknown) {
    super('notUpdated', path, cause);
    this.backup = backup;
  }
}

/** Bytes: a database up to this size is read through at each start, which takes a tenth of a second; a larger one by `cartera check`. */
const checkedSize = 64 * 1024 * 1024;

/** Where the database is within a data folder. */
export function databasePath(dataDirectory: string): string {
  return join(dataDirectory, 'cartera.db');
}

/** The database of a data folder, with the key it is encrypted with. */
export function databaseFile(dataDirectory: string, key: string | null = null): DatabaseFile {
  return { path: databasePath(dataDirectory), key };
}

/**
 * Opens the database of a data folder, making both when they aren't there, and brings it up to date.
 * @throws {DatabaseError} when the file is damaged, of a newer version, or not ours
 */
export function openDatabase(
  dataDirectory: string,
  { key = null, ...options }: ConnectionOptions & { readonly key?: string | null } = {},
): Connection {
  const file = databaseFile(dataDirectory, key);
  const { path } = file;
  let connection: Connection | undefined;
  try {
    mkdirSync(dataDirectory, { recursive: true });
    if (key === null && isEncrypted(path)) throw new DatabaseError('locked', path);
    connection = connect(file, options);
    let backup: string | null = null;
    const outcome = migrate(connection, localMigrations, (opened) => (backup = backUpBeforeMigration(opened)));
    if (outcome.type === 'failed')
      throw backup === null || isOfDisk(outcome.error) ? outcome.error : new NotUpdated(path, backup, outcome.error);
    if (outcome.type !== 'ready') throw new DatabaseError(outcome.type, path);
    if (statSync(path).size <= checkedSize && !isWhole(connection)) throw new DatabaseError('damaged', path);
    return connection;
  } catch (error) {
    connection?.close();
    if (error instanceof DatabaseError) throw error;
    if (isFull(error)) throw new DatabaseError('noRoom', path, error);
    throw new DatabaseError(isDamage(error) ? 'damaged' : 'cannotOpen', path, error);
  }
}

/** Whether a file is a database that a key was used for: its first bytes are random, those that say how it is laid out are not. */
export function isEncrypted(path: string): boolean {
  const head = Buffer.alloc(24);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    if (readSync(file, head) < head.length || head.toString('latin1', 0, 6) === 'SQLite') return false;
  } finally {
    closeSync(file);
  }
  // Bytes of a page, and how many of them the cipher keeps for its seal.
  return head.readUInt16BE(16) === 4096 && head.readUInt8(20) === 64 && head.readUInt8(21) === 64;
}

function isWhole(connection: Connection): boolean {
  const [answer] = connection.pragma('quick_check(1)') as readonly { readonly quick_check: string }[];
  return answer?.quick_check === 'ok';
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));
}

function isFull(error: unknown): boolean {
  return codeOf(error) === 'SQLITE_FULL' || (error instanceof BackupError && error.code === 'noRoom');
}

/** Whether it is the file or its disk that didn't let it, not what is in the file. */
function isOfDisk(error: unknown): boolean {
  return isDamage(error) || isFull(error) || /^SQLITE_(BUSY|LOCKED|IOERR|READONLY|CANTOPEN|PERM|NOMEM)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}
