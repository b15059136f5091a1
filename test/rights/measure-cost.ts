import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { openCore } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import { router } from '#core/router.ts';
import type { Client } from '#test/rights/play.ts';

// What rights cost: node test/rights/measure-cost.ts prints, for 100,000 clients and 20,000 deals, the milliseconds of the owner and of
// somebody who sees a tenth of them, her own.

const directory = mkdtempSync(join(tmpdir(), 'cartera-cost-'));
const core = openCore(directory);
const owner = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
await owner.settings.update({ country: 'ES' });
const seller = (await owner.people.roles()).find(({ id }) => id === 'seller')!.rights;
const { objects } = seller;
const rights = {
  ...seller,
  objects: { ...objects, client: { ...objects.client, see: 'own' as const }, deal: { ...objects.deal, see: 'own' as const } },
};
const role = await owner.people.createRole({ name: 'Own', rights });
const eva = await owner.people.create({ name: 'Eva', role: role.id });
await owner.pipeline.create({ name: 'Sales', stages: ['One', 'Two'].map((name) => ({ name, probability: 10 })) });
const first = await owner.contact.create({ givenName: 'Client', familyName: 'Number', phones: [{ raw: '612345678' }] });
const deal = await owner.deal.create({ partyId: first.id, title: 'Deal' });
multiply();
const found = core.actorOf(eva.id);
if (found.type !== 'actor') throw new Error('Eva isn’t there');
const client = createRouterClient(router, { context: { core, actor: found.actor, apiAddress: null } });
const [pipeline] = await owner.pipeline.list();
const asked: Readonly<Record<string, (who: Client) => Promise<unknown>>> = {
  list: (who) => who.party.list({ limit: 50 }),
  'list by filter': (who) =>
    who.party.list({ limit: 50, where: { all: [{ field: 'title', is: 'contains', value: String(Math.random()).slice(2, 5) }] } }),
  search: (who) => who.search.find({ text: 'client' }),
  'rare search': (who) => who.search.find({ text: 'client90010' }),
  card: (who) => who.contact.get({ id: 'party-90010' }),
  history: (who) => who.history.acts({}),
  board: (who) => who.deal.board({ pipelineId: pipeline?.id ?? '' }),
  deals: (who) => who.deal.list({ limit: 50 }),
  day: (who) => who.task.day({}),
};
for (const [name, ask] of Object.entries(asked)) {
  const [one, other] = [await medianOf(() => ask(owner)), await medianOf(() => ask(client))];
  console.log(`${name}: ${one.toFixed(1)} ms, narrowed ${other.toFixed(1)} ms, ${(other / one).toFixed(1)} x`);
}
await core.close();
rmSync(directory, { recursive: true, force: true });

/** Copies the client and the deal, a tenth of each Eva's, past the write path: nothing else is measured. */
function multiply() {
  const raw = connect(core.store.connection.file, { busyTimeout: 5000 });
  raw.pragma('foreign_keys = OFF');
  const copy = (table: 'party' | 'deal', from: string, count: number, own: Readonly<Record<string, string>>) => {
    const columns = raw.readColumn<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE name <> 'seq'`).all();
    const values = columns.map((column) => own[column] ?? column);
    raw.transaction((tx) =>
      tx
        .write<[number, string]>(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
           INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM n, ${table} WHERE id = ?`,
        )
        .run(count, from),
    );
  };
  const ownerId = `CASE WHEN i % 10 = 0 THEN '${eva.id}' ELSE '${core.owner().userId}' END`;
  copy('party', first.id, 100_000, { id: `'party-' || i`, title: `'Client' || i`, sort_key: `'client' || i`, owner_id: ownerId });
  copy('deal', deal.id, 20_000, { id: `'deal-' || i`, title: `'Deal' || i`, party_id: `'party-' || i`, owner_id: ownerId });
  raw.transaction((tx) =>
    tx.write("INSERT INTO party_text (rowid, name) SELECT seq, lower(title) FROM party WHERE id LIKE 'party-%'").run(),
  );
  raw.execute('ANALYZE');
  raw.close();
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const begun = performance.now();
    await work().catch(() => undefined);
    times.push(performance.now() - begun);
  }
  return times.toSorted((one, other) => one - other)[3]!;
}
