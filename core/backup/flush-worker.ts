import { closeSync, existsSync, fdatasyncSync, openSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

export interface FlushWork {
  readonly path: string;
  /** One number: other than 0 when the file is written. */
  readonly ended: SharedArrayBuffer;
}

/** Milliseconds between two flushes. */
const pause = 15;

const { path, ended } = workerData as FlushWork;
const flag = new Int32Array(ended);
while (Atomics.wait(flag, 0, 0, pause) === 'timed-out') {
  if (!existsSync(path)) continue;
  const file = openSync(path, 'r+');
  try {
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
}
