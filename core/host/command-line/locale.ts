import { toPhoneCountry } from '#shared/phone/countries.ts';
import { languages } from '#shared/settings/contract.ts';
import type { Language } from '#shared/settings/contract.ts';

/** The system's locale, such as "es-ES". */
export function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}

/** The language of the interface that a locale asks for; English where it asks for one that isn't spoken. */
export function languageOfLocale(locale: string): Language {
  const code = locale.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === code) ?? 'en';
}

/** The country of a locale, or undefined when it says none ("C", "en"). */
export function countryOfLocale(locale: string): string | undefined {
  if (/posix/i.test(locale)) return undefined;
  try {
    const { region } = new Intl.Locale(locale);
    return region === undefined ? undefined : toPhoneCountry(region);
  } catch {
    return undefined;
  }
}
