import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '#renderer/app/text.ts';
import { inputModes } from '#renderer/custom-field/CustomValueEditors.tsx';
import { useChoices } from '#renderer/custom-field/CustomValueField.tsx';
import { readTypedValue } from '#renderer/custom-field/typed-value.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { DateField } from '#renderer/date/TypedField.tsx';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { CustomValue } from '#shared/party/fields.ts';

interface AskedCustomFieldProps {
  readonly field: CustomField;
  readonly label: string;
  readonly required: boolean;
  readonly error: string | undefined;
  /** The value as JSON; empty while there is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An input for one of the shop's own fields, of the type it has. */
export function AskedCustomField({ field, value, onChange, ...common }: AskedCustomFieldProps) {
  const choices = useChoices(field);
  const known = value === '' ? undefined : (JSON.parse(value) as CustomValue);
  const tell = (next: CustomValue | null) => onChange(next === null || next === '' ? '' : JSON.stringify(next));
  if (field.type === 'yesNo' || field.type === 'choice') {
    return (
      <Select
        {...common}
        data={[...choices]}
        searchable={choices.length > 8}
        value={known === undefined ? null : String(known)}
        onChange={(chosen) => tell(field.type === 'yesNo' && chosen !== null ? chosen === 'true' : chosen)}
      />
    );
  }
  if (field.type === 'multiChoice') {
    const chosen = Array.isArray(known) ? [...known] : [];
    return (
      <MultiSelect
        {...common}
        data={[...field.options]}
        value={chosen}
        onChange={(next) => tell(next.length === 0 ? null : next)}
      />
    );
  }
  if (field.type === 'date') return <DateField {...common} value={String(known ?? '')} onChange={tell} />;
  return <TypedInput {...common} field={field} onRead={tell} />;
}

interface TypedInputProps extends Omit<AskedCustomFieldProps, 'value' | 'onChange'> {
  /** Null while nothing was typed that can be read. */
  readonly onRead: (value: CustomValue | null) => void;
}

function TypedInput({ field, onRead, error, ...common }: TypedInputProps) {
  const t = useText();
  const locale = useLocale();
  const [typed, setTyped] = useState('');
  const read = readTypedValue(field.type, typed, locale);
  const typing = {
    ...common,
    error: error !== undefined && read.type === 'unreadable' ? t(read.message, read.values) : error,
    value: typed,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const text = event.currentTarget.value;
      const now = readTypedValue(field.type, text, locale);
      setTyped(text);
      onRead(now.type === 'value' ? now.value : null);
    },
  };
  if (field.type === 'longText') return <Textarea {...typing} autosize minRows={2} maxRows={8} />;
  return <TextInput {...typing} autoComplete="off" inputMode={inputModes[field.type] ?? 'text'} />;
}
