import { Autocomplete, Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#renderer/app/client.ts';
import { Message } from '#renderer/app/Message.tsx';
import { useText } from '#renderer/app/text.ts';
import { readTypedMoney, readTypedRate, writeTypedMoney, writeTypedRate } from '#renderer/app/typed-money.ts';
import { useLocale } from '#renderer/date/locale.ts';
import { usePriceLists } from '#renderer/product/use-list-prices.ts';
import { units } from '#shared/deal/fields.ts';
import type { PriceList, Product } from '#shared/product/contract.ts';

interface ProductFormProps {
  /** Null while it is closed. */
  readonly product: Product | 'new' | null;
  readonly categories: readonly string[];
  readonly onClose: () => void;
}

/** The form of a product, new or there already. */
export function ProductForm({ product, categories, onClose }: ProductFormProps) {
  return (
    <Modal
      opened={product !== null}
      onClose={onClose}
      title={<Message id={product === 'new' ? 'product.new' : 'product.edit'} />}
    >
      {product !== null && <Fields product={product} categories={categories} onClose={onClose} />}
    </Modal>
  );
}

type Draft = Pick<Product, 'name' | 'code' | 'category' | 'description' | 'unit'> & {
  readonly taxRate: string;
  /** By list, as typed. */
  readonly prices: Readonly<Record<string, string>>;
};

function Fields({ product, categories, onClose }: ProductFormProps & { readonly product: Product | 'new' }) {
  const t = useText();
  const locale = useLocale();
  const lists = usePriceLists();
  const [draft, setDraft] = useState<Draft>(() => draftOf(product, { lists, locale }));
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  const { save, isSaving } = useSaveProduct(product, onClose);
  const read = readDraft(draft, { lists, locale });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (read.type === 'product') save(read.product);
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={t('product.field.name')}
          maxLength={300}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Group grow align="start">
          <TextInput
            label={t('product.field.code')}
            maxLength={80}
            value={draft.code}
            onChange={(event) => change({ code: event.currentTarget.value })}
          />
          <Autocomplete
            label={t('product.field.category')}
            maxLength={120}
            data={categories.filter((name) => name !== '')}
            value={draft.category}
            onChange={(category) => change({ category })}
          />
        </Group>
        <Group grow align="start">
          <Select
            label={t('product.field.unit')}
            allowDeselect={false}
            data={units.map((unit) => ({ value: unit, label: t(`deal.unit.${unit}`) }))}
            value={draft.unit}
            onChange={(unit) => unit !== null && change({ unit })}
          />
          <TextInput
            label={t('product.field.taxRate')}
            placeholder={t('product.taxOfShop')}
            inputMode="decimal"
            error={read.type === 'unreadable' && read.field === 'taxRate' ? t('deal.money.unreadable') : undefined}
            value={draft.taxRate}
            onChange={(event) => change({ taxRate: event.currentTarget.value })}
          />
        </Group>
        {lists.map(({ id, name, currency }) => (
          <TextInput
            key={id}
            label={`${t('product.price')}: ${name}, ${currency}`}
            inputMode="decimal"
            error={read.type === 'unreadable' && read.field === id ? t('deal.money.unreadable') : undefined}
            value={draft.prices[id] ?? ''}
            onChange={(event) => change({ prices: { ...draft.prices, [id]: event.currentTarget.value } })}
          />
        ))}
        <Textarea
          label={t('product.field.description')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={10_000}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Message id="common.cancel" />
          </Button>
          <Button type="submit" loading={isSaving} disabled={draft.name.trim() === '' || read.type === 'unreadable'}>
            <Message id="common.save" />
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Reading {
  readonly lists: readonly PriceList[];
  readonly locale: string;
}

function draftOf(product: Product | 'new', { lists, locale }: Reading): Draft {
  if (product === 'new') {
    return { name: '', code: '', category: '', description: '', unit: 'piece', taxRate: '', prices: {} };
  }
  const prices = lists.flatMap(({ id, currency }) => {
    const price = product.prices.find(({ priceListId }) => priceListId === id);
    return price === undefined ? [] : [[id, writeTypedMoney(price.amount, { locale, currency })]];
  });
  const { name, code, category, description, unit, taxRate } = product;
  return {
    name,
    code,
    category,
    description,
    unit,
    taxRate: taxRate === null ? '' : writeTypedRate(taxRate, locale),
    prices: Object.fromEntries(prices) as Draft['prices'],
  };
}

type ProductInput = Pick<Product, 'name' | 'code' | 'category' | 'description' | 'unit' | 'taxRate' | 'prices'>;

function readDraft(
  { taxRate: typedRate, prices: typed, ...draft }: Draft,
  { lists, locale }: Reading,
): { readonly type: 'product'; readonly product: ProductInput } | { readonly type: 'unreadable'; readonly field: string } {
  const taxRate = typedRate.trim() === '' ? null : readTypedRate(typedRate, locale);
  if (taxRate === null && typedRate.trim() !== '') return { type: 'unreadable', field: 'taxRate' };
  const prices = [];
  for (const { id, currency } of lists) {
    const text = (typed[id] ?? '').trim();
    if (text === '') continue;
    const amount = readTypedMoney(text, { locale, currency });
    if (amount === null || amount < 0) return { type: 'unreadable', field: id };
    prices.push({ priceListId: id, amount });
  }
  return { type: 'product', product: { ...draft, name: draft.name.trim(), taxRate, prices } };
}

function useSaveProduct(product: Product | 'new', onSaved: () => void) {
  const queries = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (input: ProductInput) =>
      product === 'new'
        ? client.product.create({ ...input, kind: input.unit === 'service' || input.unit === 'hour' ? 'service' : 'goods' })
        : client.product.update({ ...input, id: product.id }),
    onSuccess: () => {
      onSaved();
      void queries.invalidateQueries({ queryKey: api.product.key() });
    },
  });
  return { save: (input: ProductInput) => mutate(input), isSaving: isPending };
}
