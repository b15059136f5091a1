import { defineDuty } from '#core/clock/duty.ts';
import { notify } from '#core/notice/commands.ts';
import type { Act } from '#core/records/act.ts';
import { changeRecord } from '#core/records/write.ts';
import { doDueTasks } from '#core/task/do-due.ts';
import { noticeParams } from '#core/task/notice-params.ts';
import { taskRecord } from '#core/task/task.ts';
import type { TaskRow } from '#core/task/task.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';

/** Which tasks are to be reminded of. */
export const dueToRemind = { source: 'task INDEXED BY task_to_remind', condition: 'remind_at <= ?', order: 'remind_at' } as const;

defineDuty({ name: 'reminders', run: (core) => doDueTasks(core, { ...dueToRemind, on: 'every', handle: remind }) });

function remind(act: Act, task: TaskRow) {
  const { id, assigneeId, remindAt } = task;
  if (remindAt === null) return;
  notify(act, {
    id: deterministicId('reminder', id, remindAt),
    userId: assigneeId,
    kind: 'reminder',
    at: remindAt,
    params: noticeParams(act.tx, task, ''),
    record: { type: 'task', id },
  });
  changeRecord(act, taskRecord, { id, changes: { remindedAt: remindAt } });
}
