import { workerData } from 'node:worker_threads';
import { connect } from '#core/database/connection.ts';

/** Milliseconds to wait for a save to end. */
const busyTimeout = 60_000;

const connection = connect(workerData as string, { busyTimeout });
try {
  // A whole copy of the data doesn't have to be in memory.
  connection.pragma('temp_store = FILE');
  connection.execute('VACUUM');
} finally {
  connection.close();
}
