import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { errorText } from '#renderer/app/error-text.ts';
import { Message } from '#renderer/app/Message.tsx';
import type { MessageValues } from '#renderer/app/text.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';

const timeToRead = 5_000;
const timeToReadError = 12_000;

/** Says that something was done. */
export function toastDone(text: MessageKey, values: MessageValues = {}): void {
  notifications.show({ message: createElement(Message, { id: text, values }), autoClose: timeToRead });
}

/** Says what was done, and that it isn't all: it stays until somebody has read it. */
export function toastDoneInPart(text: MessageKey, values: MessageValues = {}): void {
  notifications.show({ color: 'orange', message: createElement(Message, { id: text, values }), autoClose: false });
}

/** Says what went wrong, what was kept and what to do. */
export function toastError(error: unknown): void {
  const text = errorText(error);
  // The same trouble told once: ten calls that fail together are one piece of news.
  notifications.show({ id: text, color: 'red', message: createElement(Message, { id: text }), autoClose: timeToReadError });
}
