import { Autocomplete } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';

interface CompanyFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The name of a company: one of those there, or a new one. */
export function CompanyField({ value, onChange }: CompanyFieldProps) {
  const t = useText();
  const text = useDeferredValue(value.trim());
  const { data } = useQuery({
    ...api.search.find.queryOptions({ input: { text, type: 'company', limit: 8 }, gcTime: 10_000 }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  });
  const names = text === '' ? [] : [...new Set((data?.results ?? []).map(({ title }) => title))];
  return (
    <Autocomplete
      label={t('party.field.company')}
      autoComplete="off"
      data={names}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
    />
  );
}
