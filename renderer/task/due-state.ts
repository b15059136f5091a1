import type { Task } from '#shared/task/contract.ts';
import { overdueAtOf } from '#shared/task/overdue-at.ts';
import { dateAt } from '#shared/time/zone.ts';

export type DueState = 'overdue' | 'today' | 'later' | 'undated';

/** How urgent an open task is now. */
export function dueStateOf(
  task: Pick<Task, 'type' | 'dueAt' | 'durationMinutes'>,
  { now, zone }: { readonly now: number; readonly zone: string },
): DueState {
  const overdueAt = overdueAtOf(task);
  if (task.dueAt === null || overdueAt === null) return 'undated';
  if (overdueAt <= now) return 'overdue';
  return task.dueAt <= now || dateAt(task.dueAt, zone) === dateAt(now, zone) ? 'today' : 'later';
}

/** The text colour of each. */
export const dueColours: Readonly<Record<DueState, string>> = {
  overdue: 'var(--mantine-color-error)',
  today: 'light-dark(var(--mantine-color-teal-8), var(--mantine-color-teal-3))',
  later: 'var(--mantine-color-text)',
  undated: 'var(--mantine-color-dimmed)',
};
