import { expect, it } from 'vitest';
import { withPending } from '#renderer/deal/board/pending.ts';
import type { ColumnRead } from '#renderer/deal/board/pending.ts';
import type { DealRow } from '#shared/deal/contract.ts';

const row = (id: string, stageId: string) => ({ id, stageId, amount: 1000, currency: 'EUR' }) as DealRow;
const column = (stageId: string, rows: readonly DealRow[]): ColumnRead => ({
  stage: { id: stageId } as ColumnRead['stage'],
  rows,
  count: rows.length,
  sums: rows.length === 0 ? [] : [{ currency: 'EUR', amount: 1000 * rows.length, weighted: 0 }],
});

it('shows a deal where it is going, with both sums right, before the core has answered', () => {
  const moves = [{ row: row('a', 'one'), to: 'two' }];
  const left = withPending(column('one', [row('a', 'one'), row('b', 'one')]), moves);
  const entered = withPending(column('two', []), moves);
  expect(left.rows.map(({ id }) => id)).toEqual(['b']);
  expect([left.count, left.sums[0]?.amount]).toEqual([1, 1000]);
  expect(entered.rows.map(({ id, stageId }) => [id, stageId])).toEqual([['a', 'two']]);
  expect([entered.count, entered.sums[0]?.amount]).toEqual([1, 1000]);
});

it('counts a move once when what was read has it already', () => {
  const moves = [{ row: row('a', 'one'), to: 'two' }];
  const read = column('two', [row('a', 'two')]);
  expect(withPending(read, moves)).toEqual(read);
});

it('takes a closed deal off the board', () => {
  const left = withPending(column('one', [row('a', 'one')]), [{ row: row('a', 'one'), to: 'closed' }]);
  expect([left.count, left.rows, left.sums[0]?.amount]).toEqual([0, [], 0]);
});
