import { getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

/** ISO codes of the countries whose numbering rules are known, A to Z. Their names come from `Intl.DisplayNames`. */
export const phoneCountries: readonly CountryCode[] = [...getCountries()].sort();

/** The country as the phone rules know it; undefined for one they have no rules for, or none. */
export function toPhoneCountry(country: string): CountryCode | undefined {
  const code = country.toUpperCase();
  return isSupportedCountry(code) ? code : undefined;
}

/** "34" for "ES"; '' for a country without known rules. */
export function callingCodeOf(country: string): string {
  const code = toPhoneCountry(country);
  return code === undefined ? '' : getCountryCallingCode(code);
}
