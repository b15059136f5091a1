import { createSharedValue } from '#renderer/app/shared-value.ts';
import type { Task, TaskInput } from '#shared/task/contract.ts';

/** What a new task begins with, and the names of whom and what it is about. */
export interface TaskStart extends TaskInput {
  readonly partyTitle?: string;
  readonly dealTitle?: string;
}

export type OpenedTask =
  | { readonly type: 'new'; readonly start: TaskStart }
  | { readonly type: 'edit'; readonly task: Task }
  | { readonly type: 'close'; readonly task: Task }
  | { readonly type: 'cancel'; readonly task: Task };

const opened = createSharedValue<OpenedTask | null>(null);

/** Opens the dialog of a new task, from anywhere. */
export function openNewTask(start: TaskStart = {}): void {
  opened.set({ type: 'new', start });
}

export function openTask(task: Task): void {
  opened.set({ type: 'edit', task });
}

/** Opens the dialog in which a task is closed: what came out, and what is next. */
export function openCloseTask(task: Task): void {
  opened.set({ type: 'close', task });
}

/** Asks why a task is no longer needed. */
export function openCancelTask(task: Task): void {
  opened.set({ type: 'cancel', task });
}

export function closeTaskDialog(): void {
  opened.set(null);
}

/** The dialog of a task that is open; null while none is. */
export function useOpenedTask(): OpenedTask | null {
  return opened.useValue();
}
