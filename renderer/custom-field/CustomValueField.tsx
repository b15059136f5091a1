import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import type { Party, PartyPatch } from '#renderer/card/party.ts';
import { ChosenEditor, MultiChosenEditor, TypedEditor } from '#renderer/custom-field/CustomValueEditors.tsx';
import { CustomValueLink, useCustomValueText } from '#renderer/custom-field/CustomValueView.tsx';
import { readTypedValue, writeTypedValue } from '#renderer/custom-field/typed-value.ts';
import { useLocale } from '#renderer/date/locale.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import type { CustomValue } from '#shared/party/fields.ts';

interface CustomValueFieldProps {
  readonly field: CustomField;
}

/** A custom field of any type on a card: its value, and the editor that fits the type. */
export function CustomValueField({ field }: CustomValueFieldProps) {
  if (field.type === 'yesNo' || field.type === 'choice') return <ChosenField field={field} />;
  return field.type === 'multiChoice' ? <MultiChosenField field={field} /> : <TypedField field={field} />;
}

function TypedField({ field }: CustomValueFieldProps) {
  const { party, save } = useCard();
  const locale = useLocale();
  const value = party.custom[field.key];
  const text = useCustomValueText(field, value);
  const edit = useInlineEdit({
    value: writeTypedValue(field.type, value, locale),
    isMultiline: field.type === 'longText',
    save: (typed) => {
      const read = readTypedValue(field.type, typed, locale);
      return read.type === 'value' ? save(withCustom(field.key, read.value)) : { ...read, type: 'refused' };
    },
  });
  return (
    <InlineField
      {...commonOf(field, value)}
      isWide={field.type === 'longText'}
      edit={edit}
      view={text}
      aside={<CustomValueLink field={field} value={value} />}
      editor={<TypedEditor field={field} edit={edit} />}
    />
  );
}

function ChosenField({ field }: CustomValueFieldProps) {
  const t = useText();
  const { party, save } = useCard();
  const value = party.custom[field.key];
  const text = useCustomValueText(field, value);
  const isYesNo = field.type === 'yesNo';
  const choices = isYesNo
    ? [
        { value: 'true', label: t('common.yes') },
        { value: 'false', label: t('common.no') },
      ]
    : field.options.map((option) => ({ value: option, label: option }));
  const edit = useInlineEdit<string | null>({
    value: value === undefined ? null : String(value),
    save: (chosen) => save(withCustom(field.key, isYesNo && chosen !== null ? chosen === 'true' : chosen)),
  });
  return (
    <InlineField
      {...commonOf(field, value)}
      edit={edit}
      view={text}
      editor={<ChosenEditor field={field} edit={edit} choices={choices} />}
    />
  );
}

function MultiChosenField({ field }: CustomValueFieldProps) {
  const { party, save } = useCard();
  const value = party.custom[field.key];
  const text = useCustomValueText(field, value);
  const edit = useInlineEdit<readonly string[]>({
    value: Array.isArray(value) ? value : [],
    save: (chosen) => save(withCustom(field.key, chosen.length === 0 ? null : [...chosen])),
  });
  return (
    <InlineField {...commonOf(field, value)} edit={edit} view={text} editor={<MultiChosenEditor field={field} edit={edit} />} />
  );
}

function commonOf({ key, label }: CustomField, value: CustomValue | undefined) {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return { field: `custom.${key}`, label, isEmpty };
}

/** A change of one custom value that leaves the others as they are by then; null takes it away. */
function withCustom(key: string, value: CustomValue | null) {
  return ({ custom }: Party): PartyPatch => {
    const others = Object.fromEntries(Object.entries(custom).filter(([name]) => name !== key));
    return { custom: value === null ? others : { ...others, [key]: value } };
  };
}
