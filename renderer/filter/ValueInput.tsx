import { Group, MultiSelect, NumberInput, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { choiceWord } from '#renderer/filter/choice-words.ts';
import { RecordsInput } from '#renderer/filter/RecordsInput.tsx';
import { TypedInput } from '#renderer/filter/TypedInput.tsx';
import { useTyping } from '#renderer/filter/use-typing.ts';
import type { FilterField } from '#shared/filter/catalogue.ts';
import type { Condition } from '#shared/filter/filter.ts';
import { shapeOf } from '#shared/filter/operators.ts';

type Value = Condition['value'];

interface ValueInputProps {
  readonly field: FilterField;
  readonly condition: Condition;
  readonly onChange: (value: Value) => void;
  readonly error: string | undefined;
}

/** What a condition compares with, typed or chosen as the field and the operator want it. */
export function ValueInput({ field, condition, onChange, error }: ValueInputProps) {
  const t = useText();
  const { is, value } = condition;
  const common = { 'aria-label': t('filter.value'), error: error ?? false, style: { flex: '1 1 160px' }, miw: 120 } as const;
  switch (shapeOf(field.type, is)) {
    case 'text':
      return (
        <TextInput
          {...common}
          maxLength={1000}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        />
      );
    case 'number':
      return <Quantity field={field} value={value} onChange={onChange} {...common} />;
    case 'count':
      return (
        <NumberInput
          {...common}
          style={{ flex: '0 0 90px' }}
          miw={80}
          min={0}
          max={36_525}
          allowDecimal={false}
          value={typeof value === 'number' ? value : ''}
          onChange={(number) => onChange(typeof number === 'number' ? number : undefined)}
        />
      );
    case 'day':
      return <Day value={value} onChange={onChange} {...common} />;
    case 'numbers':
    case 'days':
      return <Range field={field} value={value} onChange={onChange} error={error} />;
    case 'list':
      return <ListInput field={field} value={value} onChange={onChange} error={error} />;
    default:
      return null;
  }
}

interface PartProps {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly 'aria-label': string;
  readonly error: string | boolean;
}

function Quantity({ field, value, onChange, ...props }: PartProps & { readonly field: FilterField }) {
  const typing = useTyping();
  const { read, write, unit } = field.type === 'money' ? typing.money : typing.number;
  return (
    <TypedInput
      inputMode="decimal"
      {...(unit === '' ? {} : { rightSection: <span aria-hidden>{unit}</span>, rightSectionWidth: 18 + 8 * unit.length })}
      {...props}
      read={read}
      write={write}
      value={typeof value === 'number' ? value : undefined}
      onChange={onChange}
    />
  );
}

function Day({ value, onChange, ...props }: PartProps) {
  const { day } = useTyping();
  return (
    <TypedInput
      placeholder={day.example}
      {...props}
      read={day.read}
      write={day.write}
      value={typeof value === 'string' ? value : undefined}
      onChange={onChange}
    />
  );
}

type Ends = { readonly from?: string | number | undefined; readonly to?: string | number | undefined };

/** Two ends; both are kept in the condition once both can be read, and either while the other is missing. */
function Range({
  field,
  value,
  onChange,
  error,
}: Pick<ValueInputProps, 'field' | 'onChange' | 'error'> & { readonly value: Value }) {
  const t = useText();
  const ends = (typeof value === 'object' && 'from' in value ? value : partOf(value)) as Ends;
  const change = (changes: Ends) => {
    const next = { ...ends, ...changes };
    if (next.from !== undefined && next.to !== undefined) onChange(next as Value);
    else onChange(next.from ?? next.to);
  };
  const End = field.type === 'date' || field.type === 'moment' ? Day : Quantity;
  return (
    <Group gap={6} wrap="nowrap" style={{ flex: '1 1 220px' }}>
      {(['from', 'to'] as const).map((end) => (
        <End
          key={end}
          field={field}
          aria-label={t(`filter.${end}`)}
          error={error ?? false}
          value={ends[end]}
          onChange={(part) => change({ [end]: part as string | number | undefined })}
        />
      ))}
    </Group>
  );
}

/** One end alone stands for the first: the condition says itself that it isn't whole. */
function partOf(value: Value): Ends {
  return typeof value === 'string' || typeof value === 'number' ? { from: value } : {};
}

function ListInput({
  field,
  value,
  onChange,
  error,
}: Pick<ValueInputProps, 'field' | 'onChange' | 'error'> & { readonly value: Value }) {
  const t = useText();
  const { messages } = useIntl();
  const words = useQuery(api.party.words.queryOptions({ enabled: field.type === 'words' })).data;
  const chosen = Array.isArray(value) ? value : [];
  const change = (next: string[]) => onChange(next.length === 0 ? undefined : next);
  const common = {
    'aria-label': t('filter.value'),
    error: error ?? false,
    style: { flex: '1 1 200px' },
    miw: 160,
    value: chosen,
    onChange: change,
    clearable: true,
  } as const;
  if (field.type === 'record') return <RecordsInput record={field.record} {...common} />;
  if (field.choices !== undefined && field.isOpen !== true) {
    return (
      <MultiSelect
        {...common}
        data={field.choices.map((choice) => ({ value: choice, label: choiceWord(messages, field, choice) }))}
      />
    );
  }
  return <TagsInput {...common} data={[...(field.choices ?? wordsFor(field.key, words))]} acceptValueOnBlur limit={100} />;
}

type Words = { readonly tags: readonly string[]; readonly groups: readonly string[]; readonly cities: readonly string[] };

function wordsFor(key: string, words: Words | undefined): readonly string[] {
  if (words === undefined) return [];
  if (key.endsWith('tags')) return words.tags;
  if (key.endsWith('groups')) return words.groups;
  return key.endsWith('city') ? words.cities : [];
}
