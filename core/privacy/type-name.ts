import { messageText } from '#shared/messages/message-text.ts';
import type { Language } from '#shared/settings/contract.ts';

const names = [
  'party',
  'link',
  'lead',
  'deal',
  'deal_contact',
  'deal_line',
  'task',
  'notice',
  'activity',
  'file',
  'automation_run',
  'automation_step',
  'document',
  'payment',
  'conflict',
  'consent',
] as const;

/** What a kind of record is called where they are counted. */
export function typeName(type: string, language: Language): string {
  const known = names.find((name) => name === type);
  return known === undefined ? type : messageText(`privacy.type.${known}`, language);
}
