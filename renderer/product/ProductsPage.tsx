import { Button, Group, Select, Switch, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileImport, IconPackage, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { EmptyState } from '#renderer/app/EmptyState.tsx';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { RowsFailed } from '#renderer/grid/index.ts';
import { useCan } from '#renderer/people/use-me.ts';
import { ImportPrices } from '#renderer/product/ImportPrices.tsx';
import { ProductForm } from '#renderer/product/ProductForm.tsx';
import page from '#renderer/app/page.module.css';
import { ProductTable } from '#renderer/product/ProductTable.tsx';
import { OfficeChangesThis } from '#renderer/sync/OfficeChangesThis.tsx';
import type { Product } from '#shared/product/contract.ts';

const pageLength = 50;

/** Everything the shop sells, with its prices. */
export function ProductsPage() {
  const t = useText();
  const canEdit = useCan('product.edit');
  const [text, setText] = useState('');
  const [category, setCategory] = useState<string | null>(null);
  const [archived, setArchived] = useState(false);
  const [edited, setEdited] = useState<Product | 'new' | null>(null);
  const [isImporting, setImporting] = useState(false);
  const list = useProducts({ text, category, archived });
  const isFiltered = text.trim() !== '' || category !== null || archived;
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section className={page.page} aria-label={t('nav.products')}>
      <Group justify="space-between" gap="xs">
        <Title order={1} size="h3">
          {t('nav.products')}
        </Title>
        {canEdit && (
          <Group gap="xs">
            <Button variant="default" leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => setImporting(true)}>
              <Message id="product.import" />
            </Button>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
              <Message id="product.new" />
            </Button>
          </Group>
        )}
      </Group>
      <OfficeChangesThis />
      {(isFiltered || first === undefined || first.total > 0) && (
        <Group gap="xs" role="group" aria-label={t('list.filter.label')}>
          <TextInput
            type="search"
            aria-label={t('product.search')}
            placeholder={t('product.search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            w={260}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Select
            aria-label={t('product.field.category')}
            placeholder={t('product.field.category')}
            w={200}
            clearable
            data={first?.categories.filter((name) => name !== '') ?? []}
            value={category}
            onChange={setCategory}
          />
          <Switch
            label={t('product.archived')}
            checked={archived}
            onChange={(event) => setArchived(event.currentTarget.checked)}
          />
        </Group>
      )}
      {list.isError && first === undefined && <RowsFailed error={list.error} retry={() => void list.refetch()} />}
      {first?.total === 0 && (
        <EmptyState
          icon={<IconPackage size={30} />}
          title={<Message id={isFiltered ? 'product.noMatches' : 'product.none'} />}
          {...((canEdit || isFiltered) && { text: <Message id={isFiltered ? 'product.noMatches.text' : 'product.none.text'} /> })}
        />
      )}
      {rows.length > 0 && (
        <ProductTable
          rows={rows}
          canEdit={canEdit}
          onEdit={setEdited}
          {...(list.hasNextPage ? { readMore: () => void list.fetchNextPage() } : {})}
        />
      )}
      <ProductForm product={edited} categories={first?.categories ?? []} onClose={() => setEdited(null)} />
      <ImportPrices isOpen={isImporting} onClose={() => setImporting(false)} />
    </section>
  );
}

interface ProductsWanted {
  readonly text: string;
  readonly category: string | null;
  readonly archived: boolean;
}

function useProducts({ text: typed, category, archived }: ProductsWanted) {
  const [text] = useDebouncedValue(typed.trim(), 200);
  return useInfiniteQuery(
    api.product.list.infiniteOptions({
      input: (offset: number) => ({ text, archived, offset, limit: pageLength, ...(category === null ? {} : { category }) }),
      initialPageParam: 0,
      getNextPageParam: (last: { readonly total: number }, pages) => {
        const read = pages.length * pageLength;
        return read < last.total ? read : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
}
