import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { OfficeWorkerMessage } from '#office/office-worker.ts';
import type { RunningOffice } from '#office/start-office.ts';

/** What can be told to a thread. */
export interface ThreadOptions {
  readonly dataDirectory: string;
  readonly port: number;
  readonly host?: string;
  readonly name?: string;
  readonly key?: string | null;
}

/** Milliseconds until it is begun again when it died. */
const restartPause = 2000;

/**
 * Runs head office beside a program with windows: what many computers send at once is merged without holding anybody up here. Begun again
 * when it dies. @throws as `startOffice`, with the same `code`
 */
export async function startOfficeThread(options: ThreadOptions): Promise<RunningOffice> {
  let isClosed = false;
  let current = await begin(options);
  async function watch() {
    while (!isClosed) {
      await current.ended;
      if (isClosed) return;
      await sleep(restartPause, undefined, { ref: false });
      if (!isClosed) current = await begin(options).catch(() => ({ ...current, ended: Promise.resolve() }));
    }
  }
  void watch();
  return {
    address: current.address,
    adminKey: current.adminKey,
    async close() {
      isClosed = true;
      current.stop();
      await current.ended;
    },
  };
}

interface Thread {
  readonly address: string;
  readonly adminKey: string;
  readonly ended: Promise<void>;
  stop(): void;
}

async function begin(options: ThreadOptions): Promise<Thread> {
  const worker = new Worker(new URL('./office-worker.ts', import.meta.url), { workerData: options });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const message = await new Promise<OfficeWorkerMessage>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('head office ended before it began')));
  });
  // Dying is seen by its end.
  worker.on('error', () => undefined);
  if (message.type === 'failed') throw Object.assign(new Error(message.message), { code: message.code });
  const { address, adminKey } = message;
  return { address, adminKey, ended, stop: () => worker.postMessage('stop') };
}
