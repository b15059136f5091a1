import { useMemo } from 'react';
import { readTypedMoney, writeTypedMoney } from '#renderer/app/typed-money.ts';
import { readTypedNumber, writeTypedValue } from '#renderer/custom-field/typed-value.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';
import { useCurrencyCode } from '#renderer/deal/use-currency-code.ts';

/** How amounts, numbers and days are typed here, and written again. Money is in minor units of the shop's currency. */
export function useTyping() {
  const locale = useLocale();
  const currency = useCurrencyCode();
  return useMemo(() => {
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(
      0,
    );
    return {
      money: {
        unit: parts.find(({ type }) => type === 'currency')?.value ?? currency,
        read: (text: string) => readTypedMoney(text, { locale, currency }),
        write: (amount: number) => writeTypedMoney(amount, { locale, currency }),
      },
      number: {
        unit: '',
        read: (text: string) => readTypedNumber(text, locale),
        write: (value: number) => writeTypedValue('number', value, locale),
      },
      day: {
        example: writeTypedDate('2026-03-14', locale),
        read: (text: string) => readTypedDate(text, { locale }),
        write: (iso: string) => writeTypedDate(iso, locale),
      },
    };
  }, [currency, locale]);
}
