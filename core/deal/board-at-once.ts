import type { ReadDb } from '#core/database/connection.ts';
import { boardOrders } from '#core/deal/deal-board.ts';
import type { Board, BoardSort } from '#core/deal/deal-board.ts';
import type { Conditions } from '#core/deal/deal-filter.ts';
import { dealOrders } from '#core/deal/deal-list.ts';
import type { Today } from '#core/deal/deal-rows.ts';
import { toSums } from '#core/deal/deal-sums.ts';

interface Request {
  /** All columns of a pipeline, or one. */
  readonly of: { readonly column: 'pipeline_id' | 'stage_id'; readonly id: string };
  readonly sort: BoardSort;
  readonly today: Today;
}

/** Of a deal that fits. */
type Found = [seq: number, stageId: string, currency: string, amount: number, weighted: number];

interface Column {
  readonly seqs: number[];
  readonly tallies: Map<string, { currency: string; count: number; amount: number; weighted: number }>;
}

/**
 * A board of which every deal that fits is found at once, in order: words to be looked up, and what somebody may see, would be asked anew
 * for every part and sum of every column.
 */
export function boardAtOnce(db: ReadDb, { of, sort, today }: Request, { sql, parameters }: Conditions): Board {
  const isByNext = sort === 'next';
  const order = isByNext ? `${dealOrders.next('ASC')}, deal.seq` : boardOrders[sort];
  const found = db.readRaw<(string | number)[], Found>(
    // From the words, or from who works on them, to the deals, not through all deals: their indexes are out of the question.
    `WITH fitting AS MATERIALIZED (
       SELECT deal.seq, deal.stage_id, deal.currency, deal.amount, coalesce(deal.own_probability, stage.probability) AS probability,
         ${isByNext ? 'deal.next_task_at' : 'deal.title_key, deal.created_at, deal.expected_close'}
       FROM deal CROSS JOIN stage ON stage.id = deal.stage_id
       WHERE +deal.${of.column} = ? AND +deal.status = 'open' AND +deal.deleted_at IS NULL AND ${sql}
     )
     SELECT seq, stage_id, currency, amount, amount * probability FROM fitting deal ORDER BY ${order}`,
  );
  const columns = new Map<string, Column>();
  for (const deal of found.all(of.id, ...parameters, ...(isByNext ? [today.end] : []))) {
    let column = columns.get(deal[1]);
    if (!column) columns.set(deal[1], (column = { seqs: [], tallies: new Map() }));
    add(column, deal);
  }
  return {
    page: (stageId, { offset, limit }) => columns.get(stageId)?.seqs.slice(offset, offset + limit) ?? [],
    sums: ({ id }) => toSums([...(columns.get(id)?.tallies.values() ?? [])]),
  };
}

function add({ seqs, tallies }: Column, [seq, , currency, amount, weighted]: Found) {
  seqs.push(seq);
  let tally = tallies.get(currency);
  if (!tally) tallies.set(currency, (tally = { currency, count: 0, amount: 0, weighted: 0 }));
  tally.count += 1;
  tally.amount += amount;
  tally.weighted += weighted;
}
