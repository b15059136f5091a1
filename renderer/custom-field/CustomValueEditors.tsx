import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { InlineEdit } from '#renderer/card/field/inline-edit.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { CustomFieldType } from '#shared/custom-field/types.ts';

interface EditorProps<Draft> {
  readonly field: CustomField;
  readonly edit: InlineEdit<Draft>;
}

/** The keyboard that a tablet shows. */
export const inputModes: Partial<Record<CustomFieldType, 'decimal' | 'url' | 'email' | 'tel'>> = {
  number: 'decimal',
  money: 'decimal',
  url: 'url',
  email: 'email',
  phone: 'tel',
};

/** For text, numbers, dates and everything else that is typed. */
export function TypedEditor({ field, edit }: EditorProps<string>) {
  const common = {
    'aria-label': field.label,
    autoFocus: true,
    value: edit.draft,
    error: edit.error,
    readOnly: edit.isSaving,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => edit.change(event.currentTarget.value),
  };
  if (field.type === 'longText') return <Textarea {...common} autosize minRows={2} maxRows={16} />;
  return <TextInput {...common} autoComplete="off" inputMode={inputModes[field.type] ?? 'text'} />;
}

interface ChosenEditorProps extends EditorProps<string | null> {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** For one of a list, or yes and no; a choice saves at once. */
export function ChosenEditor({ field, edit, choices }: ChosenEditorProps) {
  const { draft } = edit;
  // A value that is no choice any more is still shown, and can be kept.
  const known =
    draft === null || choices.some(({ value }) => value === draft) ? choices : [...choices, { value: draft, label: draft }];
  return (
    <Select
      aria-label={field.label}
      autoFocus
      defaultDropdownOpened
      clearable
      searchable={choices.length > 8}
      data={[...known]}
      value={draft}
      error={edit.error}
      onChange={(chosen) => {
        edit.change(chosen);
        void edit.commit(chosen);
      }}
    />
  );
}

/** For several of a list. */
export function MultiChosenEditor({ field, edit }: EditorProps<readonly string[]>) {
  return (
    <MultiSelect
      aria-label={field.label}
      autoFocus
      defaultDropdownOpened
      searchable={field.options.length > 8}
      data={[...new Set([...field.options, ...edit.draft])]}
      value={[...edit.draft]}
      error={edit.error}
      onChange={edit.change}
    />
  );
}
