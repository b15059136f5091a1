import type { KeychainAnswer, KeychainQuestion } from './os-keychain.ts';

/** Between the page and its preload, as window messages. The page's side is in renderer/app/transport.ts. */
export const PAGE_ASKS_FOR_PORT = 'cartera:ask-port';
export const PAGE_GETS_PORT = 'cartera:port';

export const PAGE_ASKS_FOR_FILES = 'cartera:ask-files';
export const PAGE_GETS_FILE = 'cartera:file';

/** Between preload and main, over IPC: there are no other channels. */
export const ASK_FOR_PORT = 'ask-for-port';
export const HERE_IS_PORT = 'here-is-port';
export const ASK_FOR_FILES = 'ask-for-files';
export const HERE_IS_FILE = 'here-is-file';

/** A file that was opened with the app, as the page gets it. */
export type OpenedFile = { readonly name: string; readonly bytes: Uint8Array };

/** From main to the core's process. */
export type CoreMessage =
  | { readonly type: 'page' }
  | { readonly type: 'stop' }
  | { readonly type: 'keychain'; readonly id: number; readonly answer: KeychainAnswer };

/** From the core's process to main: the data can't be used, and starting again would not help. */
export type CoreFault = { readonly type: 'fault'; readonly code: string; readonly path: string };

/** From the core's process to main: something to tell the person, and whether the app stays in the tray without a window. */
export type CoreNotice = { readonly type: 'notice'; readonly id: string; readonly head: string; readonly text: string };
export type CoreStay = { readonly type: 'stayInTray'; readonly stays: boolean };
/** From the core's process to main: a question to the operating system's keychain. */
export type CoreKeychainQuestion = { readonly type: 'keychain'; readonly id: number; readonly question: KeychainQuestion };
export type CoreReport = CoreFault | CoreNotice | CoreStay;
