import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import { useText } from '#renderer/app/text.ts';
import { usePriceIn, useProductsAndLists } from '#renderer/product/use-list-prices.ts';
import type { Product } from '#shared/product/contract.ts';

interface BoughtWithProps {
  readonly productIds: readonly string[];
  readonly partyId: string;
  readonly currency: string;
  /** @param price in the currency, minor units; null when no list has one */
  readonly onAdd: (product: Product, price: number | null) => void;
}

/** What others bought with these products, to be added at a click. */
export function BoughtWith({ productIds, partyId, currency, onAdd }: BoughtWithProps) {
  const t = useText();
  const priceIn = usePriceIn(currency);
  const asked = [...new Set(productIds)].toSorted();
  const { data = [] } = useQuery(
    api.report.boughtWith.queryOptions({
      input: { productIds: asked, partyId },
      enabled: asked.length > 0,
      placeholderData: keepPreviousData,
    }),
  );
  const wanted = data.filter(({ productId }) => !asked.includes(productId));
  // Offered once it is known whole: a click adds it at once, before anything else is pressed.
  const products = useProductsAndLists(wanted.map(({ productId }) => productId));
  const offered = wanted.flatMap(({ productId, buyers }) => {
    const product = products.find(({ id }) => id === productId);
    return product === undefined ? [] : { product, buyers };
  });
  if (asked.length === 0 || offered.length === 0) return null;
  return (
    <Group gap="xs" mt="sm" role="group" aria-label={t('report.boughtWith')}>
      <Text size="sm" c="dimmed">
        {t('report.boughtWith')}
      </Text>
      {offered.map(({ product, buyers }) => (
        <Button
          key={product.id}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('report.boughtWith.add', { name: product.name })}
          title={t('report.buyers', { count: buyers })}
          onClick={() => onAdd(product, priceIn(product))}
        >
          {product.name}
        </Button>
      ))}
    </Group>
  );
}
