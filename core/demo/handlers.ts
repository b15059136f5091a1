import { procedures } from '#core/procedure.ts';
import { prepareForSales } from '#core/demo/sales-making.ts';
import { readSettings } from '#core/settings/settings.ts';

export const demoHandlers = {
  create: procedures.demo.create.handler(async ({ context: { core, actor }, input }) => {
    const { contacts } = input;
    const { country, trade, language } = readSettings(core.store.db);
    // An act of its own, for the shop needs them when the invented sales are taken away, too.
    if (input.sales) await core.store.perform({ actor, kind: 'settings', subject: '' }, prepareForSales);
    const sales = input.sales ? { language } : undefined;
    const seed = core.store.now() % 1_000_000;
    return core.background.run('demo', actor, { contacts, seed, country, trade, sales }, contacts);
  }),
};
