import { Notification } from 'electron';
import type { CoreNotice } from './channels.ts';

/** Those on the screen: one that is garbage-collected loses its click. */
const shown = new Set<Notification>();

/** Shows a notice of the computer's own, without a sound; a click opens the window. */
export function showNotice({ head, text }: CoreNotice, icon: string, onClick: () => void): void {
  if (!Notification.isSupported()) {
    return;
  }
  const notice = new Notification({ title: head, body: text, icon, silent: true });
  shown.add(notice);
  notice.on('click', onClick);
  notice.on('close', () => shown.delete(notice));
  notice.show();
}
