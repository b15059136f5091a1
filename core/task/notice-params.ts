import type { ReadDb } from '#core/database/connection.ts';
import type { TaskRow } from '#core/task/task.ts';
import type { Notice } from '#shared/notice/contract.ts';

/** The words with which somebody is told of a task; `dueAt` is left out where it has none. */
export function noticeParams(db: ReadDb, task: TaskRow, who: string): Notice['params'] {
  const client =
    task.partyId === null ? undefined : db.readColumn<[string], string>('SELECT title FROM party WHERE id = ?').get(task.partyId);
  const { title, type, dueAt } = task;
  return { title, type, client: client ?? '', who, ...(dueAt !== null && { dueAt }) };
}
