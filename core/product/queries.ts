import { priceListRecord, productRecord } from '#core/product/product.ts';
import type { ProductRow } from '#core/product/product.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import type { PriceList, Product } from '#shared/product/contract.ts';
import { foldText, foldWords } from '#shared/text/fold-text.ts';

interface ProductsRequest {
  readonly text: string;
  readonly category?: string | undefined;
  readonly archived: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** A page of products by name, and the categories of all that are in the list. */
export function listProducts(db: ReadDb, { text, category, archived, offset, limit }: ProductsRequest) {
  const words = foldWords(text);
  const code = text.trim();
  const conditions = [`archived_at IS ${archived ? 'NOT ' : ''}NULL`, ...(category === undefined ? [] : ['category = ?'])];
  const named = ['1', ...words.map(() => `instr(' ' || name_key, ?) > 0`)].join(' AND ');
  if (code !== '') conditions.push(`(${words.length > 0 ? `(${named}) OR ` : ''}instr(lower(code), lower(?)) = 1)`);
  const where = conditions.join(' AND ');
  const parameters = [
    ...(category === undefined ? [] : [category]),
    ...(code === '' ? [] : [...words.map((word) => ` ${word}`), code]),
  ];
  const rows = db
    .read<(string | number)[], Record<string, unknown>>(
      `SELECT * FROM product WHERE ${where} ORDER BY name_key, id LIMIT ? OFFSET ?`,
    )
    .all(...parameters, limit, offset)
    .map((row) => toProduct(db, decodeRow(productRecord, row)));
  const total = db.readColumn<string[], number>(`SELECT count(*) FROM product WHERE ${where}`).get(...parameters) ?? 0;
  return { rows, total, categories: categoriesOf(db, archived) };
}

export function findProduct(db: ReadDb, id: string): Product | undefined {
  const found = readRecord(db, productRecord, id);
  return found && toProduct(db, found.row);
}

/** The product with this code, else the one with this name; those out of the list too. */
export function recogniseProduct(
  db: ReadDb,
  { code, name }: { readonly code: string; readonly name: string },
): Product | undefined {
  const find = (condition: string, value: string) =>
    db
      .readColumn<[string], string>(
        `SELECT id FROM product WHERE ${condition} ORDER BY archived_at IS NOT NULL, created_at LIMIT 1`,
      )
      .get(value);
  const byCode = code === '' ? undefined : find(`code = ? AND code <> ''`, code);
  const nameKey = foldText(name);
  const byName = byCode !== undefined || nameKey === '' ? undefined : find('name_key = ?', nameKey);
  const id = byCode ?? byName;
  const product = id === undefined ? undefined : findProduct(db, id);
  // Two articles may be called the same.
  return byName !== undefined && product && product.code !== '' && code !== '' ? undefined : product;
}

/** Price lists in use; the first is the usual one. */
export function readPriceLists(db: ReadDb): PriceList[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM price_list WHERE archived_at IS NULL ORDER BY position, id')
    .all()
    .map((row) => {
      const { archivedAt: _archivedAt, ...list } = decodeRow(priceListRecord, row);
      return list;
    });
}

/** What a product costs in a currency by the first price list that says so; 0 where none does. Minor units. */
export function priceOf(db: ReadDb, productId: string, currency: string): number {
  const amount = db.readColumn<[string, string], number>(
    `SELECT price.amount FROM price JOIN price_list ON price_list.id = price_list_id
     WHERE product_id = ? AND currency = ? AND archived_at IS NULL ORDER BY position LIMIT 1`,
  );
  return amount.get(productId, currency) ?? 0;
}

function toProduct(db: ReadDb, { nameKey: _nameKey, ...product }: ProductRow): Product {
  const prices = db.read<[string], Product['prices'][number]>(
    `SELECT price_list_id AS priceListId, amount FROM price JOIN price_list ON price_list.id = price_list_id
     WHERE product_id = ? AND price_list.archived_at IS NULL ORDER BY position, price_list.id`,
  );
  return { ...product, prices: prices.all(product.id) };
}

function categoriesOf(db: ReadDb, archived: boolean): string[] {
  return db
    .readColumn<[], string>(
      `SELECT DISTINCT category FROM product WHERE category <> '' AND archived_at IS ${archived ? 'NOT ' : ''}NULL ORDER BY category`,
    )
    .all();
}
