import { Select } from '@mantine/core';
import type { SelectProps } from '@mantine/core';
import { useLocale } from '#renderer/date/locale.ts';

interface CurrencySelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  /** ISO 4217. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Any currency there is, by its code and its name in the user's language. */
export function CurrencySelect({ value, onChange, ...rest }: CurrencySelectProps) {
  const names = new Intl.DisplayNames(useLocale(), { type: 'currency' });
  return (
    <Select
      {...rest}
      searchable
      allowDeselect={false}
      limit={200}
      data={Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }))}
      value={value}
      onChange={(code) => code !== null && onChange(code)}
    />
  );
}
