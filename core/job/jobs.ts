import { EventEmitter, on } from 'node:events';
import { newId } from '#core/records/new-id.ts';
import { isDiskFull } from '#core/disk-full.ts';
import type { Job } from '#shared/job/contract.ts';

export interface JobControl {
  readonly id: string;
  readonly signal: AbortSignal;
  report(progress: { readonly done: number; readonly total: number | null }): void;
}

/** What went wrong in a job, for a person: a stable code and its details. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number>>;
  constructor(code: string, detail: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** Long work under way, and that of the last hours. */
export interface Jobs {
  start(work: (control: JobControl) => Promise<void>): Job;
  get(id: string): Job | undefined;
  /** Yields the job at once, and at each change until it has ended. */
  watch(id: string, signal?: AbortSignal): AsyncGenerator<Job>;
  cancel(id: string): Job | undefined;
}

const keptJobs = 50;

export function createJobs(): Jobs {
  const jobs = new Map<string, Job>();
  const controllers = new Map<string, AbortController>();
  const changes = new EventEmitter().setMaxListeners(0);
  function set(job: Job) {
    jobs.set(job.id, job);
    changes.emit(job.id, job);
    const oldest = jobs.keys().next().value;
    if (jobs.size > keptJobs && oldest !== undefined) jobs.delete(oldest);
  }
  function update(id: string, change: Partial<Job>) {
    const job = jobs.get(id);
    if (job?.state === 'running') set({ ...job, ...change });
  }
  async function run(id: string, work: (control: JobControl) => Promise<void>, controller: AbortController) {
    try {
      await work({ id, signal: controller.signal, report: (progress) => update(id, progress) });
      update(id, { state: 'done' });
    } catch (error) {
      if (controller.signal.aborted) update(id, { state: 'cancelled' });
      else update(id, { state: 'failed', error: toJobError(error) });
    } finally {
      controllers.delete(id);
    }
  }
  return {
    start(work) {
      const id = newId();
      const controller = new AbortController();
      controllers.set(id, controller);
      const job: Job = { id, state: 'running', done: 0, total: null, error: null };
      set(job);
      void run(id, work, controller);
      return job;
    },
    get: (id) => jobs.get(id),
    async *watch(id, signal) {
      const job = jobs.get(id);
      if (!job) return;
      const events = on(changes, id, signal ? { signal } : {});
      yield job;
      if (jobs.get(id)?.state !== 'running') {
        const ended = jobs.get(id);
        if (ended && ended !== job) yield ended;
        return;
      }
      for await (const [changed] of events as AsyncIterable<[Job]>) {
        yield changed;
        if (changed.state !== 'running') return;
      }
    },
    cancel(id) {
      controllers.get(id)?.abort();
      return jobs.get(id);
    },
  };
}

function toJobError(error: unknown): Job['error'] {
  if (isDiskFull(error)) return { code: 'diskFull', detail: {} };
  if (error instanceof Error && 'code' in error && 'detail' in error) {
    const { code, detail } = error as unknown as JobError;
    return { code: String(code), detail: { ...detail } };
  }
  return { code: 'unexpected', detail: { message: error instanceof Error ? error.message : String(error) } };
}
