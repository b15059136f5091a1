import { Autocomplete, Button, Chip, Group, Pill, Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { selectText } from '#renderer/app/select-text.ts';
import { useText } from '#renderer/app/text.ts';
import { readAddressFilter, writeAddressFilter } from '#renderer/filter/address-filter.ts';
import { useFieldRights } from '#renderer/people/use-rights.ts';
import { MoreFilters } from '#renderer/filter/MoreFilters.tsx';
import { partyKinds } from '#shared/party/fields.ts';

interface FilterBarProps {
  readonly search: URLSearchParams;
  readonly change: (changes: Readonly<Record<string, string>>) => void;
  /** Takes every condition away; absent when there is none. */
  readonly clear?: () => void;
}

const chipsShown = 6;
const typingPause = 350;

/** Conditions above the list: kind, tag, group, city. */
export function FilterBar({ search, change, clear }: FilterBarProps) {
  const t = useText();
  const words = useQuery(api.party.words.queryOptions()).data;
  const group = search.get('group') ?? '';
  const groups = words?.groups ?? [];
  const chips = groups.slice(0, chipsShown);
  const nothing = t('list.filter.nothing');
  return (
    <Group gap="xs" role="group" aria-label={t('list.filter.label')}>
      <Select
        aria-label={t('party.field.kind')}
        placeholder={t('list.filter.kind')}
        w={170}
        clearable
        value={search.get('kind')}
        data={partyKinds.map((kind) => ({ value: kind, label: t(`party.kinds.${kind}`) }))}
        onChange={(kind) => change({ kind: kind ?? '' })}
      />
      <Select
        aria-label={t('party.field.tags')}
        placeholder={t('list.filter.tag')}
        w={180}
        clearable
        searchable
        {...selectText}
        limit={100}
        nothingFoundMessage={nothing}
        value={search.get('tag')}
        data={withCurrent(words?.tags ?? [], search.get('tag'))}
        onChange={(tag) => change({ tag: tag ?? '' })}
      />
      {useFieldRights()('city') !== 'hide' && (
        <CityFilter city={search.get('city') ?? ''} cities={words?.cities ?? []} change={change} />
      )}
      {chips.map((name) => (
        <Chip key={name} size="sm" checked={group === name} onChange={() => change({ group: group === name ? '' : name })}>
          {name}
        </Chip>
      ))}
      {groups.length > chipsShown && (
        <Select
          aria-label={t('party.field.groups')}
          placeholder={t('list.filter.group')}
          w={170}
          clearable
          searchable
          {...selectText}
          limit={100}
          nothingFoundMessage={nothing}
          value={chips.includes(group) ? null : group || null}
          data={groups.slice(chipsShown)}
          onChange={(name) => change({ group: name ?? '' })}
        />
      )}
      <MoreFilters
        entity="party"
        value={readAddressFilter(search)}
        onChange={(filter) => change({ where: writeAddressFilter(filter) })}
      />
      {search.has('act') && (
        <Pill
          size="md"
          withRemoveButton
          onRemove={() => change({ act: '' })}
          removeButtonProps={{ 'aria-label': t('list.filter.clear') }}
        >
          <Message id="list.filter.act" />
        </Pill>
      )}
      {clear !== undefined && (
        <Button variant="subtle" size="compact-md" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={clear}>
          <Message id="list.filter.clear" />
        </Button>
      )}
    </Group>
  );
}

/** Cities are typed; those in use are offered. */
function CityFilter({
  city,
  cities,
  change,
}: { readonly city: string; readonly cities: readonly string[] } & Pick<FilterBarProps, 'change'>) {
  const t = useText();
  const [text, setText] = useState(city);
  const apply = useDebouncedCallback((value: string) => {
    if (value.trim() !== city) change({ city: value.trim() });
  }, typingPause);
  const [applied, setApplied] = useState(city);
  if (applied !== city) {
    setApplied(city);
    if (city !== text.trim()) setText(city);
  }
  return (
    <Autocomplete
      aria-label={t('party.field.city')}
      placeholder={t('list.filter.city')}
      w={160}
      limit={20}
      clearable
      value={text}
      data={[...cities]}
      onChange={(value) => {
        setText(value);
        apply(value);
      }}
    />
  );
}

/** The words, the one filtered by among them even if nobody has it any more. */
function withCurrent(words: readonly string[], current: string | null): string[] {
  return current === null || current === '' || words.includes(current) ? [...words] : [current, ...words];
}
