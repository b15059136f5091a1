import { useSettings } from '#renderer/app/settings.tsx';
import { currencyOfCountry } from '#shared/money/money.ts';

/** What the shop is paid in, as an ISO code. */
export function useCurrencyCode(): string {
  const { currency, country } = useSettings();
  return currency === '' ? currencyOfCountry(country) : currency;
}
