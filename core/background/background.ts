import { Worker } from 'node:worker_threads';
import { endWorker } from '#core/background/end-worker.ts';
import { tasks } from '#core/background/tasks.ts';
import type { TaskInput, TaskOutput, Tasks } from '#core/background/tasks.ts';
import type { BackgroundAnswer, BackgroundRequest } from '#core/background/background-worker.ts';
import { leadOf } from '#core/clock/thread-clock.ts';
import { RightsError } from '#core/people/viewer/guard.ts';
import type { Store } from '#core/records/store.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface Background {
  /**
   * Does a task here when it touches few records, and in a thread with a connection of its own when it touches many.
   * @param records how many, about
   */
  run<Name extends keyof Tasks>(name: Name, actor: Actor, input: TaskInput<Name>, records: number): Promise<TaskOutput<Name>>;
  close(): Promise<void>;
}

/** So many records are written within some 50 ms, which nobody notices. */
const fewRecords = 200;

export function createBackground(store: Store): Background {
  const workers = new Set<Worker>();
  async function runInWorker(request: Omit<BackgroundRequest, 'clockLead' | 'database'>): Promise<unknown> {
    const workerData: BackgroundRequest = { ...request, database: store.connection.file, clockLead: leadOf(store.now) };
    const worker = new Worker(new URL('./background-worker.ts', import.meta.url), { workerData });
    workers.add(worker);
    worker.once('exit', () => workers.delete(worker));
    const answer = await answerOf(worker);
    if (answer.type === 'refused') throw new RightsError(answer.permission);
    for (const event of answer.saved) store.announce(event);
    return answer.result;
  }
  return {
    async run(name, actor, input, records) {
      const task = tasks[name] as (store: Store, actor: Actor, input: unknown) => Promise<unknown>;
      const isSmall = records <= fewRecords;
      const result = isSmall ? await task(store, actor, input) : await runInWorker({ name, actor, input });
      return result as TaskOutput<typeof name>;
    },
    async close() {
      await Promise.all([...workers].map((worker) => endWorker(worker)));
    },
  };
}

function answerOf(worker: Worker): Promise<BackgroundAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the background thread ended without an answer')));
  });
}
