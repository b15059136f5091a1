import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { freeBytes } from '#core/backup/disk.ts';
import type { ChangeAnswer, ChangeWork } from '#core/encryption/change-worker.ts';
import { changeFolder, clearChangeFolder, finishChange, orderChange, rewritten } from '#core/encryption/finish-change.ts';
import { writeKeys } from '#core/encryption/keys-file.ts';
import type { Keys } from '#core/encryption/keys-file.ts';

export interface Change {
  readonly dataDirectory: string;
  /** What the data is encrypted with now; null where it isn't. */
  readonly from: string | null;
  /** What it will be encrypted with, and how that key is kept; null to have it plain. */
  readonly to: { readonly key: string; readonly keys: Keys } | null;
  readonly report: (progress: { readonly done: number; readonly total: number | null }) => void;
  /** For tests, which end the program there. */
  readonly atStep?: (step: ChangeStep) => void;
}

export const changeSteps = ['begun', 'copied', 'keysWritten', 'ordered', 'finished'] as const;
export type ChangeStep = (typeof changeSteps)[number];

export type ChangeFault = 'noRoom' | 'openElsewhere' | 'damaged' | 'failed';
export type ChangeOutcome =
  | { readonly type: 'changed' }
  | { readonly type: 'failed'; readonly code: ChangeFault; readonly message: string };

/** Milliseconds between two looks at how far it is. */
const lookInterval = 300;
/** Bytes left over: a disk that is full to the last one stops other programs too. */
const reserve = 64 * 1024 * 1024;

/**
 * Encrypts everything in a data folder anew: with another key, for the first time, or no more. To be called while nobody has it open. All of it
 * is made ready beside what is there, which isn't touched until then: whenever it is cut off, one of both is whole and opens.
 */
export async function changeEncryption({ dataDirectory, from, to, report, atStep }: Change): Promise<ChangeOutcome> {
  const total = sizeOfAll(dataDirectory);
  let worker: Worker | null = null;
  const timer = setInterval(() => report({ done: sizeOfAll(changeFolder(dataDirectory)), total }), lookInterval);
  try {
    if (freeBytes(dataDirectory) < total + reserve) return { type: 'failed', code: 'noRoom', message: '' };
    const ready = clearChangeFolder(dataDirectory);
    atStep?.('begun');
    const made = await copyInWorker({ dataDirectory, ready, keys: { from, to: to?.key ?? null } });
    worker = made.worker;
    if (made.answer.type === 'failed') return failed(dataDirectory, made.answer);
    atStep?.('copied');
    if (to) writeKeys(ready, to.keys);
    atStep?.('keysWritten');
    orderChange(dataDirectory, { isEncrypted: to !== null });
    atStep?.('ordered');
    await ended(worker);
    finishChange(dataDirectory);
    atStep?.('finished');
    return { type: 'changed' };
  } catch (error) {
    const { code = null, message = '' } = Object(error) as { readonly code?: string | null; readonly message?: string };
    return failed(dataDirectory, { code, message });
  } finally {
    clearInterval(timer);
    if (worker) await ended(worker);
  }
}

/** Throws away what was begun and what isn't ordered. */
export function forgetChange(dataDirectory: string) {
  if (!finishChange(dataDirectory)) rmSync(changeFolder(dataDirectory), { recursive: true, force: true });
}

async function copyInWorker(work: ChangeWork): Promise<{ readonly worker: Worker; readonly answer: ChangeAnswer }> {
  const worker = new Worker(new URL('./change-worker.ts', import.meta.url), { workerData: work });
  const answer = await new Promise<ChangeAnswer>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', ({ message }) => resolve({ type: 'failed', code: null, message }));
    worker.once('exit', () => resolve({ type: 'failed', code: null, message: 'the worker ended' }));
  });
  return { worker, answer };
}

/** Lets go of what was copied. */
async function ended(worker: Worker) {
  if (worker.threadId === -1) return;
  const exit = new Promise((resolve) => worker.once('exit', resolve));
  worker.postMessage('release');
  await exit;
}

function failed(
  dataDirectory: string,
  { code, message }: { readonly code: string | null; readonly message: string },
): ChangeOutcome {
  forgetChange(dataDirectory);
  return { type: 'failed', code: faultOf(code), message };
}

function faultOf(code: string | null): ChangeFault {
  if (code === 'openElsewhere') return 'openElsewhere';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE') return 'noRoom';
  return code?.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'sealBroken' ? 'damaged' : 'failed';
}

function sizeOfAll(folder: string): number {
  return rewritten.reduce((sum, name) => sum + sizeOf(join(folder, name)), 0);
}

function sizeOf(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info?.isDirectory()) return info?.size ?? 0;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
