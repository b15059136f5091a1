import { describe, expect, it } from 'vitest';
import type { Exchange } from '#core/sync/exchange.ts';
import { pacedExchange } from '#core/sync/paced-exchange.ts';
import { chainStart } from '#wire/hash.ts';

const request = {
  kind: 'sync',
  protocol: 1,
  schema: 100,
  program: '0.1.0',
  at: 0,
  epoch: null,
  cursor: 0,
  acknowledged: { counter: 0, hash: chainStart },
  batch: null,
  waiting: 0,
  records: 2000,
} as const;

describe('pages', () => {
  it('are as large as this computer applies without anybody noticing', async () => {
    let time = 0;
    const asked: number[] = [];
    const office = (async ({ records }: { records: number }) => {
      asked.push(records);
      const ids = Array.from({ length: records }, () => '0');
      const changes = [{ type: 'party', shape: 'id,by', columns: [ids, ids] }];
      return {
        kind: 'sync',
        at: 0,
        epoch: '',
        push: null,
        page: { from: 0, next: 1, head: 2, changes, leaves: [] },
        digest: null,
      };
    }) as unknown as Exchange;
    const exchange = pacedExchange(office, () => time);
    /** Milliseconds that each record of the page before took. */
    for (const each of [0, 1, 0.1, 10, 0.01]) {
      time += each * (asked.at(-1) ?? 0);
      await exchange(request);
    }
    expect(asked).toEqual([500, 150, 1500, 50, 2000]);
  });
});
