import type { Language } from '#shared/settings/contract.ts';

/** One message in ICU MessageFormat, in every language of the interface. */
export type Translations = Readonly<Record<Language, string>>;

/** Declares the messages of a feature; a language left out doesn't build. Keys begin with the feature's name. */
export function defineMessages<const Messages extends Readonly<Record<string, Translations>>>(messages: Messages): Messages {
  return messages;
}
