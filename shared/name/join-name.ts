import type { NameParts } from '#shared/name/split-full-name.ts';

/** Where lists put the family name first: Кузнецова Ольга Сергеевна. */
const familyFirstCountries = new Set(['RU', 'BY', 'KZ', 'UA']);

/** A person's name as shown in lists in a country (ISO code). */
export function joinName({ givenName, middleName, familyName }: Partial<NameParts>, country: string): string {
  const familyFirst = familyFirstCountries.has(country.toUpperCase());
  const parts = familyFirst ? [familyName, givenName, middleName] : [givenName, middleName, familyName];
  return parts
    .map((part) => part?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ');
}
