import { describe, expect, it } from 'vitest';
import { dealRecord } from '#core/deal/deal.ts';
import { personActor } from '#core/people/allow.ts';
import { orderQueries } from '#core/report/orders.ts';
import { changeRecord } from '#core/records/write.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const november = { from: '2026-11-01', to: '2026-11-30' };
/** A Sunday, half past eleven at night in Madrid. */
const now = Date.parse('2026-11-22T23:30:00+01:00');

interface Promise {
  readonly workAt?: number | null;
  readonly expectedClose?: string | null;
}

async function openShop() {
  const { client, core, clientOf } = await openTestCore({ timeZone: 'Europe/Madrid' }, { clock: createTestClock(now) });
  const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
  const add = async (title: string, promise: Promise, closing: { status?: 'won' | 'lost'; closedAt?: number } = {}) => {
    const { id } = await client.deal.create({ partyId, title, ...promise });
    core.store.performNow({ actor: core.owner(), kind: 'restore', subject: '' }, (act) =>
      changeRecord(act, dealRecord, { id, changes: closing }),
    );
    return id;
  };
  return { client, core, clientOf, add };
}

describe('the report of orders', () => {
  it('tells what is late, due this week, later and without a day, the longest overdue first', async () => {
    const { client, add } = await openShop();
    await add('none', {});
    await add('next week', { expectedClose: '2026-11-23' });
    await add('today', { workAt: Date.parse('2026-11-22T09:00:00+01:00') });
    await add('one day late', { expectedClose: '2026-11-21' });
    await add('work says more than closing', { workAt: Date.parse('2026-11-22T23:59:00+01:00'), expectedClose: '2026-10-01' });
    await add('ten days late', { workAt: Date.parse('2026-11-12T00:10:00+01:00') });
    await add('closed', { expectedClose: '2026-11-01' }, { status: 'lost', closedAt: now });
    const { rows, counts, total } = await client.report.orders(november);
    expect(rows.map(({ title, state, lateDays, promised }) => [title, state, lateDays, promised])).toEqual([
      ['ten days late', 'late', 10, '2026-11-12'],
      ['one day late', 'late', 1, '2026-11-21'],
      ['today', 'week', 0, '2026-11-22'],
      ['work says more than closing', 'week', 0, '2026-11-22'],
      ['next week', 'later', 0, '2026-11-23'],
      ['none', 'none', 0, null],
    ]);
    expect([counts, total]).toEqual([{ late: 2, week: 2, later: 1, none: 1 }, 6]);
    const late = await client.report.orders({ ...november, state: 'late', offset: 1 });
    expect([late.rows.map(({ title }) => title), late.total]).toEqual([['one day late'], 2]);
  });

  it('counts how many of those won in the period kept their day', async () => {
    const { client, add } = await openShop();
    const win = (promise: Promise, at: string) => add('x', promise, { status: 'won', closedAt: Date.parse(at) });
    await win({ expectedClose: '2026-11-10' }, '2026-11-10T23:30:00+01:00');
    await win({ expectedClose: '2026-11-10' }, '2026-11-11T00:10:00+01:00');
    await win({ workAt: Date.parse('2026-11-10T09:00:00+01:00') }, '2026-11-10T18:00:00+01:00');
    await win({ workAt: Date.parse('2026-11-10T09:00:00+01:00') }, '2026-11-12T18:00:00+01:00');
    await win({ workAt: Date.parse('2026-11-10T09:00:00+01:00') }, '2026-10-31T23:30:00+01:00');
    await win({}, '2026-11-10T09:00:00+01:00');
    await add('lost', { expectedClose: '2026-11-10' }, { status: 'lost', closedAt: Date.parse('2026-11-10T09:00:00Z') });
    expect((await client.report.orders(november)).done).toEqual({ won: 5, promised: 4, onTime: 2 });
    expect((await client.report.orders({ from: '2026-11-30', to: '2026-11-01' })).done).toEqual({
      won: 0,
      promised: 0,
      onTime: 0,
    });
  });

  it('is of one person when asked, for whoever sees deals; a period too long is refused', async () => {
    const { client, core, clientOf, add } = await openShop();
    const pedro = await client.people.create({ name: 'Pedro', role: 'seller' });
    const id = await add('his', { expectedClose: '2026-11-01' });
    await add('mine', { expectedClose: '2026-11-01' });
    await client.deal.update({ id, ownerId: pedro.id });
    const seller = clientOf(personActor(pedro));
    expect((await seller.report.orders({ ...november, ownerId: pedro.id })).rows).toMatchObject([{ title: 'his' }]);
    expect((await seller.report.orders(november)).total).toBe(2);
    await expect(client.report.orders({ from: '1900-01-01', to: '2026-01-01' })).rejects.toMatchObject({ code: 'REFUSED' });
    const blind = clientOf({ ...core.owner(), permissions: new Set(['report.see'] as const) });
    await expect(blind.report.orders(november)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('finds closed deals by their day', async () => {
    const { core } = await openShop();
    const plan = core.store.db
      .read<string[], { detail: string }>(`EXPLAIN QUERY PLAN ${orderQueries.done}`)
      .all('[]', '')
      .map(({ detail }) => detail);
    expect(plan.join('\n')).toMatch(
      /SEARCH deal USING INDEX deal_by_closing \(pipeline_id=\? AND status=\? AND closed_at>\? AND closed_at<\?\)/,
    );
  });
});
