import { join } from 'node:path';
import { toFigure } from '#test/bench/figure.ts';
import type { Figure } from '#test/bench/figure.ts';
import { openLoneCopy } from '#test/bench/sync/copy-of-company.ts';
import { readShare } from '#test/bench/sync/data-share.ts';
import { createCustomers, editCustomers } from '#test/bench/sync/write-customers.ts';

const rounds = 10;

/** How much of a branch's data is there only for the exchange, and whether that grows when the same rows are edited again and again. */
export async function measureShare(directory: string, customers: number): Promise<readonly Figure[]> {
  const copy = await openLoneCopy(join(directory, 'share'), 'share', 'data');
  const ids = await createCustomers(copy.store, customers);
  await copy.seal();
  const created = readShare(copy.store);
  const sizes: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await editCustomers(copy.store, ids, round);
    await copy.seal();
    const { stamps, tables } = readShare(copy.store);
    sizes.push((stamps + Object.values(tables).reduce((sum, bytes) => sum + bytes, 0)) / customers);
  }
  const edited = readShare(copy.store);
  copy.close();
  const percent = (share: number) => ({ unit: '%', value: share * 100 }) as const;
  const bytes = (value: number) => ({ unit: 'bytes', value }) as const;
  return [
    toFigure('Sync data of the rest: customers as they were made', { ours: percent(created.share), goal: { atMost: 35 } }),
    toFigure('Sync data of the rest: each edited ten times', { ours: percent(edited.share), goal: { atMost: 35 } }),
    toFigure('Sync data of a customer: edited ten times, and once', {
      ours: bytes(sizes.at(-1) ?? 0),
      ceiling: bytes(sizes[0] ?? 0),
      goal: { ratio: 1.05 },
    }),
  ];
}
