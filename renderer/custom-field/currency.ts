import { useMemo } from 'react';
import { useSettings } from '#renderer/app/settings.tsx';

/** Money of the countries Cartera's users are in; elsewhere the bare amount is shown. */
const currencies: Readonly<Record<string, string>> = {
  AR: 'ARS',
  BO: 'BOB',
  BR: 'BRL',
  BY: 'BYN',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CO: 'COP',
  CR: 'CRC',
  DO: 'DOP',
  GB: 'GBP',
  GT: 'GTQ',
  HN: 'HNL',
  KZ: 'KZT',
  MX: 'MXN',
  NI: 'NIO',
  PE: 'PEN',
  PY: 'PYG',
  RU: 'RUB',
  UA: 'UAH',
  US: 'USD',
  EC: 'USD',
  SV: 'USD',
  PA: 'USD',
  UY: 'UYU',
  VE: 'VES',
  AO: 'AOA',
  MZ: 'MZN',
  AT: 'EUR',
  BE: 'EUR',
  CY: 'EUR',
  DE: 'EUR',
  EE: 'EUR',
  ES: 'EUR',
  FI: 'EUR',
  FR: 'EUR',
  GR: 'EUR',
  HR: 'EUR',
  IE: 'EUR',
  IT: 'EUR',
  LT: 'EUR',
  LU: 'EUR',
  LV: 'EUR',
  MT: 'EUR',
  NL: 'EUR',
  PT: 'EUR',
  SI: 'EUR',
  SK: 'EUR',
};

/** Amounts in the money of the user's country. */
export function useCurrency(): { readonly writeMoney: (amount: number) => string } {
  const { language, country } = useSettings();
  return useMemo(() => {
    const currency = currencies[country];
    const style = currency === undefined ? { minimumFractionDigits: 2 } : ({ style: 'currency', currency } as const);
    const format = new Intl.NumberFormat(`${language}-${country}`, style);
    return { writeMoney: (amount) => format.format(amount) };
  }, [language, country]);
}
