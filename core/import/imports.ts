import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { endWorker } from '#core/background/end-worker.ts';
import { leadOf } from '#core/clock/thread-clock.ts';
import { withTemporaryFolder } from '#core/file/temporary-folder.ts';
import { storableFileName } from '#core/file/file-name.ts';
import type { ImportWorkerData, ImportWorkerMessage } from '#core/import/import-worker.ts';
import type { ImportResult } from '#core/import/import-result.ts';
import type { ImportJob } from '#core/import/run-import.ts';
import { JobError } from '#core/job/jobs.ts';
import type { JobControl, Jobs } from '#core/job/jobs.ts';
import { newId } from '#core/records/new-id.ts';
import type { Store } from '#core/records/store.ts';
import type { Job } from '#shared/job/contract.ts';
import type { Actor } from '#shared/people/permission.ts';
import { createDiskFiles } from '#wire/disk-files.ts';

export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
  /** Where it lies; encrypted where the data is, so read it by `reading`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Files handed over, and what was planned and imported from them. */
export interface Imports {
  keepFile(file: File): Promise<UploadedFile>;
  findFile(fileId: string): Promise<UploadedFile | undefined>;
  /** Has a file that was handed over read as it was; `path` holds for as long as the work takes. */
  reading<Result>(path: string, work: (path: string) => Promise<Result>): Promise<Result>;
  start(mode: ImportWorkerData['mode'], job: ImportJob, actor: Actor): Job;
  /** What came of a job that is done. */
  result(jobId: string): { readonly job: ImportJob; readonly result: ImportResult } | undefined;
  /** Forgets all rows of files: somebody in them was erased for good. */
  forgetResults(): void;
  close(): Promise<void>;
}

export interface ImportsOptions {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly dataDirectory: string;
  /** Puts a copy of the data aside before much is changed in it. */
  readonly backUp: () => Promise<void>;
}

/** Files not imported are forgotten after a day, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000;
/** What lies in the folder of a file that was handed over, where the data is encrypted. */
const sealedNames = { content: 'content', name: 'name' } as const;
/** Results hold every row of a file, so that only the last ones are kept. */
const keptResults = 4;

export function createImports({ store, jobs, dataDirectory, backUp }: ImportsOptions): Imports {
  const directory = join(dataDirectory, 'imports');
  const results = new Map<string, { readonly job: ImportJob; readonly result: ImportResult }>();
  const workers = new Set<Worker>();
  const { key } = store.connection.file;
  const disk = createDiskFiles(key);
  void forgetOldFiles(directory, store.now());

  /** What a file in a folder of its own is called; with a key its name tells nobody who is in it. */
  async function nameOf(folder: string): Promise<string> {
    if (key === null) return (await readdir(folder))[0] ?? '';
    const pieces: Buffer[] = [];
    for await (const piece of disk.readAll(join(folder, sealedNames.name))) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  }
  async function reading<Result>(path: string, read: (path: string) => Promise<Result>): Promise<Result> {
    if (key === null) return read(path);
    // Readers of spreadsheets need a file.
    return withTemporaryFolder(dataDirectory, async (folder) => {
      const plain = join(folder, await nameOf(dirname(path)));
      await pipeline(disk.readAll(path), createWriteStream(plain));
      return read(plain);
    });
  }
  async function work(control: JobControl, data: ImportWorkerData) {
    // An import is one act that can be undone: that a disk for backups is full is no reason to refuse it.
    if (data.mode === 'run') await backUp().catch(() => undefined);
    return await reading(data.job.path, (path) => workOn(control, { ...data, job: { ...data.job, path } }));
  }
  async function workOn(control: JobControl, data: ImportWorkerData) {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), { workerData: data });
    workers.add(worker);
    worker.once('exit', () => workers.delete(worker));
    const cancel = () => worker.postMessage('cancel');
    control.signal.addEventListener('abort', cancel);
    try {
      const result = await finished(worker, control);
      results.set(control.id, { job: data.job, result });
      const oldest = results.keys().next().value;
      if (results.size > keptResults && oldest !== undefined) results.delete(oldest);
      if (data.mode === 'run') store.announce({ recordTypes: ['party', 'link', 'custom_field'], ids: null });
    } finally {
      control.signal.removeEventListener('abort', cancel);
    }
  }
  return {
    async keepFile(file) {
      const fileId = newId();
      const name = storableFileName(file.name);
      await mkdir(join(directory, fileId), { recursive: true });
      const path = join(directory, fileId, key === null ? name : sealedNames.content);
      try {
        if (key !== null) await disk.write(join(directory, fileId, sealedNames.name), [Buffer.from(name)]);
        await disk.write(path, Readable.fromWeb(file.stream() as never));
      } catch (error) {
        await rm(join(directory, fileId), { recursive: true, force: true });
        throw error;
      }
      return { fileId, name, path, size: file.size };
    },
    async findFile(fileId) {
      if (!/^[0-9a-f-]{36}$/.test(fileId)) return undefined;
      const name = await nameOf(join(directory, fileId)).catch(() => '');
      if (name === '') return undefined;
      const path = join(directory, fileId, key === null ? name : sealedNames.content);
      return { fileId, name, path, size: (await disk.sizeOf(path)) ?? 0 };
    },
    reading,
    start(mode, job, { userId, name }) {
      const data: ImportWorkerData = {
        database: store.connection.file,
        clockLead: leadOf(store.now),
        mode,
        job,
        actor: { id: userId, name },
      };
      return jobs.start((control) => work(control, data));
    },
    result: (jobId) => results.get(jobId),
    forgetResults: () => results.clear(),
    async close() {
      await Promise.all([...workers].map((worker) => endWorker(worker, 'cancel')));
    },
  };
}

function finished(worker: Worker, control: JobControl): Promise<ImportResult> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ImportWorkerMessage) => {
      if (message.type === 'progress') control.report({ done: message.done, total: null });
      else if (message.type === 'done') resolve(message.result);
      else reject(new JobError(message.code, message.detail));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new JobError('unexpected')));
  });
}

async function forgetOldFiles(directory: string, now: number) {
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(directory, name);
    const info = await stat(path).catch(() => undefined);
    if (info && now - info.mtimeMs > keptFor) await rm(path, { recursive: true, force: true });
  }
}
