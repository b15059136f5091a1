import type { ReadDb } from '#core/database/connection.ts';
import type { Conditions } from '#core/deal/deal-filter.ts';
import { readDealRows } from '#core/deal/deal-rows.ts';
import type { Today } from '#core/deal/deal-rows.ts';
import { probabilitySql, tallySql, toSums } from '#core/deal/deal-sums.ts';
import type { Tally } from '#core/deal/deal-sums.ts';
import type { DealRow as ListedDeal, DealSums, dealSortFields } from '#shared/deal/contract.ts';

interface ListRequest {
  readonly conditions: Conditions;
  readonly sort: { readonly field: (typeof dealSortFields)[number]; readonly direction: 'ascending' | 'descending' };
  readonly offset: number;
  readonly limit: number;
  readonly today: Today;
}

type Direction = 'ASC' | 'DESC';

/** What is put in order by; what has no value comes last either way. */
export const dealOrders: Readonly<Record<(typeof dealSortFields)[number], (direction: Direction) => string>> = {
  next: (direction) => `CASE WHEN deal.next_task_at <= ? THEN 0 WHEN deal.next_task_at IS NULL THEN 1 ELSE 2 END ${direction},
    deal.next_task_at ${direction}`,
  title: (direction) => `deal.title_key ${direction}`,
  amount: (direction) => `deal.amount ${direction}`,
  expectedClose: (direction) => `deal.expected_close IS NULL, deal.expected_close ${direction}`,
  createdAt: (direction) => `deal.created_at ${direction}`,
  updatedAt: (direction) => `deal.updated_at ${direction}`,
  closedAt: (direction) => `deal.closed_at IS NULL, deal.closed_at ${direction}`,
  stage: (direction) => `pipeline.position ${direction}, stage.position ${direction}`,
  owner: (direction) => `user.name IS NULL, user.name COLLATE NOCASE ${direction}`,
  client: (direction) => `party.sort_key ${direction}`,
};

const joins = {
  stage: ' JOIN stage ON stage.id = deal.stage_id JOIN pipeline ON pipeline.id = deal.pipeline_id',
  owner: ' LEFT JOIN user ON user.id = deal.owner_id',
  client: ' JOIN party ON party.id = deal.party_id',
} as const;

/** A page of deals, and what all of them come to. */
export function listDeals(
  db: ReadDb,
  { conditions, sort, offset, limit, today }: ListRequest,
): DealSums & { rows: ListedDeal[]; total: number } {
  const direction = sort.direction === 'ascending' ? 'ASC' : 'DESC';
  const join = Object.hasOwn(joins, sort.field) ? joins[sort.field as keyof typeof joins] : '';
  const order = `${dealOrders[sort.field](direction)}, deal.seq ${direction}`;
  const sql = `SELECT deal.seq FROM deal${join} WHERE ${conditions.sql} ORDER BY ${order} LIMIT ? OFFSET ?`;
  const parameters = [...conditions.parameters, ...(sort.field === 'next' ? [today.end] : []), limit, offset];
  const seqs = db.readColumn<(string | number)[], number>(sql).all(...parameters);
  const sums = sumDeals(db, conditions);
  return { ...sums, rows: readDealRows(db, seqs, today), total: sums.count };
}

/** How many deals fit and what they come to. */
export function sumDeals(db: ReadDb, conditions: Conditions): DealSums {
  const tallies = db.read<(string | number)[], Tally>(
    `SELECT deal.currency, ${tallySql(probabilitySql)} FROM deal JOIN stage ON stage.id = deal.stage_id
     WHERE ${conditions.sql} GROUP BY deal.currency`,
  );
  return toSums(tallies.all(...conditions.parameters));
}
