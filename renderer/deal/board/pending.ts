import type { DealRow, DealSums } from '#shared/deal/contract.ts';
import type { Stage } from '#shared/pipeline/contract.ts';

/** A move that was asked for and isn't in what was read yet. */
export interface PendingMove {
  readonly row: DealRow;
  /** A stage's id; "closed" takes the deal off the board. */
  readonly to: string;
}

/** A column of the board as read, with all its pages that were read. */
export interface ColumnRead extends DealSums {
  readonly stage: Stage;
  readonly rows: readonly DealRow[];
}

/** The column as it will be once the moves under way are made: rows, count and sums. */
export function withPending(column: ColumnRead, pending: Iterable<PendingMove>): ColumnRead {
  let { rows, count, sums } = column;
  for (const { row, to } of pending) {
    const isHere = rows.some(({ id }) => id === row.id);
    if (to === column.stage.id) {
      if (isHere) continue;
      rows = [{ ...row, stageId: to }, ...rows];
      [count, sums] = [count + 1, changeSums({ sums, row, sign: 1 })];
    } else if (isHere) {
      rows = rows.filter(({ id }) => id !== row.id);
      [count, sums] = [count - 1, changeSums({ sums, row, sign: -1 })];
    }
  }
  return { ...column, rows, count, sums };
}

interface SumsChange {
  readonly sums: DealSums['sums'];
  readonly row: DealRow;
  readonly sign: 1 | -1;
}

function changeSums({ sums, row, sign }: SumsChange): DealSums['sums'] {
  if (!sums.some(({ currency }) => currency === row.currency)) {
    return sign === 1 ? [...sums, { currency: row.currency, amount: row.amount, weighted: row.amount }] : sums;
  }
  return sums.map((sum) => (sum.currency === row.currency ? { ...sum, amount: sum.amount + sign * row.amount } : sum));
}
