import { workerData } from 'node:worker_threads';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';

/** Milliseconds to wait for a save to end. */
const busyTimeout = 60_000;

const file = workerData as DatabaseFile;
const connection = connect(file, { busyTimeout });
try {
  // A whole copy of the data doesn't have to be in memory, except where it must not lie on the disk as it is: SQLite's own files are plain.
  if (file.key === null) connection.pragma('temp_store = FILE');
  connection.execute('VACUUM');
  // All of it is in the log now: here it holds nobody up while it is taken over.
  connection.pragma('wal_checkpoint(TRUNCATE)');
} finally {
  connection.close();
}
