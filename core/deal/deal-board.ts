import type { ReadDb } from '#core/database/connection.ts';
import type { Conditions } from '#core/deal/deal-filter.ts';
import { tallySql, toSums } from '#core/deal/deal-sums.ts';
import type { Tally } from '#core/deal/deal-sums.ts';
import type { Today } from '#core/deal/deal-rows.ts';
import type { DealSums } from '#shared/deal/contract.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

/** The columns of a board. */
export interface Board {
  /** Rowids of a page of a column's deals. */
  page(stageId: string, part: { readonly offset: number; readonly limit: number }): readonly number[];
  /** How many deals are in a column and what they come to. */
  sums(stage: Pick<Stage, 'id' | 'probability'>): DealSums;
}

export type BoardSort = 'next' | 'amount' | 'createdAt' | 'expectedClose' | 'title';

interface BoardRequest {
  readonly sort: BoardSort;
  readonly today: Today;
  /** Null where nothing is filtered. */
  readonly conditions: Conditions | null;
}

interface ColumnRequest extends BoardRequest {
  readonly stageId: string;
  readonly offset: number;
  readonly limit: number;
}

/** Deals of a column: the words by which SQLite knows that the indexes of open deals hold them. */
const inColumn = `deal.stage_id = ? AND deal.status = 'open' AND deal.deleted_at IS NULL`;

/** What is due until the end of today by its moment, then what has nothing planned, then the rest by its moment. */
const nextParts = [
  { condition: 'deal.next_task_at <= ?', order: 'deal.next_task_at, deal.seq', isTimed: true },
  { condition: 'deal.next_task_at IS NULL', order: 'deal.seq', isTimed: false },
  { condition: 'deal.next_task_at > ?', order: 'deal.next_task_at, deal.seq', isTimed: true },
] as const;

export const boardOrders: Readonly<Record<Exclude<BoardSort, 'next'>, string>> = {
  amount: 'deal.amount DESC, deal.seq',
  createdAt: 'deal.created_at DESC, deal.seq DESC',
  expectedClose: 'deal.expected_close IS NULL, deal.expected_close, deal.seq',
  title: 'deal.title_key, deal.seq',
};

/** A board whose columns the indexes of open deals have in order and summed up, for whoever sees every deal and looks for no words. */
export function boardByIndexes(db: ReadDb, request: BoardRequest): Board {
  return {
    page: (stageId, part) => columnPage(db, { ...request, stageId, ...part }),
    sums: (stage) => columnSums(db, stage, request.conditions),
  };
}

function columnPage(db: ReadDb, request: ColumnRequest): readonly number[] {
  if (request.sort === 'next') return nextPage(db, request);
  const { stageId, sort, offset, limit, conditions } = request;
  const sql = `SELECT deal.seq FROM deal WHERE ${inColumn}${and(conditions)} ORDER BY ${boardOrders[sort]} LIMIT ? OFFSET ?`;
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

function columnSums(db: ReadDb, { id, probability }: Pick<Stage, 'id' | 'probability'>, conditions: Conditions | null): DealSums {
  const tallies = db.read<(string | number)[], Tally>(
    `SELECT deal.currency, ${tallySql('coalesce(deal.own_probability, ?)')} FROM deal WHERE ${inColumn}${and(conditions)} GROUP BY deal.currency`,
  );
  return toSums(tallies.all(probability, id, ...(conditions?.parameters ?? [])));
}

function and(conditions: Conditions | null): string {
  return conditions ? ` AND ${conditions.sql}` : '';
}
