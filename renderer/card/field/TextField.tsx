import { Textarea, TextInput } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { LongText } from '#renderer/card/field/LongText.tsx';
import { plainTextOf } from '#renderer/card/party.ts';
import type { PlainTextField } from '#renderer/card/party.ts';

interface TextFieldProps {
  readonly field: PlainTextField;
}

/** A line of text of the card. */
export function TextField({ field }: TextFieldProps) {
  const t = useText();
  const { party, save } = useCard();
  const value = plainTextOf(party, field);
  const edit = useInlineEdit({ value, save: (draft) => save({ [field]: draft.trim() }) });
  const label = t(`party.field.${field}`);
  return (
    <InlineField
      field={field}
      label={label}
      edit={edit}
      isEmpty={value === ''}
      view={value}
      editor={
        <TextInput
          aria-label={label}
          autoFocus
          value={edit.draft}
          error={edit.error}
          readOnly={edit.isSaving}
          onChange={(event) => edit.change(event.currentTarget.value)}
        />
      }
    />
  );
}

/** Text of any length, with its own lines. */
export function LongTextField({ field }: TextFieldProps) {
  const t = useText();
  const { party, save } = useCard();
  const value = plainTextOf(party, field);
  const edit = useInlineEdit({ value, save: (draft) => save({ [field]: draft }), isMultiline: true });
  const label = t(`party.field.${field}`);
  return (
    <InlineField
      field={field}
      label={label}
      edit={edit}
      isEmpty={value === ''}
      isWide
      view={<LongText text={value} />}
      editor={
        <Textarea
          aria-label={label}
          autoFocus
          autosize
          minRows={2}
          maxRows={16}
          value={edit.draft}
          error={edit.error}
          readOnly={edit.isSaving}
          onChange={(event) => edit.change(event.currentTarget.value)}
        />
      }
    />
  );
}
