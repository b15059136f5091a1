import type { Task } from '#shared/task/contract.ts';

/** What changes of a task that gets another due moment. */
export function movedTo({ dueAt, leaveAt }: Pick<Task, 'dueAt' | 'leaveAt'>, to: number) {
  const leave = leaveAt !== null && dueAt !== null ? { leaveAt: leaveAt + to - dueAt } : {};
  return { dueAt: to, allDay: false, ...leave };
}
