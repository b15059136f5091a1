import { setImmediate as pause } from 'node:timers/promises';
import { dutiesOf } from '#core/clock/own-duties.ts';
import type { Core } from '#core/core.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { systemActor } from '#core/people/allow.ts';
import type { Act } from '#core/records/act.ts';
import { decodeRow } from '#core/records/write.ts';
import { isInUse } from '#core/task/in-use.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';

/** So many tasks are dealt with in one transaction, for others want to save too. */
const batchSize = 200;

interface DueTasks {
  /** The table task, with the index to use. */
  readonly source: string;
  /** Which ones are due at the moment that stands for its one `?`, by which order. */
  readonly condition: string;
  readonly order: string;
  /** On which computers of the task's branch it is done. */
  readonly on: 'main' | 'every';
  /** Deals with one, so that it isn't due any more. */
  readonly handle: (act: Act, task: TaskRow) => void;
}

/** Deals with every task that is due, in acts of the program itself. */
export async function doDueTasks({ store }: Core, { source, condition, order, on, handle }: DueTasks): Promise<void> {
  const find = (db: ReadDb, at: number) => {
    const ours = dutiesOf(db, 'task.branch_id', on);
    return db
      .read<(number | string | null)[], Record<string, unknown>>(
        `SELECT * FROM ${source} WHERE ${condition} AND ${ours.sql} AND ${isInUse} ORDER BY ${order} LIMIT ?`,
      )
      .all(at, ...ours.parameters, batchSize)
      .map((row) => decodeRow(taskRecord, row));
  };
  for (;;) {
    const due = find(store.db, store.now());
    if (due.length === 0) return;
    const subject = due.length === 1 ? (due[0]?.title ?? '') : '';
    await store.perform({ actor: systemActor, kind: 'clock', subject }, (act) => {
      // Another program may have been faster.
      for (const task of find(act.tx, act.at)) handle(act, task);
    });
    if (due.length < batchSize) return;
    await pause();
  }
}
