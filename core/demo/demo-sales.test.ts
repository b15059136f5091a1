import { describe, expect, it } from 'vitest';
import { checkDatabase } from '#core/check/check-database.ts';
import { createDemo } from '#core/demo/commands.ts';
import { prepareForSales } from '#core/demo/sales-making.ts';
import { visitsByHistory, visitsOf } from '#core/deal/stage-visits.ts';
import { findDeal } from '#core/deal/deal.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { languages, trades } from '#shared/settings/contract.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const hour = 3_600_000;
/** A Wednesday at noon in Madrid. */
const noon = Date.UTC(2026, 10, 18, 11, 0);

async function openShop(settings: Partial<Settings> = {}) {
  const shop = openClockedCore({ at: noon });
  const begin = {
    country: 'ES',
    timeZone: 'Europe/Madrid',
    trade: 'windows',
    language: 'es',
    ...settings,
    firstRunDone: true,
  } as const;
  await shop.client.settings.update(begin);
  return shop;
}

const tables = [
  ...(['party', 'link', 'product', 'price', 'deal', 'deal_line', 'stage_visit', 'task', 'activity', 'lead', 'document'] as const),
  ...([
    'payment',
    'notice',
    'number_series',
    'pipeline',
    'stage',
    'lost_reason',
    'price_list',
    'user',
    'automation_run',
  ] as const),
];

function counted(db: ReadDb): Readonly<Record<string, number>> {
  return Object.fromEntries(
    tables.map((table) => [table, db.readColumn<[], number>(`SELECT count(*) FROM ${table}`).get() ?? 0]),
  );
}

/** Everything said of the deals but ids, which are always new. */
function toldOf(db: ReadDb): readonly unknown[] {
  return db
    .read<[], object>(
      `SELECT deal.title, party.title AS client, deal.amount, deal.paid, deal.status, deal.stage_since, deal.created_at, deal.visit_at,
         deal.next_task_at FROM deal JOIN party ON party.id = deal.party_id ORDER BY deal.seq`,
    )
    .all();
}

describe('invented sales', () => {
  it('fill every screen of a shop', async () => {
    const { client, core } = await openShop();
    const { deals, leads, contacts } = await client.demo.create({ sales: true });
    expect(contacts).toBe(200);
    expect(deals).toBeGreaterThanOrEqual(40);
    expect(deals).toBeLessThanOrEqual(60);
    expect(leads).toBe(8);
    expect(await client.lead.list({ status: 'new' })).toMatchObject({ total: 4 });
    expect((await client.product.list({})).total).toBeGreaterThanOrEqual(10);
    const [pipeline] = await client.pipeline.list();
    const { columns } = await client.deal.board({ pipelineId: pipeline?.id ?? '' });
    expect(columns.every(({ count }) => count > 0)).toBe(true);
    const cards = columns.flatMap(({ rows }) => rows);
    expect(cards.some(({ isRotting }) => isRotting)).toBe(true);
    const urgencies = cards.map(({ urgency }) => urgency);
    expect(urgencies).toEqual(expect.arrayContaining(['overdue', 'today', 'later', 'nothingPlanned']));
    expect(counted(core.store.db)).toMatchObject({ notice: 0, automation_run: 0, document: 9 });
    expect((await client.call.report({ from: '2026-10-19', to: '2026-11-18' })).people[0]?.reached).toBeGreaterThan(10);
    expect(checkDatabase(core.store.connection).faults).toEqual([]);
  });

  it('have been won and lost over half a year, with the moments they came to each stage', async () => {
    const { client, core } = await openShop();
    await client.demo.create({ sales: true });
    const { db } = core.store;
    const closed = db
      .read<[], { id: string; closed_at: number; status: string }>(`SELECT * FROM deal WHERE status <> 'open' ORDER BY closed_at`)
      .all();
    expect(closed[0]?.closed_at).toBeLessThan(noon - 150 * 24 * hour);
    expect(closed.at(-1)?.closed_at).toBeGreaterThan(noon - 7 * 24 * hour);
    for (const { id, closed_at: closedAt, status } of closed) {
      const visits = visitsOf(db, id);
      expect(visits.length).toBeGreaterThan(2);
      expect(visits.at(-1)).toMatchObject({ status, enteredAt: closedAt, leftAt: null });
      expect(visits.map(({ enteredAt }) => enteredAt)).toEqual(
        visits.map(({ enteredAt }) => enteredAt).toSorted((a, b) => a - b),
      );
    }
    const lost = db.readColumn(`SELECT count(*) FROM deal WHERE status = 'lost' AND lost_reason_id IS NULL`).get();
    expect(lost).toBe(0);
  });

  it('go with one undo, leaving nothing behind, and come back whole with another', async () => {
    const { client, core, clock } = await openShop();
    await client.demo.create({ contacts: 40 }).then(({ actId }) => client.history.undo({ id: actId }));
    await core.store.perform({ actor: core.owner(), kind: 'settings', subject: '' }, prepareForSales);
    const before = counted(core.store.db);
    const { actId } = await client.demo.create({ sales: true });
    const full = counted(core.store.db);
    const told = toldOf(core.store.db);
    // Being reminded of some of it is no reason to keep it.
    await clock.set(noon + 3 * hour);
    expect(counted(core.store.db)['notice']).toBeGreaterThan(0);
    const undone = await client.history.undo({ id: actId });
    expect({ ...counted(core.store.db), notice: 0 }).toEqual(before);
    expect(checkDatabase(core.store.connection).faults).toEqual([]);
    await client.history.undo({ id: undone.actId });
    expect({ ...counted(core.store.db), notice: 0 }).toEqual(full);
    expect(toldOf(core.store.db)).toEqual(expect.arrayContaining([...told]));
    for (const id of core.store.db.readColumn<[], string>('SELECT id FROM deal').all()) {
      const deal = findDeal(core.store.db, id);
      expect(deal && visitsByHistory(core.store.db, deal, '')).toEqual(visitsOf(core.store.db, id));
    }
    expect(checkDatabase(core.store.connection).faults).toEqual([]);
  });

  it('remind of nothing at once, and tell nobody of what is overdue', async () => {
    const { client, core, clock } = await openShop();
    await client.demo.create({ sales: true });
    await clock.set(noon + 5 * 60_000);
    expect(counted(core.store.db)['notice']).toBe(0);
    await clock.set(noon + 24 * hour);
    const kinds = core.store.db.readColumn<[], string>('SELECT DISTINCT kind FROM notice').all();
    expect(kinds).toEqual(['reminder']);
  });

  it('are the same for the same seed, and without colleagues', async () => {
    const told = [];
    for (let time = 0; time < 2; time++) {
      const { core } = await openShop();
      const users = counted(core.store.db)['user'];
      const act = { actor: core.owner(), kind: 'demo', subject: '' } as const;
      const request = { contacts: 80, seed: 5, country: 'ES', trade: 'windows', sales: { language: 'es' } } as const;
      core.store.performNow(act, (started) => createDemo(started, request));
      expect(counted(core.store.db)['user']).toBe(users);
      told.push(toldOf(core.store.db));
    }
    expect(told[0]).toEqual(told[1]);
  });

  it('are left out unless asked for, and where there is hardly anybody there are few', async () => {
    const { client } = await openShop();
    expect(await client.demo.create({ contacts: 5 })).toMatchObject({ deals: 0, leads: 0 });
    const { deals } = await client.demo.create({ contacts: 1, sales: true });
    expect(deals).toBeGreaterThan(0);
    expect(deals).toBeLessThan(10);
  });
});

it.each(trades)('sales of %s can be invented in five languages, in each one’s country and elsewhere', async (trade) => {
  const countries = { es: 'MX', pt: 'BR', el: 'GR', ru: 'RU', en: 'US' } as const;
  for (const language of languages) {
    const { client, core } = await openShop({ trade, language, country: countries[language] });
    const { deals } = await client.demo.create({ contacts: 60, sales: true });
    expect(deals).toBeGreaterThan(20);
    const titles = core.store.db.readColumn<[], string>('SELECT title FROM deal UNION ALL SELECT title FROM task').all();
    expect(titles.filter((title) => /[{}|]|undefined/.test(title))).toEqual([]);
    expect(checkDatabase(core.store.connection).faults).toEqual([]);
  }
});
