import { defineRecordType } from '#core/records/record-type.ts';
import type { PriceList, Product } from '#shared/product/contract.ts';
import { foldText } from '#shared/text/fold-text.ts';

export type ProductRow = Omit<Product, 'prices'> & {
  /** For sorting and recognising by name. */
  readonly nameKey: string;
};
export type PriceListRow = PriceList & { readonly archivedAt: number | null };

/** What a product costs in one price list, in minor units of its currency. */
export interface PriceRow {
  readonly id: string;
  readonly productId: string;
  readonly priceListId: string;
  readonly amount: number;
}

export const productRecord = defineRecordType<ProductRow>({
  name: 'product',
  table: 'product',
  fields: {
    name: { column: 'name' },
    nameKey: { column: 'name_key', derived: true },
    code: { column: 'code' },
    category: { column: 'category' },
    description: { column: 'description' },
    kind: { column: 'kind' },
    unit: { column: 'unit' },
    taxRate: { column: 'tax_rate' },
    createdAt: { column: 'created_at' },
    archivedAt: { column: 'archived_at' },
  },
  derive: (product) => ({ ...product, nameKey: foldText(product.name) }),
  describe: (product) => product.name,
});

export const priceListRecord = defineRecordType<PriceListRow>({
  name: 'price_list',
  table: 'price_list',
  fields: {
    name: { column: 'name' },
    currency: { column: 'currency' },
    position: { column: 'position' },
    archivedAt: { column: 'archived_at' },
  },
  describe: (list) => list.name,
});

export const priceRecord = defineRecordType<PriceRow>({
  name: 'price',
  table: 'price',
  fields: {
    productId: { column: 'product_id' },
    priceListId: { column: 'price_list_id' },
    amount: { column: 'amount' },
  },
  references: [
    { field: 'productId', to: 'product', onPurge: 'purge' },
    { field: 'priceListId', to: 'price_list', onPurge: 'purge' },
  ],
  describe: (price, db) => db.readColumn<[string], string>('SELECT name FROM product WHERE id = ?').get(price.productId) ?? '',
});
