import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/client.ts';
import { useFormat } from '#renderer/app/format.ts';
import { useText } from '#renderer/app/text.ts';
import { readTypedMoney, writeTypedMoney } from '#renderer/app/typed-money.ts';
import { useLocale } from '#renderer/date/locale.ts';
import classes from '#renderer/product/Products.module.css';
import type { PriceList, Product } from '#shared/product/contract.ts';

interface PriceCellProps {
  readonly product: Product;
  readonly list: PriceList;
  readonly canEdit: boolean;
}

/** A product's price in one list: saved when it is left or on Enter, empty for none; Esc brings back what was there. */
export function PriceCell({ product, list, canEdit }: PriceCellProps) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const queries = useQueryClient();
  const { currency } = list;
  const price = product.prices.find(({ priceListId }) => priceListId === list.id);
  const [typed, setTyped] = useState<string | null>(null);
  const update = useMutation(
    api.product.update.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.product.key() }) }),
  );
  if (!canEdit) return price === undefined ? null : <span>{format.money(price.amount, currency)}</span>;
  const amount = typed === null ? undefined : typed.trim() === '' ? 'none' : readTypedMoney(typed, { locale, currency });
  const isUnreadable = amount === null || (typeof amount === 'number' && amount < 0);
  const save = () => {
    if (amount === undefined || isUnreadable) return;
    const others = product.prices.filter(({ priceListId }) => priceListId !== list.id);
    const isSame = amount === 'none' ? price === undefined : price?.amount === amount;
    if (!isSame) {
      const prices = amount === 'none' ? others : [...others, { priceListId: list.id, amount: amount as number }];
      update.mutate({ id: product.id, prices });
    }
    setTyped(null);
  };
  return (
    <TextInput
      size="xs"
      className={classes.priceInput ?? ''}
      aria-label={t('product.priceOf', { name: product.name, list: list.name })}
      inputMode="decimal"
      error={isUnreadable}
      value={typed ?? (price === undefined ? '' : writeTypedMoney(price.amount, { locale, currency }))}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
