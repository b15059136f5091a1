import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A phone as shown: as people at home write it for the user's own country, with its country code otherwise. Its spaces
 * don't break over lines. What can't be read comes back unchanged.
 */
export function formatPhone(e164: string, country: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  const text = number.country === country.toUpperCase() ? number.formatNational() : number.formatInternational();
  return text.replaceAll(' ', '\u00a0');
}
