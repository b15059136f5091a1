import { procedures } from '#core/procedure.ts';
import { readSettings } from '#core/settings/settings.ts';

export const demoHandlers = {
  create: procedures.demo.create.handler(({ context: { core, actor }, input: { contacts } }) => {
    const { country, trade } = readSettings(core.store.db);
    return core.background.run('demo', actor, { contacts, seed: core.store.now() % 1_000_000, country, trade }, contacts);
  }),
};
