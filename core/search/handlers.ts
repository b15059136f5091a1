import { procedures } from '#core/procedure.ts';
import { findDeals } from '#core/search/find-deals.ts';
import { search } from '#core/search/search.ts';

/** Of all that is shown, how many are deals at most. */
const dealShare = 0.25;

export const searchHandlers = {
  find: procedures.search.find.handler(({ context, input }) => {
    const { db } = context.core.store;
    const results = [...search(db, input)];
    if (input.type !== undefined) return { results, deals: [] };
    const limit = Math.ceil(input.limit * dealShare);
    return { results, deals: findDeals(db, { text: input.text, partyIds: results.map(({ id }) => id), limit }) };
  }),
};
