import { messageText } from '#shared/messages/message-text.ts';
import { countedTypes } from '#shared/privacy/counted-types.ts';
import type { Language } from '#shared/settings/contract.ts';

/** What a kind of record is called where they are counted. */
export function typeName(type: string, language: Language): string {
  const known = countedTypes.find((name) => name === type);
  return known === undefined ? type : messageText(`privacy.type.${known}`, language);
}
