import { parentPort, workerData } from 'node:worker_threads';
import { isDiskFull } from '#core/disk-full.ts';
import { clockWithLead } from '#core/clock/thread-clock.ts';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import { planImport, runImport } from '#core/import/run-import.ts';
import { buffersOfResult } from '#core/import/import-result.ts';
import type { ImportResult } from '#core/import/import-result.ts';
import type { ImportJob } from '#core/import/run-import.ts';
import { SourceError } from '#core/import/readers/index.ts';
import { ownerActor } from '#core/people/allow.ts';
import { createStore } from '#core/records/store.ts';

export interface ImportWorkerData {
  readonly database: DatabaseFile;
  readonly clockLead: number;
  readonly mode: 'plan' | 'run';
  readonly job: ImportJob;
  readonly actor: { readonly id: string; readonly name: string };
}

export type ImportWorkerMessage =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'done'; readonly result: ImportResult }
  | { readonly type: 'failed'; readonly code: string; readonly detail: Readonly<Record<string, string | number>> };

/** A large import changes pages all over the file; a large cache keeps them until the commit. */
const cacheSize = { plan: 32, run: 256 };
/** Milliseconds to wait for another's save to end. */
const busyTimeout = 60_000;

const { database, clockLead, mode, job, actor } = workerData as ImportWorkerData;
const now = clockWithLead(clockLead);
const controller = new AbortController();
const send = (message: ImportWorkerMessage, handedOver: ArrayBuffer[] = []) => parentPort?.postMessage(message, handedOver);

parentPort?.on('message', (message) => {
  if (message === 'cancel') controller.abort();
});

const connection = connect(database, { readonly: mode === 'plan', busyTimeout, cacheSize: cacheSize[mode] });
try {
  const run = { job, signal: controller.signal, report: (done: number) => send({ type: 'progress', done }) };
  const result =
    mode === 'plan'
      ? await planImport(connection, now(), run)
      : await runImport(createStore(connection, now), ownerActor(actor), run);
  send({ type: 'done', result }, buffersOfResult(result));
} catch (error) {
  if (error instanceof SourceError) send({ type: 'failed', code: error.code, detail: error.detail });
  else if (isDiskFull(error)) send({ type: 'failed', code: 'diskFull', detail: {} });
  else send({ type: 'failed', code: 'unexpected', detail: { message: error instanceof Error ? error.message : String(error) } });
} finally {
  connection.close();
  parentPort?.close();
}
