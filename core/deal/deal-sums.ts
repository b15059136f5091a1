import type { DealSums } from '#shared/deal/contract.ts';

/** Deals of one currency counted together; `weighted` is the sum of amount times percent. */
export interface Tally {
  readonly currency: string;
  readonly count: number;
  readonly amount: number;
  readonly weighted: number;
}

/**
 * The columns of a {@link Tally} but its currency. Sums are floating, since whole numbers would fail where they outgrow the
 * database's; they are exact up to ninety million million.
 * @param probability SQL of a deal's percent
 */
export function tallySql(probability: string): string {
  return `count(*) AS count, total(deal.amount) AS amount, total(deal.amount * ${probability}) AS weighted`;
}

/** SQL of a deal's percent, with its stage beside it, whatever its status. */
export const probabilitySql = `CASE deal.status WHEN 'won' THEN 100 WHEN 'lost' THEN 0 ELSE coalesce(deal.own_probability, stage.probability) END`;

/** How many and how much, the commonest currency first. */
export function toSums(tallies: readonly Tally[]): DealSums {
  const byCurrency = new Map<string, { count: number; amount: number; weighted: number }>();
  for (const { currency, count, amount, weighted } of tallies) {
    const sum = byCurrency.get(currency) ?? { count: 0, amount: 0, weighted: 0 };
    byCurrency.set(currency, { count: sum.count + count, amount: sum.amount + amount, weighted: sum.weighted + weighted });
  }
  const sorted = [...byCurrency].sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1));
  return {
    count: sorted.reduce((all, [, { count }]) => all + count, 0),
    sums: sorted.map(([currency, { amount, weighted }]) => ({ currency, amount, weighted: Math.round(weighted / 100) })),
  };
}
