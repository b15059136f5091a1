import { noteAudit } from '#core/audit/note-audit.ts';
import { createProduct, changeProduct, setPrice, usualPriceList } from '#core/product/commands.ts';
import type { ProductInput } from '#core/product/commands.ts';
import { readProductFile } from '#core/product/read-product-file.ts';
import type { FileProblem, FileProduct } from '#core/product/read-product-file.ts';
import { readPriceLists, recogniseProduct } from '#core/product/queries.ts';
import type { Act } from '#core/records/act.ts';
import type { Store } from '#core/records/store.ts';
import { toMinor } from '#shared/money/money.ts';
import type { Actor } from '#shared/people/permission.ts';
import type { PriceList, Product } from '#shared/product/contract.ts';

export interface ProductImport {
  readonly path: string;
  /** The file's name, for the history. */
  readonly name: string;
  /** Into which list the prices go; the usual one where none is named. */
  readonly priceListId?: string | undefined;
  /** Only say what would come of it. */
  readonly dryRun: boolean;
}

interface Summary {
  readonly actId: string | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: FileProblem[];
}

export type ImportProductsOutcome =
  | ({ readonly type: 'done' } & Summary)
  | { readonly type: 'unknownPriceList' }
  /** No row of the file says what its columns are. */
  | { readonly type: 'noHeadings' };

type Counts = Record<'created' | 'updated' | 'unchanged', number>;

/** Ends a transaction without keeping anything of it. */
class Rollback extends Error {
  readonly counts: Counts;
  constructor(counts: Counts) {
    super('rolled back on purpose');
    this.counts = counts;
  }
}

/**
 * Brings a price list file in as one act.
 * @throws {SourceError} when it can't be read
 */
export async function importProducts(
  store: Store,
  actor: Actor,
  { path, name, priceListId, dryRun }: ProductImport,
): Promise<ImportProductsOutcome> {
  if (priceListId !== undefined && !readPriceLists(store.db).some(({ id }) => id === priceListId))
    return { type: 'unknownPriceList' };
  const file = await readProductFile(path);
  if (!file) return { type: 'noHeadings' };
  const problems = [...file.problems];
  try {
    const { actId, result } = await store.perform({ actor, kind: 'product', subject: name }, (act) => {
      const list = readPriceLists(act.tx).find(({ id }) => id === priceListId) ?? usualPriceList(act);
      const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
      for (const product of file.products) counts[saveProduct(act, product, list)] += 1;
      if (dryRun) throw new Rollback(counts);
      const count = counts.created + counts.updated;
      if (count > 0) noteAudit(act.tx, { at: act.at, actor, kind: 'import', subject: name, details: { of: 'products', count } });
      return counts;
    });
    const isNothing = result.created + result.updated === 0;
    return { type: 'done', actId: isNothing ? null : actId, ...result, problems };
  } catch (error) {
    if (error instanceof Rollback) return { type: 'done', actId: null, ...error.counts, problems };
    throw error;
  }
}

/** What a file leaves empty stays as it is. */
function saveProduct(act: Act, { row: _row, price, ...fields }: FileProduct, list: PriceList): keyof Counts {
  const before = recogniseProduct(act.tx, { code: fields.code ?? '', name: fields.name });
  const product = before ?? newProduct(act, fields);
  const amount = price === undefined ? undefined : toMinor(price, list.currency);
  const isPriceNew = amount !== undefined && !product.prices.some((one) => one.priceListId === list.id && one.amount === amount);
  if (isPriceNew) setPrice(act, product.id, { priceListId: list.id, amount });
  if (!before) return 'created';
  const isChanged = Object.entries(fields).some(([field, value]) => value !== before[field as keyof Product]);
  if (isChanged) changeProduct(act, before.id, fields);
  return isChanged || isPriceNew ? 'updated' : 'unchanged';
}

function newProduct(act: Act, fields: ProductInput & { readonly name: string }): Product {
  const outcome = createProduct(act, fields);
  if (outcome.type !== 'saved') throw new Error(`a product that wasn't recognised is ${outcome.type}`);
  return outcome.product;
}
