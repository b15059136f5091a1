import { Select } from '@mantine/core';
import { useState } from 'react';
import { selectText } from '#renderer/app/select-text.ts';
import { useText } from '#renderer/app/text.ts';
import { pointLabels } from '#shared/party/fields.ts';

interface LabelSelectProps {
  /** Whose label it is, for screen readers. */
  readonly label: string;
  /** A point label, the user's own words, or '' for none. */
  readonly value: string;
  readonly onChange: (label: string) => void;
}

/** "Work", "home"... or words of one's own, typed. */
export function LabelSelect({ label, value, onChange }: LabelSelectProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const known = pointLabels.map((point) => ({ value: point as string, label: t(`party.label.${point}`) }));
  const words = typed.trim().slice(0, 60);
  const isKnown = (text: string) =>
    known.some((point) => point.value === text || point.label.toLowerCase() === text.toLowerCase());
  const own = value !== '' && !isKnown(value) ? [{ value, label: value }] : [];
  const fresh =
    words !== '' && words !== value && !isKnown(words)
      ? [{ value: words, label: t('import.columns.ownLabel', { text: words }) }]
      : [];
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder={t('import.columns.anyLabel')}
      value={value === '' ? null : value}
      data={[...known, ...own, ...fresh]}
      searchable
      {...selectText}
      clearable
      onSearchChange={setTyped}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
