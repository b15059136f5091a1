import { Button, Group, Text } from '@mantine/core';
import { Fragment } from 'react';
import { Message } from '#renderer/app/Message.tsx';
import type { useListbox } from '#renderer/app/use-listbox.ts';
import { useText } from '#renderer/app/text.ts';
import { CreationOffers } from '#renderer/search/CreationOffers.tsx';
import styles from '#renderer/search/SearchBox.module.css';
import { DealResultRow } from '#renderer/search/DealResultRow.tsx';
import { SearchResultRow } from '#renderer/search/SearchResultRow.tsx';
import type { Search } from '#renderer/search/use-search.ts';

interface SearchResultsProps {
  readonly typed: string;
  readonly search: Search;
  readonly listbox: ReturnType<typeof useListbox>;
  readonly onLeave: () => void;
}

/** What stands under the search box while one types. */
export function SearchResults({ typed, search, listbox, onLeave }: SearchResultsProps) {
  const t = useText();
  const count = search.groups.reduce((sum, group) => sum + group.results.length, 0);
  let index = -1;
  return (
    <div className={styles.dropdown} tabIndex={-1}>
      <div {...listbox.listProps} aria-label={t('search.results')} className={styles.list}>
        {search.groups.map(({ type, results }) => (
          <Fragment key={type}>
            <div role="presentation" className={styles.heading}>
              <Message id={type === 'deal' ? 'nav.deals' : `party.types.${type}`} />
            </div>
            {results.map((result) => {
              index += 1;
              return (
                <div key={result.id} {...listbox.optionProps(index)} className={styles.option}>
                  {result.type === 'deal' ? <DealResultRow result={result} /> : <SearchResultRow result={result} />}
                </div>
              );
            })}
          </Fragment>
        ))}
      </div>
      {search.isFailed ? (
        <Group p="md" role="alert">
          <Text>
            <Message id="search.failed" />
          </Text>
          <Button size="compact-md" variant="light" onClick={search.retry}>
            <Message id="common.retry" />
          </Button>
        </Group>
      ) : (
        search.isSettled && count === 0 && <CreationOffers typed={typed} onLeave={onLeave} />
      )}
      <div role="status" className={styles.spoken}>
        {search.isSettled && <Message id="search.count" values={{ count }} />}
      </div>
    </div>
  );
}
