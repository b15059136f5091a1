import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import type { MessageValues } from '#renderer/app/text.ts';
import { UndoToast } from '#renderer/app/UndoToast.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const timeToRead = 5_000;
const timeToUndo = 12_000;

/** Says that something was done; with `undoActId`, offers to undo it. */
export function notifyDone(
  text: MessageKey,
  values: MessageValues = {},
  { undoActId }: { readonly undoActId?: string } = {},
): void {
  if (undoActId === undefined) {
    notifications.show({ message: createElement(Message, { id: text, values }), autoClose: timeToRead });
    return;
  }
  const id = `undo-${undoActId}`;
  const close = () => notifications.hide(id);
  const message = createElement(UndoToast, { text, values, actId: undoActId, onClose: close });
  notifications.show({ id, message, autoClose: timeToUndo });
}

/** Says what went wrong, what was kept and what to do. */
export function notifyError(error: unknown): void {
  const text = errorText(error);
  // The same trouble told once: ten queries that fail together are one piece of news.
  notifications.show({
    id: text,
    color: 'red',
    message: createElement(Message, { id: text }),
    autoClose: timeToUndo,
    role: 'alert',
  });
}
