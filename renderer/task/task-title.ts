import { useText } from '#renderer/app/text.ts';
import type { Task } from '#shared/task/contract.ts';

/** `titleOf(task)`: what is to be done; the type where nothing was written. */
export function useTaskTitle(): (task: Pick<Task, 'title' | 'type'>) => string {
  const t = useText();
  return ({ title, type }) => (title === '' ? t(`task.type.${type}`) : title);
}
