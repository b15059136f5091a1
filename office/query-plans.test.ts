import { expect, it } from 'vitest';
import { readCompany } from '#office/company/company.ts';
import { receiveBatch } from '#office/receive/receive-batch.ts';
import { readSender } from '#office/receive/sender.ts';
import type { Sender } from '#office/receive/sender.ts';
import { compare } from '#office/serve/compare.ts';
import { readPage } from '#office/serve/read-page.ts';
import type { OfficeTx, Value } from '#office/store/office-store.ts';
import { openTestOffice } from '#test/factories/open-test-office.ts';
import { makeTestCopy, testNow } from '#test/factories/test-copy.ts';

/** Writes down what is asked of the database. */
function listen(tx: OfficeTx, asked: Map<string, number>): OfficeTx {
  const note = (sql: string, values: readonly Value[]) => void asked.set(sql, values.length);
  return {
    ...tx,
    all: (sql, ...values) => (note(sql, values), tx.all(sql, ...values)),
    run: (sql, ...values) => (note(sql, values), tx.run(sql, ...values)),
  };
}

it('reads no table through to take a batch, serve a page or compare', async () => {
  const store = await openTestOffice('SQLite');
  const north = await makeTestCopy(store, { id: 'north001', branchId: 'north' });
  const office = await makeTestCopy(store, { id: 'office01', branchId: null });
  office.create('setting', 'clientCards', { value: 'private' });
  office.create('party', 'p1', { name: 'Ada', branchId: 'north' });
  office.create('party', 'p2', { name: 'Bea', branchId: 'south' });
  for (const copy of [office, north]) await copy.sync();
  office.now += 5000;
  office.change('party', 'p1', { name: 'Ada B.' });
  await office.sync();
  north.change('party', 'p1', { name: 'Ada C.' });
  north.create('task', 't1', { partyId: 'p1', branchId: 'north' });
  north.push({ type: 'party', id: 'p2', base: null, gone: '0mwm0nk740000north001', stamps: {}, fields: {}, seen: {}, by: '' });
  const batch = north.seal();
  const asked = new Map<string, number>();
  await store.transaction(async (tx) => {
    const spied = listen(tx, asked);
    const sender = (await readSender(spied, 'north001')) as Sender;
    if (batch) await receiveBatch(spied, { sender, incarnation: 'north001-1', batch, cursor: 2, now: testNow });
    const page = { incarnation: null, isEmpty: false, cursor: 3, records: 100, maxBytes: 1e6 };
    for (const branchId of ['north', null]) {
      await readPage(spied, { ...page, branchId });
      await compare(spied, { branchId, request: { kind: 'compare', ask: 'bucket', bucket: 7 }, maxBytes: 1e6 });
      await compare(spied, { branchId, request: { kind: 'compare', ask: 'records', records: [['party', 'p1']] }, maxBytes: 1e6 });
    }
    await readCompany(spied);
  });
  expect(asked.size).toBeGreaterThan(15);
  const details = await store.read(async (tx) => {
    const found: string[] = [];
    for (const [sql, count] of asked) {
      const plan = await tx.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...Array.from({ length: count }, () => null));
      found.push(...plan.map(({ detail }) => detail));
    }
    return found;
  });
  // The company is one row, and what was given or cut off before is short.
  const short = /^SCAN (company|json_each|wanted|part)\b/;
  expect(details.filter((detail) => detail.startsWith('SCAN') && !short.test(detail))).toEqual([]);
  // The two parts of a branch's stream, neither longer than a page.
  expect(details.filter((detail) => detail.includes('USE TEMP B-TREE FOR ORDER BY'))).toHaveLength(2);
});
