import type { Fault } from '#core/check/fault.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { decodeRow } from '#core/records/write.ts';
import { remindAtOf, taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';
import { overdueAtOf } from '#shared/task/overdue-at.ts';

/** Compares when each task is reminded of, and when it is late, with what its due moment says: a wrong one would be a missed call. */
export function checkTasks(db: ReadDb): readonly Fault[] {
  const faults: Fault[] = [];
  const wrong = { missing: 0, extra: 0, id: '' };
  const page = db.read<[string], Record<string, unknown>>('SELECT * FROM task WHERE id > ? ORDER BY id LIMIT 1000');
  for (let rows = page.all(''); rows.length > 0; rows = page.all(rows.at(-1)?.['id'] as string)) {
    for (const row of rows) {
      const id = row['id'] as string;
      const task = tryDecode(row);
      if (!task) faults.push({ code: 'unreadable', table: 'task', id });
      if (!task || isRight(task)) continue;
      if (task.remindAt === null || task.overdueAt === null) wrong.missing += 1;
      else wrong.extra += 1;
      wrong.id ||= id;
    }
  }
  return wrong.id === '' ? faults : [...faults, { code: 'derived', table: 'task', ...wrong }];
}

function isRight(task: TaskRow): boolean {
  return task.remindAt === remindAtOf(task) && task.overdueAt === overdueAtOf(task);
}

function tryDecode(row: Record<string, unknown>): TaskRow | undefined {
  try {
    return decodeRow(taskRecord, row);
  } catch {
    return undefined;
  }
}
