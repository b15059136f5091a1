import type { ReadDb } from '#core/database/connection.ts';
import type { Conditions } from '#core/deal/deal-filter.ts';
import { tallySql, toSums } from '#core/deal/deal-sums.ts';
import type { Tally } from '#core/deal/deal-sums.ts';
import type { Today } from '#core/deal/deal-rows.ts';
import type { DealSums } from '#shared/deal/contract.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

export type BoardSort = 'next' | 'amount' | 'createdAt' | 'expectedClose' | 'title';

export interface ColumnRequest {
  readonly stageId: string;
  readonly sort: BoardSort;
  readonly offset: number;
  readonly limit: number;
  readonly today: Today;
  /** Null where nothing is filtered. */
  readonly conditions: Conditions | null;
}

/** Deals of a column: the words by which SQLite knows that the indexes of open deals hold them. */
const inColumn = `deal.stage_id = ? AND deal.status = 'open' AND deal.deleted_at IS NULL`;

/** What is due until the end of today by its moment, then what has nothing planned, then the rest by its moment. */
const nextParts = [
  { condition: 'deal.next_task_at <= ?', order: 'deal.next_task_at, deal.seq', isTimed: true },
  { condition: 'deal.next_task_at IS NULL', order: 'deal.seq', isTimed: false },
  { condition: 'deal.next_task_at > ?', order: 'deal.next_task_at, deal.seq', isTimed: true },
] as const;

const orders: Readonly<Record<Exclude<BoardSort, 'next'>, string>> = {
  amount: 'deal.amount DESC, deal.seq',
  createdAt: 'deal.created_at DESC, deal.seq DESC',
  expectedClose: 'deal.expected_close IS NULL, deal.expected_close, deal.seq',
  title: 'deal.title_key, deal.seq',
};

/** Rowids of a page of a column's deals. */
export function columnPage(db: ReadDb, request: ColumnRequest): readonly number[] {
  if (request.sort === 'next') return nextPage(db, request);
  const { stageId, sort, offset, limit, conditions } = request;
  const sql = `SELECT deal.seq FROM deal WHERE ${inColumn}${and(conditions)} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`;
  return db.readColumn<(string | number)[], number>(sql).all(stageId, ...(conditions?.parameters ?? []), limit, offset);
}

function nextPage(db: ReadDb, { stageId, limit, offset, today, conditions }: ColumnRequest): readonly number[] {
  const seqs: number[] = [];
  let skip = offset;
  for (const { condition, order, isTimed } of nextParts) {
    if (seqs.length >= limit) break;
    const from = `FROM deal WHERE ${inColumn} AND ${condition}${and(conditions)}`;
    const parameters = [stageId, ...(isTimed ? [today.end] : []), ...(conditions?.parameters ?? [])];
    const page = db
      .readColumn<(string | number)[], number>(`SELECT deal.seq ${from} ORDER BY ${order} LIMIT ? OFFSET ?`)
      .all(...parameters, limit - seqs.length, skip);
    seqs.push(...page);
    if (skip === 0) continue;
    // Where this part gave anything, all that was to be left out lay in it.
    const inPart =
      page.length > 0 ? skip : db.readColumn<(string | number)[], number>(`SELECT count(*) ${from}`).get(...parameters);
    skip -= Math.min(skip, inPart ?? 0);
  }
  return seqs;
}

/**
 * Conditions for each column that name the deals which fit: those are found once for all columns, while the conditions themselves,
 * with words to be looked up, would be asked anew for every part and sum of every column. Null where a column has none.
 */
export function narrowColumns(
  db: ReadDb,
  pipelineId: string,
  { sql, parameters }: Conditions,
): (stageId: string) => Conditions | null {
  const fitting = db.readRaw<(string | number)[], [number, string]>(
    // From the words to the deals, not through all deals of the pipeline: its indexes are out of the question.
    `SELECT deal.seq, deal.stage_id FROM deal NOT INDEXED
     WHERE deal.pipeline_id = ? AND deal.status = 'open' AND deal.deleted_at IS NULL AND ${sql}`,
  );
  const byStage = new Map<string, number[]>();
  for (const [seq, stageId] of fitting.iterate(pipelineId, ...parameters)) {
    const seqs = byStage.get(stageId);
    if (seqs) seqs.push(seq);
    else byStage.set(stageId, [seq]);
  }
  return (stageId) => {
    const seqs = byStage.get(stageId);
    return seqs ? { sql: 'deal.seq IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(seqs)] } : null;
  };
}

/** How many deals are in a column and what they come to. */
export function columnSums(
  db: ReadDb,
  { id, probability }: Pick<Stage, 'id' | 'probability'>,
  conditions: Conditions | null = null,
): DealSums {
  const tallies = db.read<(string | number)[], Tally>(
    `SELECT deal.currency, ${tallySql('coalesce(deal.own_probability, ?)')} FROM deal WHERE ${inColumn}${and(conditions)} GROUP BY deal.currency`,
  );
  return toSums(tallies.all(probability, id, ...(conditions?.parameters ?? [])));
}

function and(conditions: Conditions | null): string {
  return conditions ? ` AND ${conditions.sql}` : '';
}
