import { parentPort, workerData } from 'node:worker_threads';
import { clockWithLead } from '#core/clock/thread-clock.ts';
import { tasks } from '#core/background/tasks.ts';
import type { Tasks } from '#core/background/tasks.ts';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import { RightsError } from '#core/people/viewer/guard.ts';
import type { SavedByProgram } from '#core/records/written.ts';
import { createStore } from '#core/records/store.ts';
import type { Store } from '#core/records/store.ts';
import type { Actor, Permission } from '#shared/people/permission.ts';

export interface BackgroundRequest {
  readonly database: DatabaseFile;
  readonly clockLead: number;
  readonly name: keyof Tasks;
  readonly actor: Actor;
  readonly input: unknown;
}

export type BackgroundAnswer =
  | {
      readonly type: 'done';
      readonly result: unknown;
      /** What to tell the windows. */
      readonly saved: readonly SavedByProgram[];
    }
  /** Whoever acts may not do it. */
  | { readonly type: 'refused'; readonly permission: Permission };

const { database, clockLead, name, actor, input } = workerData as BackgroundRequest;
const connection = connect(database, { busyTimeout: 60_000, cacheSize: 256 });
try {
  const store = createStore(connection, clockWithLead(clockLead));
  const saved: SavedByProgram[] = [];
  store.onSaved((event) => saved.push(event));
  const task = tasks[name] as (store: Store, actor: Actor, input: unknown) => Promise<unknown>;
  parentPort?.postMessage({ type: 'done', result: await task(store, actor, input), saved } satisfies BackgroundAnswer);
} catch (error) {
  if (!(error instanceof RightsError)) throw error;
  parentPort?.postMessage({ type: 'refused', permission: error.permission } satisfies BackgroundAnswer);
} finally {
  connection.close();
}
