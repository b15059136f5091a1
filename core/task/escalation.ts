import { defineDuty } from '#core/clock/duty.ts';
import { notify } from '#core/notice/commands.ts';
import { findPerson, headOf } from '#core/people/queries.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord } from '#core/records/write.ts';
import { doDueTasks } from '#core/task/do-due.ts';
import { noticeParams } from '#core/task/notice-params.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

/** Which tasks became overdue, and nobody noticed yet. */
export const dueToEscalate = {
  // Without being told, SQLite takes the index of all open tasks, of which most may have been overdue for long.
  source: 'task INDEXED BY task_to_escalate',
  condition: `status = 'open' AND escalate = 1 AND escalated_at IS NULL AND overdue_at <= ?`,
  order: 'overdue_at',
} as const;

defineDuty({ name: 'escalation', run: (core) => doDueTasks(core, { ...dueToEscalate, on: 'main', handle: escalate }) });

/** Tells the head, once for each moment it became overdue at. Whoever has no head above is told nothing, but rules are. */
function escalate(act: Act, task: TaskRow) {
  const { id, assigneeId, overdueAt } = task;
  if (overdueAt === null) return;
  const head = headOf(act.tx, assigneeId);
  const escalatedTo = head === assigneeId ? null : head;
  if (escalatedTo !== null) {
    notify(act, {
      id: deterministicId('overdue', id, overdueAt, escalatedTo),
      userId: escalatedTo,
      kind: 'overdue',
      at: overdueAt,
      params: noticeParams(act.tx, task, findPerson(act.tx, assigneeId)?.name ?? ''),
      record: { type: 'task', id },
    });
  }
  changeRecord(act, taskRecord, { id, changes: { escalatedAt: overdueAt, escalatedTo } });
}
