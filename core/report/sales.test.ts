import { describe, expect, it } from 'vitest';
import { dealRecord } from '#core/deal/deal.ts';
import { leadRecord } from '#core/lead/lead.ts';
import { groupings, ungrouped } from '#core/report/sales-groupings.ts';
import { salesSql } from '#core/report/sales.ts';
import { changeRecord } from '#core/records/write.ts';
import { personActor } from '#core/people/allow.ts';
import { filterKey } from '#shared/filter/filter-key.ts';
import { salesGroupings } from '#shared/report/contract.ts';
import { dateAt } from '#shared/time/zone.ts';
import { dice } from '#test/factories/dice.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';

const timeZone = 'Europe/Madrid';
const day = 86_400_000;
/** Midnight in Madrid. */
const november = Date.parse('2026-10-31T23:00:00Z');
const period = { from: '2026-11-01', to: '2026-11-30' };

type Fate = Partial<Record<'createdAt' | 'closedAt', number>> & {
  readonly status?: 'won' | 'lost';
  readonly deletedAt?: number;
};

/** Says when a deal was begun and how it was closed. */
function decide({ core }: TestCore, id: string, changes: Fate) {
  core.store.performNow({ actor: core.owner(), kind: 'restore', subject: '' }, (act) =>
    changeRecord(act, dealRecord, { id, changes }),
  );
}

async function openShop() {
  const shop = await openTestCore({ timeZone });
  const { client, core } = shop;
  const roll = dice(11);
  const pedro = (await client.people.create({ name: 'Pedro', role: 'seller' })).id;
  const products = [
    await client.product.create({ name: 'Window', unit: 'squareMetre' }),
    await client.product.create({ name: 'Sill' }),
  ];
  const company = await client.company.create({ name: 'Sur', industry: 'Building', kind: 'partner' });
  const parties: { readonly id: string }[] = [company];
  for (const city of ['Sevilla', 'SEVILLA ', 'Cádiz', ''])
    parties.push(await client.contact.create({ givenName: 'C', addresses: [{ city }], kind: 'client' }));
  await client.link.create({ contactId: parties[1]?.id ?? '', companyId: company.id });
  const sources = ['Instagram', 'instagram', 'Site', ''];
  const deals = [];
  for (let index = 0; index < 80; index++) {
    const party = parties[roll(5)];
    const facts = {
      partyId: party?.id ?? '',
      source: sources[roll(4)] ?? '',
      channel: ['shop', ''][roll(2)] ?? '',
      ownerId: [pedro, null, core.owner().userId][roll(3)] ?? null,
      currency: roll(4) === 0 ? 'USD' : 'EUR',
    };
    const line = () => ({
      productId: [products[0]?.id, products[1]?.id, null][roll(3)] ?? null,
      name: 'x',
      unitPrice: 100 + roll(9000),
    });
    const { id, amount, lines } = await client.deal.create({
      ...facts,
      estimate: roll(50_000),
      lines: Array.from({ length: roll(4) }, line),
    });
    const createdAt = november - 20 * day + roll(40 * day);
    const status = (['won', 'won', 'lost', 'open'] as const)[roll(4)] ?? 'open';
    const fate = {
      createdAt,
      ...(status === 'open' ? {} : { status, closedAt: createdAt + roll(20 * day) }),
      ...(roll(8) === 0 ? { deletedAt: 1 } : {}),
    };
    decide(shop, id, fate);
    deals.push({ ...facts, ...fate, id, amount, lines, kind: party === company ? 'partner' : 'client' });
  }
  return { ...shop, deals, parties, products, pedro, roll };
}

type Shop = Awaited<ReturnType<typeof openShop>>;

/** Counts by hand what a deal says. @param keysOf what it counts under, with the amount it brings there */
function recount({ deals }: Pick<Shop, 'deals'>, keysOf: (deal: Shop['deals'][number]) => readonly [string, number][]) {
  const rows = new Map<string, { deals: number; won: number; lost: number; sums: Record<string, number>; days: number }>();
  const within = (at: number) => dateAt(at, timeZone) >= period.from && dateAt(at, timeZone) <= period.to;
  for (const deal of deals) {
    if (deal.deletedAt !== undefined) continue;
    for (const [key, amount] of keysOf(deal)) {
      const row = rows.get(key) ?? { deals: 0, won: 0, lost: 0, sums: {}, days: 0 };
      const isBegun = within(deal.createdAt);
      const isClosed = deal.closedAt !== undefined && within(deal.closedAt);
      if (isBegun || isClosed) rows.set(key, row);
      if (isBegun) row.deals += 1;
      if (!isClosed || deal.closedAt === undefined) continue;
      if (deal.status === 'lost') row.lost += 1;
      else {
        row.won += 1;
        row.sums[deal.currency] = (row.sums[deal.currency] ?? 0) + amount;
        row.days += (deal.closedAt - deal.createdAt) / day;
      }
    }
  }
  return rows;
}

const whole = (deal: Shop['deals'][number], key: string): readonly [string, number][] => [[key, deal.amount]];

describe('the report of sales', () => {
  it('counts as one does by hand, by whatever is asked for', async () => {
    const shop = await openShop();
    const cityOf = new Map(shop.parties.map(({ id }, index) => [id, ['', 'Sevilla', 'Sevilla', 'Cádiz', ''][index] ?? '']));
    const industryOf = new Map(shop.parties.map(({ id }, index) => [id, index < 2 ? 'Building' : '']));
    const expected = {
      source: recount(shop, (deal) => whole(deal, filterKey(deal.source))),
      channel: recount(shop, (deal) => whole(deal, deal.channel)),
      owner: recount(shop, (deal) => whole(deal, deal.ownerId ?? '')),
      branch: recount(shop, (deal) => whole(deal, '')),
      city: recount(shop, (deal) => whole(deal, filterKey(cityOf.get(deal.partyId) ?? ''))),
      industry: recount(shop, (deal) => whole(deal, filterKey(industryOf.get(deal.partyId) ?? ''))),
      kind: recount(shop, (deal) => whole(deal, deal.kind)),
      month: recount(shop, (deal) => whole(deal, '2026-11')),
      product: recount(shop, (deal) => {
        if (deal.lines.length === 0) return whole(deal, '');
        const keys = [...new Set(deal.lines.map(({ productId }) => productId ?? ''))];
        const sumOf = (key: string) =>
          deal.lines.filter(({ productId }) => (productId ?? '') === key).reduce((sum, { gross }) => sum + gross, 0);
        return keys.map((key) => [key, sumOf(key)]);
      }),
    };
    const all = recount(shop, (deal) => whole(deal, '')).get('');
    for (const by of salesGroupings) {
      const { rows, totals } = await shop.client.report.sales({ ...period, by });
      const isText = ['source', 'city', 'industry'].includes(by);
      const found = rows.map((row) => [isText ? filterKey(row.key) : row.key, figuresOf(row)]);
      expect(Object.fromEntries(found), by).toEqual(
        Object.fromEntries([...expected[by]].map(([key, row]) => [key, { ...row, days: expect.closeTo(row.days, 6) as number }])),
      );
      expect(rows, by).toHaveLength(expected[by].size);
      expect(figuresOf(totals), by).toEqual({ ...all, days: expect.closeTo(all?.days ?? 0, 6) as number });
      expect(totals.conversion).toBeCloseTo(totals.won / (totals.won + totals.lost));
    }
  });

  it('keeps currencies apart, each with its average, and names a text as most spell it', async () => {
    const shop = await openTestCore({ timeZone });
    const { client } = shop;
    const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
    const bill = async (source: string, estimate: number, currency: string) => {
      const { id } = await client.deal.create({ partyId, source, estimate, currency });
      decide(shop, id, { createdAt: november, closedAt: november + day, status: 'won' });
    };
    await bill('Instagram', 1000, 'EUR');
    await bill('instagram ', 2001, 'EUR');
    await bill('Instagram', 500, 'USD');
    const { rows } = await client.report.sales({ ...period, by: 'source' });
    expect(rows).toMatchObject([
      {
        key: 'Instagram',
        won: 3,
        averageDays: 1,
        conversion: 1,
        sums: [
          { currency: 'EUR', count: 2, amount: 3001, average: 1501 },
          { currency: 'USD', count: 1, amount: 500, average: 500 },
        ],
      },
    ]);
  });

  it('puts a deal won at half past eleven at night into the shop’s day, also when summer time begins', async () => {
    const shop = await openTestCore({ timeZone });
    const { id: partyId } = await shop.client.contact.create({ givenName: 'Ana' });
    const winAt = async (moment: string) => {
      const { id } = await shop.client.deal.create({ partyId });
      decide(shop, id, { createdAt: 0, closedAt: Date.parse(moment), status: 'won' });
    };
    const wonOn = async (date: string) => (await shop.client.report.sales({ from: date, to: date, by: 'month' })).totals.won;
    await winAt('2026-11-30T23:30:00+01:00');
    expect([await wonOn('2026-11-30'), await wonOn('2026-12-01')]).toEqual([1, 0]);
    await winAt('2026-03-29T23:30:00+02:00');
    await winAt('2026-03-29T00:10:00+01:00');
    expect([await wonOn('2026-03-28'), await wonOn('2026-03-29'), await wonOn('2026-03-30')]).toEqual([0, 2, 0]);
    const { rows } = await shop.client.report.sales({ from: '2026-10-15', to: '2026-12-02', by: 'month' });
    expect(rows.map(({ key, won }) => [key, won])).toEqual([
      ['2026-10', 0],
      ['2026-11', 1],
      ['2026-12', 0],
    ]);
  });

  it('counts requests that came in the period, where they say what is counted by', async () => {
    const { client, core } = await openTestCore({ timeZone });
    const add = async (source: string, receivedAt: number, status: 'new' | 'accepted') => {
      const { id } = await client.lead.create({ name: `Luis ${receivedAt}`, source });
      core.store.performNow({ actor: core.owner(), kind: 'restore', subject: '' }, (act) =>
        changeRecord(act, leadRecord, { id, changes: { receivedAt, status } }),
      );
    };
    await add('Site', november, 'accepted');
    await add('site', november + day, 'new');
    await add('Site', november - 1, 'accepted');
    const { rows, totals } = await client.report.sales({ ...period, by: 'source' });
    expect(rows).toMatchObject([{ leads: 2, accepted: 1, deals: 0, conversion: null, averageDays: null }]);
    expect(totals).toMatchObject({ leads: 2, accepted: 1 });
    expect((await client.report.sales({ ...period, by: 'month' })).rows).toMatchObject([{ leads: 2 }]);
    expect((await client.report.sales({ ...period, by: 'channel' })).totals.leads).toBeNull();
    const where = { all: [{ field: 'source', is: 'is', value: 'Site' } as const] };
    expect((await client.report.sales({ ...period, by: 'source', where })).totals.leads).toBeNull();
  });

  it('looks only at deals that fit, and refuses what is no filter or too long', async () => {
    const shop = await openShop();
    const where = { all: [{ field: 'ownerId', is: 'isAnyOf', value: [shop.pedro] } as const] };
    const { totals } = await shop.client.report.sales({ ...period, by: 'source', where });
    const { rows } = await shop.client.report.sales({ ...period, by: 'owner' });
    expect(figuresOf(totals)).toEqual(figuresOf(rows.find(({ key }) => key === shop.pedro) ?? totals));
    expect(rows.find(({ key }) => key === shop.pedro)?.name).toBe('Pedro');
    const wrong = { all: [{ field: 'surely not', is: 'isFilled' } as const] };
    await expect(shop.client.report.sales({ ...period, by: 'source', where: wrong })).rejects.toMatchObject({ code: 'REFUSED' });
    await expect(shop.client.report.sales({ from: '1900-01-01', to: '2026-01-01', by: 'month' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'from', code: 'tooLong' },
    });
  });

  it('is not for sellers', async () => {
    const { client, clientOf } = await openTestCore();
    const pedro = await client.people.create({ name: 'Pedro', role: 'seller' });
    const asked = clientOf(personActor(pedro)).report.sales({ ...period, by: 'source' });
    await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('reads only deals and requests of the period', async () => {
    const { core } = await openTestCore();
    const planOf = (sql: string) =>
      core.store.db
        .read<number[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all(0, 1)
        .map(({ detail }) => detail)
        .join('\n');
    for (const grouping of [...Object.values(groupings), ungrouped]) {
      const { begun, closed, leads } = salesSql(grouping, null);
      expect(planOf(begun)).toMatch(/SEARCH deal USING INDEX deal_by_creation \(created_at>\? AND created_at<\?\)/);
      expect(planOf(closed)).toMatch(
        /SEARCH deal USING INDEX deal_by_closing \(pipeline_id=\? AND status=\? AND closed_at>\? AND closed_at<\?\)/,
      );
      if (leads !== null)
        expect(planOf(leads)).toMatch(
          /SEARCH lead USING (COVERING )?INDEX lead_by_status \(status=\? AND received_at>\? AND received_at<\?\)/,
        );
    }
  });
});

function figuresOf(row: {
  readonly deals: number;
  readonly won: number;
  readonly lost: number;
  readonly sums: readonly { readonly currency: string; readonly amount: number }[];
  readonly averageDays: number | null;
}) {
  const { deals, won, lost, sums, averageDays } = row;
  return {
    deals,
    won,
    lost,
    sums: Object.fromEntries(sums.map(({ currency, amount }) => [currency, amount])),
    days: (averageDays ?? 0) * won,
  };
}
