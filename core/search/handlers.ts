import { procedures } from '#core/procedure.ts';
import { search } from '#core/search/search.ts';

export const searchHandlers = {
  find: procedures.search.find.handler(({ context, input }) => ({ results: [...search(context.core.store.db, input)] })),
};
