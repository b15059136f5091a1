import { phoneCountries } from '#shared/phone/countries.ts';
import { foldText } from '#shared/text/fold-text.ts';

export interface CountryChoice {
  readonly value: string;
  readonly label: string;
}

/** All countries by their names in a language, in that language's order. */
export function countriesIn(language: string): readonly CountryChoice[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return phoneCountries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((one, other) => compare(one.label, other.label));
}

/** Whether a typed text is the beginning of a word of the country's name; case and accents don't matter. */
export function fitsCountry(label: string, typed: string): boolean {
  return ` ${foldText(label)}`.includes(` ${foldText(typed)}`);
}
