import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import { ArchiveError } from '#core/export/archive-error.ts';
import { restoreArchive } from '#core/export/restore-archive.ts';
import { writeArchive } from '#core/export/write-archive.ts';
import { createFileStore } from '#core/file/file-store.ts';
import { ownerActor } from '#core/people/allow.ts';
import { createStore } from '#core/records/store.ts';
import type { RestoreSummary } from '#shared/export/contract.ts';
import type { ArchiveFault, ArchivePlace } from '#core/export/archive-error.ts';

export interface ArchiveWork {
  readonly database: DatabaseFile;
  /** Where attached files are. */
  readonly filesDirectory: string;
  /** The zip's. */
  readonly path: string;
  /** Who restores, and the archive's name; null to write an archive. */
  readonly restore: { readonly actor: { readonly id: string; readonly name: string }; readonly name: string } | null;
}

export type ArchiveAnswer =
  | { readonly type: 'written' }
  | { readonly type: 'restored'; readonly summary: RestoreSummary }
  | { readonly type: 'refused'; readonly code: ArchiveFault; readonly place: ArchivePlace };

/** Milliseconds to wait for another's save to end. */
const busyTimeout = 60_000;

async function work({ database, filesDirectory, path, restore }: ArchiveWork): Promise<ArchiveAnswer> {
  const connection = connect(database, { readonly: restore === null, busyTimeout, cacheSize: restore === null ? 32 : 256 });
  const files = createFileStore(filesDirectory, database.key);
  try {
    if (restore) {
      const request = { actor: ownerActor(restore.actor), files, path, name: restore.name };
      return { type: 'restored', summary: await restoreArchive(createStore(connection), request) };
    }
    // One transaction from the first read to the last: everything in the archive is of one moment.
    connection.execute('BEGIN');
    await writeArchive({ db: connection, files, path, sealedWith: database.key });
    return { type: 'written' };
  } catch (error) {
    if (error instanceof ArchiveError) return { type: 'refused', code: error.code, place: error.place };
    throw error;
  } finally {
    connection.close();
  }
}

parentPort?.postMessage(await work(workerData as ArchiveWork));
