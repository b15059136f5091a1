import { Metadata } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

/** How people of a country dial: what stands before a number at home, and what before one abroad. */
export interface DialingRules {
  /** "0", "8", "06" before the area code; '' where nothing is dialed. */
  readonly trunkPrefix: string;
  /** Matches the digits of the international prefix at the start ("00", "810", "011"). */
  readonly abroad: RegExp;
}

const rulesByCountry = new Map<CountryCode, DialingRules>();

/** "00" counts everywhere, since numbers are copied across borders. */
const abroadAnywhere = /^00/;

export function dialingRulesOf(country: CountryCode | undefined): DialingRules {
  if (country === undefined) return { trunkPrefix: '', abroad: abroadAnywhere };
  const known = rulesByCountry.get(country);
  if (known !== undefined) return known;
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  // The library's type leaves this method out; it has it, and returns undefined where nothing is dialed.
  const plan = metadata.numberingPlan as unknown as { IDDPrefix(): string; nationalPrefix(): string | undefined };
  const rules = { trunkPrefix: plan.nationalPrefix() ?? '', abroad: new RegExp(`^(?:${plan.IDDPrefix()}|00)`) };
  rulesByCountry.set(country, rules);
  return rules;
}
