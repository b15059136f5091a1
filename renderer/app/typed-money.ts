import { readTypedNumber } from '#renderer/custom-field/typed-value.ts';
import { minorDigits, toMajor, toMinor } from '#shared/money/money.ts';

interface TypedMoneyOptions {
  readonly locale: string;
  readonly currency: string;
}

/** An amount as people type it ("1.250,5", "1 250 €"), in minor units. @returns null when it is no amount */
export function readTypedMoney(text: string, { locale, currency }: TypedMoneyOptions): number | null {
  const major = readTypedNumber(text.replaceAll(currency, ''), locale);
  return major === null ? null : toMinor(major, currency);
}

/** An amount as one would type it again: "1250,50". */
export function writeTypedMoney(amount: number, { locale, currency }: TypedMoneyOptions): string {
  const digits = amount % 10 ** minorDigits(currency) === 0 ? 0 : minorDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(toMajor({ amount, currency }));
}

/** A share as people type it ("21", "10,5 %"), in basis points. @returns null when it is none */
export function readTypedRate(text: string, locale: string): number | null {
  const percent = readTypedNumber(text.replace('%', ''), locale);
  return percent === null || percent < 0 || percent > 100 ? null : Math.round(percent * 100);
}

/** Basis points as one would type them again: "10,5". */
export function writeTypedRate(rate: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 }).format(rate / 100);
}
