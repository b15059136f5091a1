import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.ts';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import type { InlineEdit } from '#renderer/card/field/inline-edit.ts';
import type { SaveResult } from '#renderer/card/save-party.ts';
import { ChosenEditor, MultiChosenEditor, TypedEditor } from '#renderer/custom-field/CustomValueEditors.tsx';
import { CustomValueLink, useCustomValueText } from '#renderer/custom-field/CustomValueView.tsx';
import { readTypedValue, writeTypedValue } from '#renderer/custom-field/typed-value.ts';
import { useLocale } from '#renderer/date/locale.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { CustomValue } from '#shared/party/fields.ts';

interface PlaceProps<Draft> {
  readonly field: string;
  readonly label: string;
  readonly edit: InlineEdit<Draft>;
  readonly isEmpty: boolean;
  readonly view: ReactNode;
  readonly editor: ReactNode;
  readonly aside?: ReactNode;
  readonly isWide?: boolean;
  readonly showsError: boolean;
}

interface CustomValueFieldProps {
  readonly field: CustomField;
  readonly value: CustomValue | undefined;
  /** Null takes the value away. */
  readonly save: (value: CustomValue | null) => Promise<SaveResult>;
  /** How a card shows a label, a value and its editor. */
  readonly Place: <Draft>(props: PlaceProps<Draft>) => ReactNode;
}

/** A custom field of any type on a card: its value, and the editor that fits the type. */
export function CustomValueField(props: CustomValueFieldProps) {
  const { type } = props.field;
  if (type === 'yesNo' || type === 'choice') return <ChosenField {...props} />;
  return type === 'multiChoice' ? <MultiChosenField {...props} /> : <TypedField {...props} />;
}

function TypedField({ field, value, save, Place }: CustomValueFieldProps) {
  const locale = useLocale();
  const text = useCustomValueText(field, value);
  const edit = useInlineEdit({
    value: writeTypedValue(field.type, value, locale),
    isMultiline: field.type === 'longText',
    save: (typed) => {
      const read = readTypedValue(field.type, typed, locale);
      return read.type === 'value' ? save(read.value) : { ...read, type: 'refused' };
    },
  });
  return (
    <Place
      {...commonOf(field, value)}
      isWide={field.type === 'longText'}
      edit={edit}
      view={text}
      aside={<CustomValueLink field={field} value={value} />}
      editor={<TypedEditor field={field} edit={edit} />}
    />
  );
}

function ChosenField({ field, value, save, Place }: CustomValueFieldProps) {
  const text = useCustomValueText(field, value);
  const choices = useChoices(field);
  const isYesNo = field.type === 'yesNo';
  const edit = useInlineEdit<string | null>({
    value: value === undefined ? null : String(value),
    save: (chosen) => save(isYesNo && chosen !== null ? chosen === 'true' : chosen),
  });
  return (
    <Place
      {...commonOf(field, value)}
      edit={edit}
      view={text}
      editor={<ChosenEditor field={field} edit={edit} choices={choices} />}
    />
  );
}

function MultiChosenField({ field, value, save, Place }: CustomValueFieldProps) {
  const text = useCustomValueText(field, value);
  const edit = useInlineEdit<readonly string[]>({
    value: Array.isArray(value) ? value : [],
    save: (chosen) => save(chosen.length === 0 ? null : [...chosen]),
  });
  return <Place {...commonOf(field, value)} edit={edit} view={text} editor={<MultiChosenEditor field={field} edit={edit} />} />;
}

/** What a field of one choice offers. */
export function useChoices({ type, options }: CustomField): readonly { readonly value: string; readonly label: string }[] {
  const t = useText();
  if (type !== 'yesNo') return options.map((option) => ({ value: option, label: option }));
  return [
    { value: 'true', label: t('common.yes') },
    { value: 'false', label: t('common.no') },
  ];
}

function commonOf({ key, label }: CustomField, value: CustomValue | undefined) {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return { field: `custom.${key}`, label, isEmpty, showsError: false };
}

/** The values with one changed and the others as they are; null takes it away. */
export function withCustom(
  custom: Readonly<Record<string, CustomValue>>,
  { key, value }: { readonly key: string; readonly value: CustomValue | null },
): Record<string, CustomValue> {
  const others = Object.fromEntries(Object.entries(custom).filter(([name]) => name !== key));
  return value === null ? others : { ...others, [key]: value };
}
