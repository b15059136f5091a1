import { useText } from '#renderer/app/text.ts';
import type { Task } from '#shared/task/contract.ts';

/** What a task is called with whom and what it is about, none of it twice: a rule's task mostly names its client already. */
export function namesOnce(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => name !== '' && !names.slice(0, index).some((earlier) => earlier.includes(name)));
}

/** `titleOf(task)`: what is to be done; the type where nothing was written. */
export function useTaskTitle(): (task: Pick<Task, 'title' | 'type'>) => string {
  const t = useText();
  return ({ title, type }) => (title === '' ? t(`task.type.${type}`) : title);
}
