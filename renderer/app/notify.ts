import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import type { MessageValues } from '#renderer/app/text.ts';
import { toastDone, toastError } from '#renderer/app/toast.ts';
import { UndoToast } from '#renderer/app/UndoToast.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const timeToUndo = 12_000;

interface DoneOptions {
  /** The act that "Undo" undoes; without it nothing is offered. */
  readonly undoActId?: string;
}

/** Says that something was done; with `undoActId`, offers to undo it. */
export function notifyDone(text: MessageKey, values: MessageValues = {}, { undoActId }: DoneOptions = {}): void {
  if (undoActId === undefined) {
    toastDone(text, values);
    return;
  }
  const id = `undo-${undoActId}`;
  const onClose = () => notifications.hide(id);
  const message = createElement(UndoToast, { text, values, actId: undoActId, onClose });
  notifications.show({ id, message, autoClose: timeToUndo });
}

/** Says what went wrong, what was kept and what to do. */
export function notifyError(error: unknown): void {
  toastError(error);
}
