import { parentPort, workerData } from 'node:worker_threads';
import { clockWithLead } from '#core/clock/thread-clock.ts';
import { tasks } from '#core/background/tasks.ts';
import type { Tasks } from '#core/background/tasks.ts';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import { createStore } from '#core/records/store.ts';
import type { Store } from '#core/records/store.ts';
import type { SavedEvent } from '#shared/event/contract.ts';
import type { Actor } from '#shared/people/permission.ts';

export interface BackgroundRequest {
  readonly database: DatabaseFile;
  readonly clockLead: number;
  readonly name: keyof Tasks;
  readonly actor: Actor;
  readonly input: unknown;
}

export interface BackgroundAnswer {
  readonly result: unknown;
  /** What to tell the windows. */
  readonly saved: readonly SavedEvent[];
}

const { database, clockLead, name, actor, input } = workerData as BackgroundRequest;
const connection = connect(database, { busyTimeout: 60_000, cacheSize: 256 });
try {
  const store = createStore(connection, clockWithLead(clockLead));
  const saved: SavedEvent[] = [];
  store.onSaved((event) => saved.push(event));
  const task = tasks[name] as (store: Store, actor: Actor, input: unknown) => Promise<unknown>;
  parentPort?.postMessage({ result: await task(store, actor, input), saved } satisfies BackgroundAnswer);
} finally {
  connection.close();
}
