import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { Language } from '#shared/settings/contract.ts';

export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * A message where there is no interface to show it: on the command line, in files. Values fill plain placeholders, such as
 * {name}; a message with plurals is for the interface.
 */
export function messageText(key: MessageKey, language: Language, values: MessageValues = {}): string {
  return catalogue[key][language].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
