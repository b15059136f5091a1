import { hostname } from 'node:os';
import { join } from 'node:path';
import { finishRestore } from '#core/backup/finish-restore.ts';
import { databasePath, DatabaseError, openDatabase } from '#core/database/open-database.ts';
import type { Connection } from '#core/database/connection.ts';
import { createFileStore } from '#core/file/file-store.ts';
import type { FileStore } from '#core/file/file-store.ts';
import { findHost, OpenElsewhere } from '#core/host/folder-lock.ts';
import { ensureOwner, readOwner } from '#core/people/users.ts';
import { createStore } from '#core/records/store.ts';
import type { Store } from '#core/records/store.ts';
import type { Actor } from '#shared/people/permission.ts';

/** A data folder opened for one command. */
export interface OpenData {
  readonly connection: Connection;
  readonly store: Store;
  readonly files: FileStore;
  readonly actor: Actor;
}

/** Milliseconds to wait for another program's save, or import, to end. */
const busyTimeout = 60_000;

export interface OpenDataOptions {
  /** What it is encrypted with; null where it isn't. */
  readonly key?: string | null;
  /** Mebibytes. */
  readonly cacheSize?: number | undefined;
}

/** Opens a data folder, making it when it isn't there. @throws {DatabaseError} */
export function openData(dataDirectory: string, { key = null, cacheSize = 64 }: OpenDataOptions = {}): OpenData {
  refuseOtherComputer(dataDirectory);
  finishRestore(dataDirectory);
  const connection = openDatabase(dataDirectory, { busyTimeout, cacheSize, key });
  try {
    const store = createStore(connection);
    ensureOwner(store);
    return { connection, store, files: createFileStore(join(dataDirectory, 'files'), key), actor: readOwner(store.db) };
  } catch (error) {
    connection.close();
    throw asDamage(error, dataDirectory);
  }
}

/** Beside a program of this computer a command can work, not beside one of another. */
function refuseOtherComputer(dataDirectory: string) {
  const host = findHost(dataDirectory);
  if (host && host.computer !== hostname()) throw new OpenElsewhere(dataDirectory, host.computer);
}

/** An error of SQLite that says that the file is damaged, as the refusal it would have been at opening. */
export function asDamage(error: unknown, dataDirectory: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  const isDamage = typeof code === 'string' && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB');
  return isDamage ? new DatabaseError('damaged', databasePath(dataDirectory), error) : error;
}
