import { TextInput } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { InlineField } from '#renderer/card/field/InlineField.tsx';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import type { SaveResult } from '#renderer/card/save-party.ts';
import { ageOn } from '#renderer/date/age.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';

/** A birthday, with the age where the year is known; typed in the local order, with or without a year. */
export function BirthdayField({ birthday }: { readonly birthday: string | null }) {
  const t = useText();
  const { save } = useCard();
  const locale = useLocale();
  const label = t('party.field.birthday');
  const hint = t('card.birthday.hint', { example: writeTypedDate('1980-03-14', locale) });
  const saveTyped = (typed: string): Promise<SaveResult> | SaveResult => {
    if (typed.trim() === '') return save({ birthday: null });
    const iso = readTypedDate(typed, { locale, mayLackYear: true, latestYear: new Date().getFullYear() });
    if (iso !== null) return save({ birthday: iso });
    return { type: 'refused', message: 'card.birthday.hint', values: { example: writeTypedDate('1980-03-14', locale) } };
  };
  const edit = useInlineEdit({ value: birthday === null ? '' : writeTypedDate(birthday, locale), save: saveTyped });
  return (
    <InlineField
      field="birthday"
      label={label}
      edit={edit}
      isEmpty={birthday === null}
      view={birthday === null ? null : <Birthday iso={birthday} />}
      editor={
        <TextInput
          aria-label={label}
          autoFocus
          description={edit.error === null ? hint : undefined}
          inputWrapperOrder={['input', 'description', 'error']}
          value={edit.draft}
          error={edit.error}
          readOnly={edit.isSaving}
          onChange={(event) => edit.change(event.currentTarget.value)}
        />
      }
    />
  );
}

function Birthday({ iso }: { readonly iso: string }) {
  const t = useText();
  const format = useFormat();
  const years = ageOn(iso, new Date());
  return (
    <>
      {format.date(iso)}
      {years !== null && ` (${t('card.birthday.age', { years })})`}
    </>
  );
}
