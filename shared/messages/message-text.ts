import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { Language } from '#shared/settings/contract.ts';

/** A message without values, where there is no interface to show it: on the command line, in files. */
export function messageText(key: MessageKey, language: Language): string {
  return catalogue[key][language];
}
