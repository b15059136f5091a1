import type { Worker } from 'node:worker_threads';

/**
 * Waits for a thread to come to its end by itself: one that is killed while it is in SQLite can take the whole process
 * along.
 * @param farewell what makes it end, where it wouldn't otherwise
 */
export async function endWorker(worker: Worker, farewell?: string): Promise<void> {
  if (worker.threadId === -1) return;
  worker.ref();
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  if (farewell !== undefined) worker.postMessage(farewell);
  await gone;
}
