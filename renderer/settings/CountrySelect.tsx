import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useSettings } from '#renderer/app/settings.tsx';
import { countriesIn, fitsCountry } from '#renderer/settings/countries.ts';

interface CountrySelectProps {
  readonly value: string;
  readonly onChange: (country: string) => void;
}

/** A country chosen by its name in the language of the interface. */
export function CountrySelect({ value, onChange }: CountrySelectProps) {
  const t = useText();
  const { language } = useSettings();
  const countries = useMemo(() => countriesIn(language), [language]);
  return (
    <Select
      label={t('settings.country')}
      description={t('settings.countryText')}
      data={countries}
      value={value}
      onChange={(country) => country !== null && onChange(country)}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('settings.countryNotFound')}
      filter={({ options, search }) => options.filter((option) => 'value' in option && fitsCountry(option.label, search))}
    />
  );
}
