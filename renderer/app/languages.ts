import type { Language } from '#shared/settings/contract.ts';

/** Each language in its own name, as its speakers look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  es: 'Español',
  pt: 'Português',
  el: 'Ελληνικά',
  ru: 'Русский',
  en: 'English',
};

export const interfaceLanguages = Object.keys(languageNames) as readonly Language[];

/** The first of the system's languages that the interface speaks; English when there is none. */
export function guessLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = interfaceLanguages.find((language) => language === tag.slice(0, 2).toLowerCase());
    if (found !== undefined) return found;
  }
  return 'en';
}

/** The country in the first of the system's languages that names one, as "es-MX" does. */
export function guessCountry(wanted: readonly string[]): string | null {
  for (const tag of wanted) {
    const region = /-([A-Za-z]{2})(?:-|$)/.exec(tag)?.[1];
    if (region !== undefined) return region.toUpperCase();
  }
  return null;
}
