import type { Settings } from '#shared/settings/contract.ts';
import type { Random } from '#core/demo/random.ts';

/** What the shop lives from: shapes tags and notes. */
export type DemoTrade = Settings['trade'];

export interface DemoName {
  readonly givenName: string;
  readonly middleName: string;
  readonly familyName: string;
}

export interface DemoCity {
  readonly name: string;
  readonly region: string;
  /** The first characters of its postal codes. */
  readonly postalCode: string;
  /** Starts of its landline numbers, all of one length. */
  readonly landline: readonly string[];
  /** Starts of its mobile numbers where they depend on the city. */
  readonly mobile?: readonly string[];
}

/** How numbers look; "#" stands for the next digit of the national number. */
export interface PhonePlan {
  readonly callingCode: string;
  readonly mobile: readonly string[];
  readonly mobileLength: number;
  readonly landlineLength: number;
  /** As people write them at home. */
  readonly mobileMasks: readonly string[];
  readonly landlineMasks: readonly string[];
  /** As people write them abroad, always with a plus. */
  readonly mobileMasksAbroad: readonly string[];
  readonly landlineMasksAbroad: readonly string[];
}

export interface TradeWords {
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  /** Names of companies of the trade; "%" stands for one of the company words. */
  readonly companies: readonly string[];
}

/** Everything that makes demo people of one language believable. */
export interface DemoLocale {
  readonly country: string;
  readonly countryName: string;
  readonly phones: PhonePlan;
  readonly cities: readonly DemoCity[];
  readonly streets: readonly string[];
  /** House number and flat put behind the street; "#" are digits. */
  readonly houses: readonly string[];
  readonly postalCodeMask: string;
  readonly sources: readonly string[];
  readonly roles: readonly string[];
  readonly preferences: readonly string[];
  /** What is special in a company's name; "%" stands for a family name. */
  readonly companyWords: readonly string[];
  readonly legalForms: readonly string[];
  readonly trades: Readonly<Record<DemoTrade, TradeWords>>;
  makeName(random: Random): DemoName;
  /** Puts the legal form where the language has it. */
  nameCompany(name: string, legalForm: string): string;
  /** A tax number with right check digits; another for each serial below ten million. */
  makeTaxId(serial: number): string;
}

/** A list written with bars or line breaks between its items. */
export function listOf(text: string): readonly string[] {
  return text
    .split(/[|\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
