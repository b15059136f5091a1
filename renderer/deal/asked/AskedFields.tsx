import { Stack, Textarea, TextInput } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { DateField, MomentField } from '#renderer/date/TypedField.tsx';
import { AskedCustomField } from '#renderer/deal/asked/AskedCustomField.tsx';
import { askedLabel } from '#renderer/deal/asked/asked-field.ts';
import type { AskedDraft } from '#renderer/deal/asked/asked-field.ts';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';

interface AskedFieldsProps {
  /** Those that can be typed, by their names. */
  readonly fields: readonly string[];
  /** Those of them that may stay empty. */
  readonly optional?: readonly string[];
  readonly draft: AskedDraft;
  readonly onChange: (draft: AskedDraft) => void;
  /** The one that could not be read. */
  readonly unreadable: string | null;
}

/** Inputs for what a stage or a task asks for. */
export function AskedFields({ fields, optional = [], draft, onChange, unreadable }: AskedFieldsProps) {
  return (
    <Stack gap="sm">
      {fields.map((field, index) => (
        <AskedField
          key={field}
          field={field}
          value={draft[field] ?? ''}
          isFirst={index === 0}
          isOptional={optional.includes(field)}
          isUnreadable={unreadable === field}
          onChange={(value) => onChange({ ...draft, [field]: value })}
        />
      ))}
    </Stack>
  );
}

interface AskedFieldProps {
  readonly field: string;
  readonly value: string;
  readonly isFirst: boolean;
  readonly isOptional: boolean;
  readonly isUnreadable: boolean;
  readonly onChange: (value: string) => void;
}

function AskedField({ field, value, isFirst, isOptional, isUnreadable, onChange }: AskedFieldProps) {
  const t = useText();
  const label = useAskedLabel()(field);
  const custom = useCustomFields();
  const common = {
    label,
    required: !isOptional,
    error: isUnreadable ? t('deal.asked.fillIn') : undefined,
    ...(isFirst ? { 'data-autofocus': true } : {}),
  };
  if (field === 'ownerId')
    return <PersonSelect {...common} value={value === '' ? null : value} onChange={(id) => onChange(id ?? '')} />;
  const typing = {
    ...common,
    value,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  };
  const own = custom.find(({ key }) => field === `custom.${key}`);
  if (own !== undefined) return <AskedCustomField {...common} field={own} value={value} onChange={onChange} />;
  if (field === 'expectedClose') return <DateField {...common} value={value} onChange={onChange} />;
  if (field === 'visitAt' || field === 'leaveAt' || field === 'workAt')
    return <MomentField {...common} value={value} onChange={onChange} />;
  if (field === 'notes') return <Textarea {...typing} autosize minRows={2} maxRows={8} />;
  return <TextInput {...typing} {...kindOf(field)} />;
}

/** `labelOf(field)`: what a field that can be asked for is called. */
export function useAskedLabel(): (field: string) => string {
  const t = useText();
  const custom = useCustomFields();
  return (field) => {
    const known = askedLabel(field);
    if (known !== null) return t(`deal.asked.${known}`);
    return custom.find(({ key }) => field === `custom.${key}`)?.label ?? field;
  };
}

function kindOf(field: string) {
  if (field === 'estimate') return { inputMode: 'decimal' as const };
  if (field === 'client.phone') return { type: 'tel' };
  return field === 'client.email' ? { type: 'email' } : {};
}
