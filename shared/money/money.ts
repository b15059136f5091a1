import { z } from 'zod';

/** ISO 4217, such as EUR. */
export const currencySchema = z.string().regex(/^[A-Z]{3}$/);
/** An amount in a currency's minor unit (cents): always a whole number. */
export const amountSchema = z.number().int().min(-9_000_000_000_000).max(9_000_000_000_000);
/** Basis points: 2100 is 21 %. */
export const rateSchema = z.number().int().min(0).max(10_000);

export const moneySchema = z.object({ currency: currencySchema, amount: amountSchema });
export type Money = z.infer<typeof moneySchema>;

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  let known = digitsByCurrency.get(currency);
  if (known === undefined) {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    digitsByCurrency.set(currency, (known = maximumFractionDigits ?? 2));
  }
  return known;
}
const digitsByCurrency = new Map<string, number>();

/** Minor units as a number of the currency itself, for showing: 1250 EUR cents are 12.5. */
export function toMajor({ amount, currency }: Money): number {
  return amount / 10 ** minorDigits(currency);
}

/** A typed number as minor units, rounded half away from zero. */
export function toMinor(major: number, currency: string): number {
  return roundHalfUp(Number((major * 10 ** minorDigits(currency)).toFixed(4)));
}

/** Rounds half away from zero, as shops do. */
export function roundHalfUp(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

const currencyByCountry: Readonly<Record<string, string>> = {
  RU: 'RUB',
  BY: 'BYN',
  KZ: 'KZT',
  UA: 'UAH',
  BR: 'BRL',
  MX: 'MXN',
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  PE: 'PEN',
  UY: 'UYU',
  US: 'USD',
  GB: 'GBP',
  AU: 'AUD',
  NZ: 'NZD',
  CA: 'CAD',
  ZA: 'ZAR',
  IN: 'INR',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  BG: 'EUR',
  CH: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  TR: 'TRY',
  AO: 'AOA',
  MZ: 'MZN',
  GE: 'GEL',
  AM: 'AMD',
  AZ: 'AZN',
  UZ: 'UZS',
  KG: 'KGS',
  MD: 'MDL',
  RS: 'RSD',
  BO: 'BOB',
  PY: 'PYG',
  VE: 'VES',
  EC: 'USD',
  CR: 'CRC',
  GT: 'GTQ',
  DO: 'DOP',
  HN: 'HNL',
  NI: 'NIO',
  PA: 'PAB',
  SV: 'USD',
  CU: 'CUP',
  JP: 'JPY',
  CN: 'CNY',
  IL: 'ILS',
  AE: 'AED',
};

/** The money a country's shops are paid in; euro where nothing else is known. */
export function currencyOfCountry(country: string): string {
  return currencyByCountry[country] ?? 'EUR';
}
