import { createIntl, createIntlCache } from 'react-intl';
import { messagesIn } from '#shared/messages/catalogue.ts';
import type { MessageKey } from '#shared/messages/catalogue.ts';
import type { Language } from '#shared/settings/contract.ts';

/** What the interface says for a key, as a reader of that language sees it. */
export type Words = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The interface's words in one language, so that specs name what is on the screen without copying it. */
export function wordsIn(language: Language, country = 'ES'): Words {
  const intl = createIntl({ locale: `${language}-${country}`, messages: messagesIn(language) }, createIntlCache());
  return (key, values = {}) => intl.formatMessage({ id: key }, values);
}

/** The words of English, which most specs run in. */
export const say = wordsIn('en');
