import { languages, type Language } from '#shared/settings/contract.ts';

/** The first of the system's languages, in its order of preference, that the app speaks. English when it speaks none. */
export function chooseLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.toLowerCase().split('-')[0]);
  return spoken.map((code) => languages.find((language) => language === code)).find((language) => language !== undefined) ?? 'en';
}
