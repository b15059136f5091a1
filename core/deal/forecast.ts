import type { ReadDb } from '#core/database/connection.ts';
import type { Conditions } from '#core/deal/deal-filter.ts';
import { tallySql, toSums } from '#core/deal/deal-sums.ts';
import type { Tally } from '#core/deal/deal-sums.ts';
import type { DealSums } from '#shared/deal/contract.ts';

type Month = DealSums & { readonly month: string | null };

/** What is expected of the open deals that fit, by the month they are expected to close in; those without a date come last. */
export function forecastDeals(db: ReadDb, conditions: Conditions): Month[] {
  const tallies = db
    .read<(string | number)[], Tally & { readonly month: string | null }>(
      `SELECT substr(deal.expected_close, 1, 7) AS month, deal.currency, ${tallySql('coalesce(deal.own_probability, stage.probability)')}
       FROM deal JOIN stage ON stage.id = deal.stage_id WHERE deal.status = 'open' AND ${conditions.sql}
       GROUP BY month, deal.currency ORDER BY month IS NULL, month`,
    )
    .all(...conditions.parameters);
  const months = [...new Set(tallies.map(({ month }) => month))];
  return months.map((month) => ({ month, ...toSums(tallies.filter((tally) => tally.month === month)) }));
}
