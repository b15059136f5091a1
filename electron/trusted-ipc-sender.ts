import type { IpcMainEvent } from 'electron';
import { isOwnPage } from './page-address.ts';

/** Whether a message comes from the top frame of one of the app's own pages: no frame within it, no page that got there otherwise. */
export function isTrustedSender({ sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url);
}
