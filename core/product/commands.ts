import { priceListRecord, priceRecord, productRecord } from '#core/product/product.ts';
import { findProduct, readPriceLists } from '#core/product/queries.ts';
import type { Act } from '#core/records/act.ts';
import { definedFields } from '#core/records/defined-fields.ts';
import { newId } from '#core/records/new-id.ts';
import { changeRecord, createRecord, purgeRecord } from '#core/records/write.ts';
import { readSettings } from '#core/settings/settings.ts';
import { messageText } from '#shared/messages/message-text.ts';
import { currencyOfCountry } from '#shared/money/money.ts';
import type { PriceList, Product } from '#shared/product/contract.ts';

export type ProductInput = {
  readonly [Field in 'name' | 'code' | 'category' | 'description' | 'kind' | 'unit' | 'taxRate' | 'prices']?:
    | Product[Field]
    | undefined;
};

export type ProductOutcome =
  | { readonly type: 'saved'; readonly product: Product }
  | { readonly type: 'notFound' }
  /** Another product in the list has this code. */
  | { readonly type: 'codeTaken'; readonly code: string }
  | { readonly type: 'unknownPriceList'; readonly id: string };

export type PriceListsOutcome =
  | { readonly type: 'saved'; readonly lists: PriceList[] }
  | { readonly type: 'lastPriceList' }
  | { readonly type: 'unknownPriceList'; readonly id: string };

/** Adds a product; what isn't given is empty. */
export function createProduct(act: Act, { prices = [], ...input }: ProductInput & { readonly name: string }): ProductOutcome {
  const refusal = refuse(act, { ...input, prices });
  if (refusal) return refusal;
  const { id } = createRecord(act, productRecord, {
    code: '',
    category: '',
    description: '',
    kind: 'goods',
    unit: 'piece',
    taxRate: null,
    ...definedFields(input),
    id: newId(),
    name: input.name,
    nameKey: '',
    createdAt: act.at,
    archivedAt: null,
  });
  setPrices(act, id, prices);
  return saved(act, id);
}

/** Changes the fields given; prices, when given, are all of them. */
export function changeProduct(act: Act, id: string, { prices, ...input }: ProductInput): ProductOutcome {
  if (!findProduct(act.tx, id)) return { type: 'notFound' };
  const refusal = refuse(act, { ...input, prices, id });
  if (refusal) return refusal;
  changeRecord(act, productRecord, { id, changes: definedFields(input) });
  if (prices) setPrices(act, id, prices);
  return saved(act, id);
}

/** Takes a product out of the list, or puts it back. */
export function archiveProduct(act: Act, id: string, archived: boolean): ProductOutcome {
  const before = findProduct(act.tx, id);
  if (!before) return { type: 'notFound' };
  if (archived !== (before.archivedAt !== null))
    changeRecord(act, productRecord, { id, changes: { archivedAt: archived ? act.at : null } });
  return saved(act, id);
}

/** All price lists in their order: those with an id are changed, others are new, the rest goes. */
export function setPriceLists(
  act: Act,
  lists: readonly { readonly id?: string | undefined; readonly name: string; readonly currency: string }[],
): PriceListsOutcome {
  if (lists.length === 0) return { type: 'lastPriceList' };
  const before = readPriceLists(act.tx);
  const unknown = lists.find(({ id }) => id !== undefined && !before.some((list) => list.id === id));
  if (unknown?.id !== undefined) return { type: 'unknownPriceList', id: unknown.id };
  const kept = new Set(lists.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) changeRecord(act, priceListRecord, { id, changes: { archivedAt: act.at } });
  for (const [position, { id, name, currency }] of lists.entries()) {
    if (id === undefined) createRecord(act, priceListRecord, { id: newId(), name, currency, position, archivedAt: null });
    else changeRecord(act, priceListRecord, { id, changes: { name, currency, position } });
  }
  return { type: 'saved', lists: readPriceLists(act.tx) };
}

/** The price list that prices go into unless another is named; made, in the shop's money and language, where there is none. */
export function usualPriceList(act: Act): PriceList {
  const [first] = readPriceLists(act.tx);
  if (first) return first;
  const { language, currency, country } = readSettings(act.tx);
  const { archivedAt: _archivedAt, ...list } = createRecord(act, priceListRecord, {
    id: newId(),
    name: messageText('product.priceList.usual', language),
    currency: currency || currencyOfCountry(country),
    position: 0,
    archivedAt: null,
  });
  return list;
}

/** Sets one price, leaving those in other lists. */
export function setPrice(act: Act, productId: string, { priceListId, amount }: Product['prices'][number]) {
  const known = act.tx.readColumn<[string, string], string>('SELECT id FROM price WHERE product_id = ? AND price_list_id = ?');
  const id = known.get(productId, priceListId);
  if (id === undefined) createRecord(act, priceRecord, { id: newId(), productId, priceListId, amount });
  else changeRecord(act, priceRecord, { id, changes: { amount } });
}

function setPrices(act: Act, productId: string, prices: Product['prices']) {
  const kept = new Set(prices.map(({ priceListId }) => priceListId));
  const rows = act.tx
    .read<[string], { id: string; list: string }>(
      `SELECT price.id, price_list_id AS list FROM price JOIN price_list ON price_list.id = price_list_id
       WHERE product_id = ? AND archived_at IS NULL`,
    )
    .all(productId);
  for (const { id, list } of rows) if (!kept.has(list)) purgeRecord(act, priceRecord, id);
  for (const price of prices) setPrice(act, productId, price);
}

function refuse(act: Act, { id, code, prices }: ProductInput & { readonly id?: string }): ProductOutcome | undefined {
  const taken = act.tx.readColumn<[string, string], number>(
    `SELECT 1 FROM product WHERE code = ? AND code <> '' AND id <> ? AND archived_at IS NULL`,
  );
  if (code !== undefined && taken.get(code, id ?? '') !== undefined) return { type: 'codeTaken', code };
  const lists = readPriceLists(act.tx);
  const unknown = prices?.find(({ priceListId }) => !lists.some((list) => list.id === priceListId));
  return unknown && { type: 'unknownPriceList', id: unknown.priceListId };
}

function saved(act: Act, id: string): ProductOutcome {
  const product = findProduct(act.tx, id);
  return product ? { type: 'saved', product } : { type: 'notFound' };
}
