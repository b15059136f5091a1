import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useFocusWithin } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '#renderer/app/text.ts';
import { useListbox } from '#renderer/app/use-listbox.ts';
import { dealPath } from '#renderer/deal/deal-path.ts';
import { focusSearch, searchInputId } from '#renderer/search/focus-search.ts';
import styles from '#renderer/search/SearchBox.module.css';
import { SearchResults } from '#renderer/search/SearchResults.tsx';
import { useSearch } from '#renderer/search/use-search.ts';
import type { Found } from '#renderer/search/group-results.ts';

function pathOf({ type, id }: Found): string {
  if (type === 'deal') return dealPath(id);
  return type === 'contact' ? `/contacts/${id}` : `/companies/${id}`;
}

/** Finds anybody, and their deals, as one types: arrows move, Enter opens, Esc closes. */
export function SearchBox() {
  const t = useText();
  const [, goTo] = useLocation();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const search = useSearch(typed);
  const results = search.groups.flatMap((group) => group.results);
  const { ref } = useFocusWithin<HTMLDivElement>({ onBlur: () => setOpen(false) });
  const leave = () => {
    setOpen(false);
    setTyped('');
  };
  const open = (result: Found | undefined) => {
    if (result === undefined) return;
    leave();
    document.getElementById(searchInputId)?.blur();
    goTo(pathOf(result));
  };
  const isShown = isOpen && typed.trim() !== '';
  const listbox = useListbox({ count: results.length, isOpen: isShown, onChoose: (index) => open(results[index]) });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (isShown) setOpen(false);
      else {
        setTyped('');
        document.getElementById(searchInputId)?.blur();
      }
    } else if (event.key === 'Enter' && isShown && !search.isSettled) {
      // Typed faster than the answer came: what opens is the answer to what is typed, not to its beginning.
      event.preventDefault();
      search.findBest(typed).then(open, () => undefined);
    } else {
      if (event.key === 'ArrowDown') setOpen(true);
      listbox.onKeyDown(event);
    }
  };
  return (
    <div role="search" ref={ref} className={styles.box}>
      <TextInput
        {...listbox.inputProps}
        id={searchInputId}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={
          typed === '' ? (
            <Kbd size="xs" aria-hidden>
              {'/'}
            </Kbd>
          ) : (
            <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => (leave(), focusSearch())} />
          )
        }
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
          listbox.setActive(0);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {isShown && <SearchResults typed={typed} search={search} listbox={listbox} onLeave={leave} />}
    </div>
  );
}
