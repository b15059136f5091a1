import { planRoads } from '#core/demo/deal-road.ts';
import { createSalesDeal } from '#core/demo/demo-sales-deal.ts';
import { addRequests } from '#core/demo/demo-sales-leads.ts';
import { addPayments, addQuotes } from '#core/demo/demo-sales-money.ts';
import { addTalks } from '#core/demo/demo-sales-talk.ts';
import { planTasks } from '#core/demo/demo-sales-tasks.ts';
import { beginSales } from '#core/demo/sales-making.ts';
import type { Act } from '#core/records/act.ts';

export interface SalesCounts {
  readonly deals: number;
  readonly leads: number;
}

/** So many people make a full shop; with fewer there is less. */
const fullShop = 100;

/**
 * Invents what a shop sells and half a year of its sales, for clients added after a party's rowid: products, deals on their
 * way, won and lost, what is to be done around now, calls, quotes, payments and requests. Nobody is reminded of what is past.
 */
export function createDemoSales(
  act: Act,
  { seed, afterParty, contacts }: { readonly seed: number; readonly afterParty: number; readonly contacts: number },
): SalesCounts {
  const making = beginSales(act, { seed, afterParty });
  if (!making) return { deals: 0, leads: 0 };
  const deals = planRoads(making, Math.min(1, contacts / fullShop)).map((road) => createSalesDeal(making, road));
  for (const made of deals) addTalks(making, made);
  addQuotes(making, deals);
  addPayments(making, deals);
  planTasks(making, deals);
  return { deals: deals.length, leads: addRequests(making, deals) };
}
