import { Combobox, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { useCard } from '#renderer/card/card-context.tsx';
import { isLeaving } from '#renderer/card/field/inline-edit.ts';
import { useCreateLink } from '#renderer/link/create-link.ts';
import type { Link } from '#shared/link/contract.ts';
import type { SearchResult } from '#shared/search/contract.ts';

interface AddLinkProps {
  readonly known: readonly Link[];
  /** @param linkId of the link that was made, or null */
  readonly onClose: (linkId: string | null) => void;
}

const createValue = '+';

/** Finds the company or person to link, or makes a new one of what was typed. */
export function AddLink({ known, onClose }: AddLinkProps) {
  const t = useText();
  const { party } = useCard();
  const other = party.type === 'contact' ? 'company' : 'contact';
  const [typed, setTyped] = useState('');
  const { results, isSearching } = useCandidates({ typed, other, known });
  const { link, isLinking } = useCreateLink(onClose);
  const combobox = useCombobox({ opened: typed.trim() !== '', onDropdownClose: () => combobox.resetSelectedOption() });
  const choose = (value: string) => link(value === createValue ? { newName: typed.trim() } : { id: value });
  const onBlur = (event: FocusEvent<HTMLElement>) => {
    if (isLeaving(event) && typed.trim() === '') onClose(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose(null);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false} shadow="md">
      <Combobox.Target>
        <TextInput
          autoFocus
          onBlur={onBlur}
          onKeyDown={onKeyDown}
          autoComplete="off"
          aria-label={t(`link.find.${other}`)}
          placeholder={t(`link.find.${other}`)}
          value={typed}
          readOnly={isLinking}
          rightSection={isSearching || isLinking ? <Loader size={16} /> : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.resetSelectedOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t(`link.add.${other}`)} mah={300} style={{ overflowY: 'auto' }}>
          {results.map((result) => (
            <Combobox.Option key={result.id} value={result.id}>
              <Candidate result={result} />
            </Combobox.Option>
          ))}
          <Combobox.Option value={createValue}>
            <Text size="md" fw={600}>
              {t(`link.create.${other}`, { name: typed.trim() })}
            </Text>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Candidate({ result }: { readonly result: SearchResult }) {
  const format = useFormat();
  const [phone] = result.phones;
  const details = [result.subtitle, phone === undefined ? '' : format.phone(phone)].filter((part) => part !== '').join(' · ');
  return (
    <>
      <Text size="md" lineClamp={1}>
        {result.title}
      </Text>
      {details !== '' && (
        <Text size="sm" c="dimmed" lineClamp={1}>
          {details}
        </Text>
      )}
    </>
  );
}

interface CandidatesWanted {
  readonly typed: string;
  readonly other: 'contact' | 'company';
  readonly known: readonly Link[];
}

/** Those found by what was typed, but for those linked already. */
function useCandidates({ typed, other, known }: CandidatesWanted) {
  const [text] = useDebouncedValue(typed.trim(), 120);
  const { data, isFetching } = useQuery(
    api.search.find.queryOptions({
      input: { text, type: other, limit: 8 },
      enabled: text !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const linked = new Set(known.map(({ contactId, companyId }) => (other === 'company' ? companyId : contactId)));
  return {
    results: text === '' ? [] : (data?.results ?? []).filter(({ id }) => !linked.has(id)),
    isSearching: isFetching && text !== '',
  };
}
