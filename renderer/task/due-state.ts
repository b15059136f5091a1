import type { Task } from '#shared/task/contract.ts';
import { dateAt } from '#shared/time/zone.ts';

export type DueState = 'overdue' | 'today' | 'later' | 'undated';

/** How urgent an open task is now. */
export function dueStateOf(task: Pick<Task, 'dueAt'>, { now, zone }: { readonly now: number; readonly zone: string }): DueState {
  const { dueAt } = task;
  if (dueAt === null) return 'undated';
  if (dueAt <= now) return 'overdue';
  return dateAt(dueAt, zone) === dateAt(now, zone) ? 'today' : 'later';
}

/** The text colour of each. */
export const dueColours: Readonly<Record<DueState, string>> = {
  overdue: 'var(--mantine-color-error)',
  today: 'light-dark(var(--mantine-color-teal-8), var(--mantine-color-teal-3))',
  later: 'var(--mantine-color-text)',
  undated: 'var(--mantine-color-dimmed)',
};
