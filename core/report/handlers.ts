import { compileWhere, refusalOf } from '#core/filter/compile-where.ts';
import { findParty } from '#core/party/queries.ts';
import { isAllowed } from '#core/people/allow.ts';
import { procedures } from '#core/procedure.ts';
import { readAsOf } from '#core/report/as-of.ts';
import { readBoughtWith } from '#core/report/bought-with.ts';
import { readOrders } from '#core/report/orders.ts';
import { isTooLong } from '#core/report/period.ts';
import { readPurchases } from '#core/report/purchases.ts';
import { readSales } from '#core/report/sales.ts';

const { report } = procedures;

export const reportHandlers = {
  sales: report.sales.handler(({ context: { core, actor }, input: { where, ...asked }, errors }) => {
    if (isTooLong(asked)) throw errors.REFUSED({ data: { field: 'from', code: 'tooLong' } });
    const compiled = where === undefined ? null : compileWhere(where, { store: core.store, actor, entity: 'deal' });
    if (compiled?.type === 'refused') throw errors.REFUSED({ data: refusalOf(compiled.problems) });
    return { ...readSales(core.store.db, { ...asked, where: compiled }), asOf: readAsOf(core.store.db) };
  }),
  orders: report.orders.handler(({ context: { core }, input, errors }) => {
    if (isTooLong(input)) throw errors.REFUSED({ data: { field: 'from', code: 'tooLong' } });
    return { ...readOrders(core.store.db, { ...input, now: core.store.now() }), asOf: readAsOf(core.store.db) };
  }),
  purchases: report.purchases.handler(({ context: { core, actor }, input: { id }, errors }) => {
    if (!isAllowed(actor, 'party.see')) throw errors.FORBIDDEN({ data: { permission: 'party.see' } });
    if (!findParty(core.store.db, id)) throw errors.NOT_FOUND({ data: { id } });
    return { ...readPurchases(core.store.db, id), asOf: readAsOf(core.store.db) };
  }),
  boughtWith: report.boughtWith.handler(({ context: { core }, input }) => readBoughtWith(core.store.db, input)),
};
