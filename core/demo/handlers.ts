import { createDemo } from '#core/demo/commands.ts';
import { procedures } from '#core/procedure.ts';
import { readSettings } from '#core/settings/settings.ts';

export const demoHandlers = {
  create: procedures.demo.create.handler(async ({ context, input }) => {
    const { store } = context.core;
    const { country, trade } = readSettings(store.db);
    const { actId, result } = await store.perform({ actor: context.actor, kind: 'demo', subject: '' }, (act) =>
      createDemo(act, { contacts: input.contacts, seed: store.now() % 1_000_000, country, trade }),
    );
    return { actId, ...result };
  }),
};
