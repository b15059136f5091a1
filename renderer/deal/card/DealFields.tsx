import { Textarea, TextInput } from '@mantine/core';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { readTypedMoney, writeTypedMoney } from '#renderer/app/typed-money.ts';
import { useInlineEdit } from '#renderer/card/field/inline-edit.ts';
import { LongText } from '#renderer/card/field/LongText.tsx';
import { useLocale } from '#renderer/date/locale.ts';
import { readTypedDate, writeTypedDate } from '#renderer/date/typed-date.ts';
import { writeTypedDateTime } from '#renderer/date/typed-date-time.ts';
import { DateField, MomentField } from '#renderer/date/TypedField.tsx';
import { useDealCard } from '#renderer/deal/card/deal-context.tsx';
import { DealField } from '#renderer/deal/card/DealField.tsx';
import { readLocalMoment, writeLocalMoment } from '#renderer/deal/local-moment.ts';
import { PersonName } from '#renderer/people/PersonName.tsx';
import { PersonSelect } from '#renderer/people/PersonSelect.tsx';

/** A line of text of a deal. */
export function DealTextField({ field }: { readonly field: 'source' | 'channel' | 'siteAddress' }) {
  const t = useText();
  const { deal, save } = useDealCard();
  const edit = useInlineEdit({ value: deal[field], save: (draft) => save({ [field]: draft.trim() }) });
  const label = t(`deal.field.${field}`);
  return (
    <DealField
      field={field}
      label={label}
      edit={edit}
      isEmpty={deal[field] === ''}
      view={deal[field]}
      editor={
        <TextInput
          autoFocus
          aria-label={label}
          maxLength={{ source: 200, channel: 80, siteAddress: 500 }[field]}
          value={edit.draft}
          readOnly={edit.isSaving}
          onChange={(event) => edit.change(event.currentTarget.value)}
        />
      }
    />
  );
}

export function DealNotesField() {
  const t = useText();
  const { deal, save } = useDealCard();
  const edit = useInlineEdit({ value: deal.notes, save: (notes) => save({ notes }), isMultiline: true });
  const label = t('deal.field.notes');
  return (
    <DealField
      field="notes"
      label={label}
      edit={edit}
      isEmpty={deal.notes === ''}
      isWide
      view={<LongText text={deal.notes} />}
      editor={
        <Textarea
          autoFocus
          autosize
          minRows={2}
          maxRows={16}
          aria-label={label}
          value={edit.draft}
          readOnly={edit.isSaving}
          onChange={(event) => edit.change(event.currentTarget.value)}
        />
      }
    />
  );
}

/** What the deal may bring while it has no lines. */
export function EstimateField() {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const { deal, save } = useDealCard();
  const { currency } = deal;
  const edit = useInlineEdit({
    value: deal.estimate === 0 ? '' : writeTypedMoney(deal.estimate, { locale, currency }),
    save: (draft) => {
      const amount = draft.trim() === '' ? 0 : readTypedMoney(draft, { locale, currency });
      if (amount === null || amount < 0) return { type: 'refused', message: 'deal.money.unreadable' };
      return save({ estimate: amount });
    },
  });
  const label = t('deal.field.estimate');
  return (
    <DealField
      field="estimate"
      label={label}
      edit={edit}
      isEmpty={deal.estimate === 0}
      view={format.money(deal.estimate, currency)}
      editor={
        <TextInput
          autoFocus
          aria-label={label}
          inputMode="decimal"
          value={edit.draft}
          readOnly={edit.isSaving}
          onChange={(event) => edit.change(event.currentTarget.value)}
        />
      }
    />
  );
}

/** Of how a date is typed. */
const exampleDay = '2027-03-14';

export function ExpectedCloseField() {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const { deal, save } = useDealCard();
  const edit = useInlineEdit({
    value: deal.expectedClose ?? '',
    save: (draft) => {
      const expectedClose = draft === '' ? null : readTypedDate(draft, { locale });
      if (draft === '' || expectedClose !== null) return save({ expectedClose });
      return { type: 'refused', message: 'date.unreadable', values: { example: writeTypedDate(exampleDay, locale) } };
    },
  });
  const label = t('deal.field.expectedClose');
  return (
    <DealField
      label={label}
      edit={edit}
      isEmpty={deal.expectedClose === null}
      view={deal.expectedClose === null ? '' : format.date(deal.expectedClose)}
      showsError={false}
      editor={
        <DateField
          autoFocus
          aria-label={label}
          value={edit.draft}
          error={edit.error}
          readOnly={edit.isSaving}
          onChange={edit.change}
        />
      }
    />
  );
}

/** A day and time: of the visit, of leaving for it, of the work. */
export function DealMomentField({ field }: { readonly field: 'visitAt' | 'leaveAt' | 'workAt' }) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const { deal, save } = useDealCard();
  const at = deal[field];
  const edit = useInlineEdit({
    value: at === null ? '' : writeLocalMoment(at),
    save: (draft) => {
      const ms = readLocalMoment(draft);
      if (draft === '' || ms !== null) return save({ [field]: ms });
      const example = writeTypedDateTime(`${exampleDay}T09:00`, locale);
      return { type: 'refused', message: 'date.unreadable.moment', values: { example } };
    },
  });
  const label = t(`deal.field.${field}`);
  return (
    <DealField
      label={label}
      edit={edit}
      isEmpty={at === null}
      view={at === null ? '' : format.dateTime(at)}
      showsError={false}
      editor={
        <MomentField
          autoFocus
          aria-label={label}
          value={edit.draft}
          error={edit.error}
          readOnly={edit.isSaving}
          onChange={edit.change}
        />
      }
    />
  );
}

export function DealOwnerField() {
  const t = useText();
  const { deal, save } = useDealCard();
  const edit = useInlineEdit<string | null>({ value: deal.ownerId, save: (ownerId) => save({ ownerId }) });
  const label = t('deal.field.ownerId');
  return (
    <DealField
      label={label}
      edit={edit}
      isEmpty={false}
      view={<PersonName id={deal.ownerId} />}
      editor={
        <PersonSelect
          aria-label={label}
          autoFocus
          defaultDropdownOpened
          clearable
          value={edit.draft}
          onChange={(ownerId) => {
            edit.change(ownerId);
            void edit.commit(ownerId);
          }}
        />
      }
    />
  );
}
