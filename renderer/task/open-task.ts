import { useSyncExternalStore } from 'react';
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

let opened: OpenedTask | null = null;
const listeners = new Set<() => void>();

/** Opens the dialog of a new task, from anywhere. */
export function openNewTask(start: TaskStart = {}): void {
  setOpened({ type: 'new', start });
}

export function openTask(task: Task): void {
  setOpened({ type: 'edit', task });
}

/** Opens the dialog in which a task is closed: what came out, and what is next. */
export function openCloseTask(task: Task): void {
  setOpened({ type: 'close', task });
}

/** Asks why a task is no longer needed. */
export function openCancelTask(task: Task): void {
  setOpened({ type: 'cancel', task });
}

export function closeTaskDialog(): void {
  setOpened(null);
}

/** The dialog of a task that is open; null while none is. */
export function useOpenedTask(): OpenedTask | null {
  return useSyncExternalStore(subscribe, () => opened);
}

function setOpened(next: OpenedTask | null): void {
  opened = next;
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
