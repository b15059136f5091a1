import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { copyInPieces } from '#core/backup/copy-in-pieces.ts';
import { connect } from '#core/database/connection.ts';
import type { Connection, DatabaseFile } from '#core/database/connection.ts';

export interface Snapshot {
  readonly file: DatabaseFile;
  /** Its file, open for reading, see `holdFiles`. */
  readonly descriptor: number;
  /** The copy's path. */
  readonly to: string;
}

/** Milliseconds to wait for a lock that only the opening or closing of a database takes. */
const busyTimeout = 10_000;

/**
 * Copies a database as it is at one moment, byte by byte, while others read and write it. From a reader's first read until its last,
 * nothing comes into the file that isn't in the log: so the pieces of the file, whatever moment each is of, are made whole by the log.
 */
export function copySnapshot({ file, descriptor, to }: Snapshot) {
  const log = `${file.path}-wal`;
  const reader = connect(file, { readonly: true, busyTimeout });
  let waiting: Connection | null = null;
  try {
    reader.snapshot(() => {
      reader.readColumn<[], number>('SELECT count(*) FROM sqlite_schema').get();
      copyLog(log, `${to}-wal`);
      const size = sizeOf(log);
      withFile(to, 'w', (target) => copyInPieces(descriptor, target));
      if (sizeOf(log) > size) waiting = connect(file);
    });
    // What was saved meanwhile waits in the log. Brought into the file here, it isn't left to the next save.
    (waiting as Connection | null)?.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    (waiting as Connection | null)?.close();
    reader.close();
  }
  bringInLog({ ...file, path: to });
}

/** While nobody reads what is in it, a log may be begun anew: then what was copied is of two, and is copied again. */
function copyLog(from: string, to: string) {
  for (let head: Buffer | null = null; !head?.equals(headOf(from));) {
    rmSync(to, { force: true });
    head = headOf(from);
    if (head.length > 0) withFile(from, 'r', (source) => withFile(to, 'w', (target) => copyInPieces(source, target)));
  }
}

/** The bytes of a log that tell it from the one before; none where there is no log. */
function headOf(log: string): Buffer {
  if (sizeOf(log) === 0) return Buffer.alloc(0);
  const head = Buffer.alloc(32);
  return head.subarray(
    0,
    withFile(log, 'r', (file) => readSync(file, head)),
  );
}

function bringInLog(copy: DatabaseFile) {
  const connection = connect(copy);
  try {
    connection.pragma('journal_mode = DELETE');
  } finally {
    connection.close();
  }
}

function withFile<Result>(path: string, flags: 'r' | 'w', use: (descriptor: number) => Result): Result {
  const descriptor = openSync(path, flags);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
