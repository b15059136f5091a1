import { Worker } from 'node:worker_threads';
import type { FlushWork } from '#core/backup/flush-worker.ts';

/**
 * Brings what is being written to a file to the disk bit by bit. Where it is left to the end, the disk is busy for seconds, and every save
 * made meanwhile waits for it.
 * @returns how to stop
 */
export function keepFlushed(path: string): () => void {
  const work: FlushWork = { path, ended: new SharedArrayBuffer(4) };
  const worker = new Worker(new URL('./flush-worker.ts', import.meta.url), { workerData: work });
  // A disk that refuses is told of by whoever writes.
  worker.on('error', () => undefined);
  worker.unref();
  return () => {
    const flag = new Int32Array(work.ended);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  };
}
