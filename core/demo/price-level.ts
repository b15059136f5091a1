import { minorDigits, toMinor } from '#shared/money/money.ts';

/** What about a euro's worth costs in other money, for believable prices and nothing else. */
const perEuro: Readonly<Record<string, number>> = {
  RUB: 90,
  BYN: 3.5,
  KZT: 550,
  UAH: 45,
  BRL: 5,
  MXN: 20,
  ARS: 1500,
  CLP: 1000,
  COP: 4500,
  PEN: 4,
  UYU: 45,
  USD: 1.1,
  GBP: 0.9,
  AUD: 1.7,
  NZD: 1.9,
  CAD: 1.5,
  ZAR: 18,
  INR: 90,
  PLN: 4.2,
  CZK: 25,
  HUF: 390,
  RON: 5,
  SEK: 11,
  NOK: 11.5,
  DKK: 7.5,
  TRY: 45,
  AOA: 1000,
  MZN: 70,
  JPY: 160,
};

/** A price in euros as a shop would write it in another currency, in that one's minor units. */
export function localPrice(euros: number, currency: string): number {
  const factor = perEuro[currency] ?? 1;
  if (factor === 1 && minorDigits(currency) === 2) return toMinor(euros, currency);
  const value = euros * factor;
  const step = Math.max(10 ** (Math.floor(Math.log10(value)) - 1) / 2, 10 ** -minorDigits(currency));
  return toMinor(Math.round(value / step) * step, currency);
}
