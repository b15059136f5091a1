import { expect, it } from 'vitest';
import { dealsInReach } from '#core/people/viewer/in-reach.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

/** What a seller reads through, who sees deals as far as that. */
async function readingOf(see: 'own' | 'all') {
  const { client, core } = await openTestCore();
  const { rights } = (await client.people.roles()).find(({ id }) => id === 'seller')!;
  const objects = { ...rights.objects, deal: { ...rights.objects.deal, see } };
  await client.people.updateRole({ id: 'seller', rights: { ...rights, objects, keyClients: false } });
  const found = core.actorOf((await client.people.create({ name: 'Eva', role: 'seller' })).id);
  if (found.type !== 'actor' || found.actor.limits === null) throw new Error('Eva sees everything');
  return { db: core.viewers.of(found.actor.limits).store.db, whole: core.store.db };
}

it('lets the deals of somebody who sees only her own be found by who works on them, without asking of all the others', async () => {
  const { db } = await readingOf('own');
  const sql = `EXPLAIN QUERY PLAN SELECT deal.seq FROM deal WHERE +deal.pipeline_id = 'p' AND ${dealsInReach(db)}`;
  const plan = db.readRaw<[], [number, number, number, string]>(sql).all();
  const steps = plan.map(([, , , detail]) => detail);
  expect(steps[0]).toBe('SEARCH row USING INTEGER PRIMARY KEY (rowid=?)');
  expect(steps).toContain('SEARCH main.deal USING COVERING INDEX deal_owned (owner_id=?)');
  expect(steps).toContain('SEARCH work USING COVERING INDEX task_on_deal (assignee_id=?)');
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});

it('is no way to the deals of whoever sees all of them', async () => {
  const { db, whole } = await readingOf('all');
  expect([dealsInReach(db), dealsInReach(whole)]).toEqual([null, null]);
});
