import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import type { MessageKey } from '#shared/messages/catalogue.ts';

/** Says why something can't be done, in words of its own. */
export function toastProblem(text: MessageKey): void {
  notifications.show({ id: text, color: 'orange', message: createElement(Message, { id: text }), autoClose: 12_000 });
}
