import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, WriteTx } from '#core/database/connection.ts';
import { isBusy } from '#core/records/store.ts';

/** How long (ms) whoever signs in waits for the database; after that what is in memory has to do, while an import holds it. */
export const shortly = 100;

/** Writes as soon as nobody else is writing, however long that takes, in the order in which it is called. */
export type WriteBehind = <Result>(work: (tx: WriteTx) => Result) => Promise<Result>;

const known = new WeakMap<Connection, WriteBehind>();

/** Of the data, not of whoever asks: one may come and go who changes nothing else. */
export function writeBehindOf(connection: Connection): WriteBehind {
  const found = known.get(connection) ?? createWriteBehind(connection);
  known.set(connection, found);
  return found;
}

/** What has been written, or undefined where that takes longer; a failure after that is nobody's any more. */
export async function within<Result>(patience: number, written: Promise<Result>): Promise<Result | undefined> {
  if (patience === Infinity) return written;
  const stop = new AbortController();
  const late = sleep(patience, undefined, { signal: stop.signal }).catch(() => undefined);
  return Promise.race([written, late]).finally(() => stop.abort());
}

function createWriteBehind(connection: Connection): WriteBehind {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const written = last.then(() => writeWhenFree(connection, work));
    last = written.catch(() => undefined);
    return written;
  };
}

async function writeWhenFree<Result>(connection: Connection, work: (tx: WriteTx) => Result): Promise<Result> {
  for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
    try {
      return connection.transaction(work);
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    await sleep(wait);
  }
}
