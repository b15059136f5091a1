import type { TaskType } from '#shared/task/contract.ts';

interface DueTask {
  readonly type: TaskType;
  readonly dueAt: number | null;
  readonly durationMinutes: number | null;
}

/** Who is on a visit or in a meeting isn't late for it; who has not said that it is over when it should be, is. UTC milliseconds. */
export function overdueAtOf({ type, dueAt, durationMinutes }: DueTask): number | null {
  if (dueAt === null) return null;
  const takesItsTime = type === 'visit' || type === 'meeting';
  return takesItsTime ? dueAt + (durationMinutes ?? 0) * 60_000 : dueAt;
}
