import { Button, Group, Pill, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { boardSorts, listStatuses } from '#renderer/deal/deals-address.ts';
import type { DealsAddress } from '#renderer/deal/deals-address.ts';
import { useMonthName } from '#renderer/deal/forecast/month-name.ts';
import { writeAddressFilter } from '#renderer/filter/address-filter.ts';
import { MoreFilters } from '#renderer/filter/MoreFilters.tsx';
import { useMe } from '#renderer/people/use-me.ts';
import { usePersonName, useWorkingPeople } from '#renderer/people/use-people.ts';

interface DealFilterBarProps {
  readonly address: DealsAddress;
  readonly change: (changes: Readonly<Record<string, string>>) => void;
}

/** Conditions above the board and the list: words, who is in charge, and the order. */
export function DealFilterBar({ address, change }: DealFilterBarProps) {
  const t = useText();
  const monthName = useMonthName();
  const isBoard = address.view === 'board';
  const isFiltered = address.text !== '' || address.owner !== '' || address.month !== '' || address.where !== undefined;
  return (
    <Group gap="xs" role="group" aria-label={t('list.filter.label')}>
      <WordsFilter text={address.text} onChange={(text) => change({ text })} />
      <OwnerFilter owner={address.owner} onChange={(owner) => change({ owner })} />
      {isBoard ? (
        <Select
          aria-label={t('deal.sort')}
          w={230}
          allowDeselect={false}
          data={boardSorts.map((value) => ({ value, label: t(`deal.sort.${value}`) }))}
          value={address.sort}
          onChange={(sort) => change({ sort: sort === 'next' ? '' : (sort ?? '') })}
        />
      ) : (
        <Select
          aria-label={t('deal.field.status')}
          w={170}
          allowDeselect={false}
          data={listStatuses.map((value) => ({ value, label: t(`deal.statuses.${value}`) }))}
          value={address.status}
          onChange={(status) => change({ status: status === 'open' ? '' : (status ?? '') })}
        />
      )}
      <MoreFilters entity="deal" value={address.where} onChange={(filter) => change({ where: writeAddressFilter(filter) })} />
      {!isBoard && address.month !== '' && (
        <Pill
          size="md"
          withRemoveButton
          onRemove={() => change({ month: '' })}
          removeButtonProps={{ 'aria-label': t('list.filter.clear') }}
        >
          {address.month === 'none' ? t('deal.forecast.noDate') : monthName(address.month)}
        </Pill>
      )}
      {isFiltered && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => change({ text: '', owner: '', month: '', where: '' })}
        >
          <Message id="list.filter.clear" />
        </Button>
      )}
    </Group>
  );
}

interface WordsFilterProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

const typingPause = 150;

function WordsFilter({ text, onChange }: WordsFilterProps) {
  const t = useText();
  const [typed, setTyped] = useState(text);
  const [applied, setApplied] = useState(text);
  const apply = useDebouncedCallback((value: string) => onChange(value.trim()), typingPause);
  if (applied !== text) {
    setApplied(text);
    if (text !== typed.trim()) setTyped(text);
  }
  return (
    <TextInput
      type="search"
      aria-label={t('deal.filter.text')}
      placeholder={t('deal.filter.text')}
      leftSection={<IconSearch size={16} aria-hidden />}
      w={230}
      maxLength={200}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}

interface OwnerFilterProps {
  readonly owner: string;
  readonly onChange: (owner: string) => void;
}

/** Everybody, me, or one of the others; nothing where one person works alone. */
function OwnerFilter({ owner, onChange }: OwnerFilterProps) {
  const t = useText();
  const me = useMe();
  const people = useWorkingPeople();
  const nameOf = usePersonName();
  if (people.length < 2 && owner === '') return null;
  const others = people.filter(({ id }) => id !== me?.id).map(({ id }) => ({ value: id, label: nameOf(id) }));
  return (
    <Select
      aria-label={t('deal.field.ownerId')}
      w={190}
      allowDeselect={false}
      data={[{ value: 'all', label: t('deal.filter.everybody') }, { value: 'me', label: t('deal.filter.mine') }, ...others]}
      value={owner === '' ? 'all' : owner}
      onChange={(value) => onChange(value === 'all' ? '' : (value ?? ''))}
    />
  );
}
