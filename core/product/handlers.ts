import { SourceError } from '#core/import/readers/index.ts';
import { isAllowed } from '#core/people/allow.ts';
import { archiveProduct, changeProduct, createProduct, setPriceLists, usualPriceList } from '#core/product/commands.ts';
import type { ProductOutcome } from '#core/product/commands.ts';
import { importProducts } from '#core/product/import-products.ts';
import { findProduct, listProducts, readPriceLists } from '#core/product/queries.ts';
import { procedures } from '#core/procedure.ts';
import type { CallContext } from '#core/procedure.ts';

const { product } = procedures;

export const productHandlers = {
  list: product.list.handler(({ context, input }) => listProducts(context.core.store.db, input)),
  get: product.get.handler(({ context, input: { id }, errors }) => {
    const found = findProduct(context.core.store.db, id);
    if (!found) throw errors.NOT_FOUND({ data: { id } });
    return found;
  }),
  create: product.create.handler(async ({ context: { core, actor }, input, errors }) => {
    const { result } = await core.store.perform({ actor, kind: 'product', subject: input.name }, (act) =>
      createProduct(act, input),
    );
    if (result.type === 'saved') return result.product;
    throw errors.REFUSED({ data: refusalOf(result) });
  }),
  update: product.update.handler(async ({ context, input: { id, ...changes }, errors }) => {
    const { core, actor } = context;
    const { result } = await core.store.perform({ actor, kind: 'product', subject: nameOf(context, id) }, (act) =>
      changeProduct(act, id, changes),
    );
    if (result.type === 'saved') return result.product;
    if (result.type === 'notFound') throw errors.NOT_FOUND({ data: { id } });
    throw errors.REFUSED({ data: refusalOf(result) });
  }),
  archive: product.archive.handler(async ({ context, input: { id, archived }, errors }) => {
    const { core, actor } = context;
    const { result } = await core.store.perform({ actor, kind: 'product', subject: nameOf(context, id) }, (act) =>
      archiveProduct(act, id, archived),
    );
    if (result.type !== 'saved') throw errors.NOT_FOUND({ data: { id } });
    return result.product;
  }),
  priceLists: product.priceLists.handler(async ({ context: { core, actor } }) => {
    const lists = readPriceLists(core.store.db);
    if (lists.length > 0 || !isAllowed(actor, 'product.edit')) return lists;
    // Where somebody looks for the first time, the usual one is there to be filled.
    const { result } = await core.store.perform({ actor, kind: 'product', subject: '' }, usualPriceList);
    return [result];
  }),
  setPriceLists: product.setPriceLists.handler(async ({ context: { core, actor }, input: { lists }, errors }) => {
    const { result } = await core.store.perform({ actor, kind: 'product', subject: '' }, (act) => setPriceLists(act, lists));
    if (result.type === 'saved') return result.lists;
    throw errors.REFUSED({
      data: { field: 'lists', code: result.type, value: result.type === 'unknownPriceList' ? result.id : '' },
    });
  }),
  import: product.import.handler(async ({ context: { core, actor }, input: { file, priceListId, dryRun }, errors }) => {
    const { fileId, name } = await core.imports.keepFile(file);
    const kept = await core.imports.findFile(fileId);
    if (!kept) throw new Error('the file just kept is gone');
    try {
      const outcome = await importProducts(core.store, actor, { path: kept.path, name, priceListId, dryRun });
      if (outcome.type === 'done') return outcome;
      const field = outcome.type === 'noHeadings' ? 'file' : 'priceListId';
      throw errors.REFUSED({ data: { field, code: outcome.type } });
    } catch (error) {
      if (error instanceof SourceError) throw errors.REFUSED({ data: { field: 'file', code: error.code } });
      throw error;
    }
  }),
};

function nameOf({ core }: CallContext, id: string): string {
  return findProduct(core.store.db, id)?.name ?? '';
}

function refusalOf(outcome: Exclude<ProductOutcome, { type: 'saved' }>): { field: string; code: string; value: string } {
  switch (outcome.type) {
    case 'codeTaken':
      return { field: 'code', code: 'taken', value: outcome.code };
    case 'unknownPriceList':
      return { field: 'prices', code: outcome.type, value: outcome.id };
    case 'notFound':
      return { field: 'id', code: outcome.type, value: '' };
  }
}
