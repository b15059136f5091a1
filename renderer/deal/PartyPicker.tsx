import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import type { PartyType } from '#shared/party/fields.ts';
import type { SearchResult } from '#shared/search/contract.ts';

/** A client found, or one to be made of what was typed. */
export type PickedParty =
  | { readonly id: string; readonly title: string; readonly type?: PartyType }
  | { readonly newName: string };

interface PartyPickerProps {
  readonly label: string;
  readonly value: PickedParty | null;
  readonly onChange: (party: PickedParty | null) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  /** Lets a new contact be made of what was typed. */
  readonly canCreate?: boolean;
  readonly isOptional?: boolean;
}

const createValue = '+';

/** A contact or company, found by name or phone as one types. */
export function PartyPicker({
  label,
  value,
  onChange,
  error,
  autoFocus = false,
  canCreate = false,
  isOptional = false,
}: PartyPickerProps) {
  const t = useText();
  const [typed, setTyped] = useState(value === null ? '' : nameOf(value));
  const { results, isSearching } = useFound(value === null ? typed : '');
  const [isOpen, setOpen] = useState(false);
  const isAsking = value === null && typed.trim() !== '';
  // Only what is seen counts as open: Esc closes it first, and the dialog around it next.
  const isShown = isOpen && isAsking && (results.length > 0 || canCreate);
  const combobox = useCombobox({ opened: isShown, onOpenedChange: setOpen });
  const choose = (chosen: string) => {
    const found = results.find(({ id }) => id === chosen);
    const party = found === undefined ? { newName: typed.trim() } : { id: found.id, title: found.title, type: found.type };
    onChange(party);
    setTyped(nameOf(party));
    setOpen(false);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md">
      <Combobox.Target>
        <TextInput
          label={label}
          required={!isOptional}
          autoComplete="off"
          placeholder={t('deal.client.find')}
          error={error}
          {...(autoFocus ? { 'data-autofocus': true } : {})}
          value={typed}
          rightSection={isSearching ? <Loader size={16} /> : null}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onChange(null);
            setOpen(true);
            combobox.resetSelectedOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
          {results.map((result) => (
            <Combobox.Option key={result.id} value={result.id}>
              <Found result={result} />
            </Combobox.Option>
          ))}
          {canCreate && (
            <Combobox.Option value={createValue}>
              <Text fw={600}>{t('deal.client.create', { name: typed.trim() })}</Text>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function nameOf(party: PickedParty): string {
  return 'id' in party ? party.title : party.newName;
}

function Found({ result }: { readonly result: SearchResult }) {
  const format = useFormat();
  const [phone] = result.phones;
  const details = [result.subtitle, phone === undefined ? '' : format.phone(phone)].filter((part) => part !== '').join(' · ');
  return (
    <>
      <Text lineClamp={1}>{result.title}</Text>
      {details !== '' && (
        <Text size="sm" c="dimmed" lineClamp={1}>
          {details}
        </Text>
      )}
    </>
  );
}

function useFound(typed: string) {
  const [text] = useDebouncedValue(typed.trim(), 120);
  const { data, isFetching } = useQuery(
    api.search.find.queryOptions({ input: { text, limit: 8 }, enabled: text !== '', placeholderData: keepPreviousData }),
  );
  return { results: typed.trim() === '' ? [] : (data?.results ?? []), isSearching: isFetching && text !== '' };
}
