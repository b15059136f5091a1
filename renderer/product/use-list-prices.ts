import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#renderer/app/client.ts';
import type { PriceList, Product } from '#shared/product/contract.ts';

const noLists: readonly PriceList[] = [];

/** The price lists, the usual one first; empty until the core has told. */
export function usePriceLists(): readonly PriceList[] {
  return useQuery(api.product.priceLists.queryOptions()).data ?? noLists;
}

/** `priceIn(product)`: its price in the first list of a currency that has one, minor units; null when none has. */
export function usePriceIn(currency: string): (product: Pick<Product, 'prices'>) => number | null {
  const lists = usePriceLists();
  return useCallback(
    ({ prices }) => {
      for (const list of lists.filter((one) => one.currency === currency)) {
        const price = prices.find(({ priceListId }) => priceListId === list.id);
        if (price !== undefined) return price.amount;
      }
      return null;
    },
    [lists, currency],
  );
}

interface ListPricesWanted {
  readonly productIds: readonly string[];
  readonly currency: string;
}

/** `priceNow(productId)`: what a product costs by now; null while it isn't known. */
export function useListPrices({ productIds, currency }: ListPricesWanted): (productId: string) => number | null {
  const priceIn = usePriceIn(currency);
  const ids = [...new Set(productIds)];
  const results = useQueries({ queries: ids.map(productQuery) });
  return (productId) => {
    const product = results[ids.indexOf(productId)]?.data;
    return product === undefined ? null : priceIn(product);
  };
}

/** Those of the products that have been read, once the price lists have been too. */
export function useProductsAndLists(productIds: readonly string[]): readonly Product[] {
  const { isPending } = useQuery(api.product.priceLists.queryOptions());
  const results = useQueries({ queries: productIds.map(productQuery) });
  return isPending ? [] : results.flatMap(({ data }) => data ?? []);
}

function productQuery(id: string) {
  return api.product.get.queryOptions({ input: { id }, staleTime: 5 * 60_000 });
}
