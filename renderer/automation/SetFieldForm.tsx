import { Group, Select } from '@mantine/core';
import { useText } from '#renderer/app/text.ts';
import type { ActionFormProps, ActionOf } from '#renderer/automation/ActionForm.tsx';
import { FilledText } from '#renderer/automation/FilledText.tsx';
import { useFieldLabel } from '#renderer/automation/use-field-label.ts';
import { useCustomFields } from '#renderer/custom-field/custom-field-query.ts';
import { TypedInput } from '#renderer/filter/TypedInput.tsx';
import { useTyping } from '#renderer/filter/use-typing.ts';
import { settableFields } from '#shared/automation/settable-fields.ts';
import type { CustomField } from '#shared/custom-field/contract.ts';
import { partyKinds } from '#shared/party/fields.ts';

type SetFieldProps = ActionFormProps<ActionOf<'setField'>>;
const records = ['deal', 'client', 'lead'] as const;

/** Which field of what record becomes what. */
export function SetFieldForm({ action, onChange }: SetFieldProps) {
  const t = useText();
  const labelOf = useFieldLabel();
  const custom = useCustomFields();
  const fieldsOf = (record: (typeof records)[number]): readonly string[] => [
    ...settableFields[record],
    ...(record === 'lead' ? [] : custom.map(({ key }) => `custom.${key}`)),
  ];
  const own = custom.find(({ key }) => action.field === `custom.${key}`);
  return (
    <>
      <Group align="flex-start" mb="sm">
        <Select
          label={t('automation.record')}
          w={180}
          allowDeselect={false}
          data={records.map((record) => ({ value: record, label: t(`automation.record.${record}`) }))}
          value={action.record}
          onChange={(record) => {
            const next = records.find((one) => one === record) ?? 'deal';
            onChange({ ...action, record: next, field: fieldsOf(next)[0] ?? '', value: '' });
          }}
        />
        <Select
          label={t('automation.field')}
          style={{ flex: '1 1 220px' }}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('filter.nothing')}
          data={fieldsOf(action.record).map((field) => ({ value: field, label: labelOf(action.record, field) }))}
          value={action.field}
          onChange={(field) => field !== null && onChange({ ...action, field, value: '' })}
        />
      </Group>
      <ValueField key={`${action.record} ${action.field}`} action={action} own={own} onChange={onChange} />
    </>
  );
}

/** The value, as the field wants it: an amount, a date, a choice, or words with fields in them. */
function ValueField({ action, own, onChange }: SetFieldProps & { readonly own: CustomField | undefined }) {
  const t = useText();
  const typing = useTyping();
  const label = t('automation.value');
  const set = (value: typeof action.value) => onChange({ ...action, value });
  const { field, value } = action;
  const choices = choicesOf(field, own);
  if (choices !== null) {
    const labelOf = (choice: string) => {
      if (field === 'kind') return t(`party.kinds.${choice as (typeof partyKinds)[number]}`);
      return own?.type === 'yesNo' ? t(choice === 'true' ? 'common.yes' : 'common.no') : choice;
    };
    return (
      <Select
        label={label}
        maw={320}
        clearable
        data={choices.map((choice) => ({ value: choice, label: labelOf(choice) }))}
        value={value === '' || value === null ? null : String(value)}
        onChange={(chosen) => set(own?.type === 'yesNo' && chosen !== null ? chosen === 'true' : chosen)}
      />
    );
  }
  const number = field === 'estimate' ? typing.money : typing.number;
  if (field === 'estimate' || field === 'ownProbability' || own?.type === 'number' || own?.type === 'money') {
    return (
      <TypedInput
        label={label}
        maw={220}
        inputMode="decimal"
        {...(number.unit === '' ? {} : { rightSection: <span aria-hidden>{number.unit}</span> })}
        read={number.read}
        write={number.write}
        value={typeof value === 'number' ? value : undefined}
        onChange={(typed) => set(typed ?? null)}
      />
    );
  }
  if (field === 'expectedClose' || own?.type === 'date') {
    return (
      <TypedInput
        label={label}
        maw={220}
        placeholder={typing.day.example}
        read={typing.day.read}
        write={typing.day.write}
        value={typeof value === 'string' && value !== '' ? value : undefined}
        onChange={(typed) => set(typed ?? null)}
      />
    );
  }
  return <FilledText label={label} max={10_000} value={typeof value === 'string' ? value : ''} onChange={set} />;
}

function choicesOf(field: string, own: CustomField | undefined): readonly string[] | null {
  if (field === 'kind') return partyKinds;
  if (own?.type === 'yesNo') return ['true', 'false'];
  return own?.type === 'choice' || own?.type === 'multiChoice' ? own.options : null;
}
