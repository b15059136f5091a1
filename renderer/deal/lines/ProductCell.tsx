import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { usePriceIn } from '#renderer/product/use-list-prices.ts';
import type { Product } from '#shared/product/contract.ts';

interface ProductCellProps {
  readonly label: string;
  readonly row: number;
  /** Has the focus when the sheet opens. */
  readonly isFirst: boolean;
  readonly value: string;
  readonly currency: string;
  readonly onType: (name: string) => void;
  /** @param price in the currency, minor units; null when no list has one */
  readonly onChoose: (product: Product, price: number | null) => void;
}

/** What is sold: a product found as one types, or any words. */
export function ProductCell({ label, row, isFirst, value, currency, onType, onChoose }: ProductCellProps) {
  const format = useFormat();
  const priceIn = usePriceIn(currency);
  const [isSearching, setSearching] = useState(false);
  const products = useProducts(value, isSearching);
  const combobox = useCombobox({ opened: isSearching && products.length > 0, onOpenedChange: setSearching });
  const close = () => setSearching(false);
  const choose = (id: string) => {
    const product = products.find((one) => one.id === id);
    if (product !== undefined) onChoose(product, priceIn(product));
    close();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal shadow="md" width={380} position="bottom-start">
      <Combobox.Target>
        <TextInput
          size="sm"
          aria-label={label}
          data-row={row}
          data-cell="name"
          data-autofocus={isFirst || undefined}
          autoComplete="off"
          maxLength={300}
          value={value}
          onBlur={close}
          onChange={(event) => {
            onType(event.currentTarget.value);
            setSearching(true);
            combobox.resetSelectedOption();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={label} mah={260} style={{ overflowY: 'auto' }}>
          {products.map((product) => {
            const price = priceIn(product);
            return (
              <Combobox.Option key={product.id} value={product.id}>
                <Group justify="space-between" wrap="nowrap" gap="sm">
                  <Text lineClamp={1}>{product.code === '' ? product.name : `${product.name} · ${product.code}`}</Text>
                  {price !== null && (
                    <Text c="dimmed" flex="none">
                      {format.money(price, currency)}
                    </Text>
                  )}
                </Group>
              </Combobox.Option>
            );
          })}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

const none: readonly Product[] = [];

function useProducts(typed: string, isWanted: boolean): readonly Product[] {
  const [text] = useDebouncedValue(typed.trim(), 120);
  const { data } = useQuery(
    api.product.list.queryOptions({
      input: { text, limit: 8 },
      enabled: isWanted && text !== '',
      placeholderData: keepPreviousData,
    }),
  );
  return isWanted && typed.trim() !== '' ? (data?.rows ?? none) : none;
}
