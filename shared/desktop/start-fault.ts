import { desktopMessages } from '#shared/desktop/messages.ts';
import type { Language } from '#shared/settings/contract.ts';

/** Why the data of a folder can't be used; `path` is the database's file, `backup` the copy made before something failed. */
export type StartFault = { readonly code: string; readonly path: string; readonly backup?: string };

/** Whether an error is one that a person can do something about, by the shape that crosses processes. */
export function isStartFault(error: unknown): error is StartFault {
  const { code, path } = Object(error) as Partial<StartFault>;
  return typeof path === 'string' && typeof code === 'string' && `desktop.${code}` in desktopMessages;
}

/** Says in a person's words why the app can't start. A code that nobody knows is told as a file that doesn't open. */
export function startFaultText({ code, path, backup = '' }: StartFault, language: Language): string {
  const texts: Readonly<Record<string, Readonly<Record<Language, string>>>> = desktopMessages;
  const text = texts[`desktop.${code}`] ?? desktopMessages['desktop.cannotOpen'];
  return text[language].replace('{path}', path).replace('{backup}', backup);
}
