import { catalogue } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import { messageText } from '#shared/messages/message-text.ts';
import { toMajor } from '#shared/money/money.ts';
import type { Money } from '#shared/money/money.ts';
import type { Language } from '#shared/settings/contract.ts';

const names: Readonly<Record<string, MessageKey>> = {
  purpose: 'privacy.purpose',
  given: 'privacy.consents',
  saidOn: 'privacy.saidOn',
  note: 'party.field.notes',
  at: 'audit.column.at',
  'consent.source': 'privacy.how',
};

/** Where the words of a value that is a code begin. */
const valuePrefixes: Readonly<Record<string, string>> = {
  type: 'party.type.',
  kind: 'party.kind.',
  label: 'party.label.',
  service: 'party.messenger.',
  preferredChannel: 'party.channel.',
  doNotContact: 'party.channel.',
  purpose: 'privacy.purpose.',
};

const isMessage = (key: string): key is MessageKey => Object.hasOwn(catalogue, key);

/** What a field is called; one that has no words of its own keeps its key, so that nothing is left out. */
export function fieldName(field: string, language: Language, type = 'party'): string {
  const key = names[`${type}.${field}`] ?? names[field] ?? `party.field.${field}`;
  return isMessage(key) ? messageText(key, language) : field;
}

/** A value in words where it is a code or a day, else as it is kept. */
export function valueWords(field: string, value: unknown, language: Language): string {
  if (field === 'given') return messageText(value === 1 ? 'privacy.given' : 'privacy.withdrawn', language);
  if (typeof value === 'boolean') return messageText(value ? 'common.yes' : 'common.no', language);
  const text = String(value);
  const codes = valuePrefixes[field];
  if (codes !== undefined) return codeWords(codes, text, language);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));
}

/** What a code says; one that has no words is kept. @param codes where the words of such codes begin */
export function codeWords(codes: string, code: string, language: Language): string {
  const key = `${codes}${code}`;
  return isMessage(key) ? messageText(key, language) : code;
}

export function moneyWords(money: Money, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: money.currency }).format(toMajor(money));
}
