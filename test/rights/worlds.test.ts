import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { router } from '#core/router.ts';
import { isKnownTable, tablesOf } from '#core/people/viewer/views.ts';
import { allProcedures } from '#test/api/walk-contract.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';
import { walkedNames } from '#test/rights/calls.ts';
import { playWorld } from '#test/rights/play.ts';
import type { Leak, PlayOptions } from '#test/rights/play.ts';
import { openMarkedShop } from '#test/rights/shop.ts';
import { waysIn } from '#test/rights/ways-in.ts';
import { openWorlds } from '#test/rights/world.ts';

// Ten thousand worlds are played by hand: node test/rights/run.ts --worlds 10000

interface Playing extends PlayOptions {
  readonly worlds: number;
  readonly from: number;
}

/** Plays worlds one after another. @returns what was told of hidden things, and how many calls there were */
async function play({ worlds: count, from, ...options }: Playing) {
  const shop = await openMarkedShop(makeTestDirectory());
  onTestFinished(shop.close);
  const worlds = openWorlds(shop);
  const leaks: Leak[] = [];
  let calls = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const played = await playWorld(shop, worlds, seed, { slowOneIn: 20, ...options });
    leaks.push(...played.leaks);
    calls += played.calls;
  }
  worlds.close();
  return { leaks, calls };
}

describe('worlds of people with random rights', () => {
  it('tell nobody anything of what is hidden, and hold nothing back of what isn’t', { timeout: 300_000 }, async () => {
    const { leaks, calls } = await play({ worlds: 60, from: 1 });
    expect(leaks).toEqual([]);
    expect(calls).toBeGreaterThan(400);
  });

  it.each(waysIn.filter((way) => way !== 'inside'))('tell no more by way of the %s', { timeout: 300_000 }, async (way) => {
    const { leaks, calls } = await play({ worlds: 10, from: 500 + 100 * waysIn.indexOf(way), way });
    expect(leaks).toEqual([]);
    expect(calls).toBeGreaterThan(60);
  });

  it('walk the whole contract but what is about no record of the shop', () => {
    const apart = allProcedures()
      .filter(({ name }) => !walkedNames.includes(name))
      .map(({ path }) => path[0]);
    const features =
      'audit automation backup branch customField demo document encryption event export import job lead people pipeline privacy session settings sync';
    expect(features.split(' ')).toEqual(
      expect.arrayContaining([...new Set(apart)].filter((feature) => feature !== 'repair' && feature !== 'entrance')),
    );
  });
});

describe('what is about everything', () => {
  it('is refused to whoever doesn’t see everything', async () => {
    const test = await openTestCore();
    const { rights } = (await test.client.people.roles()).find(({ id }) => id === 'head')!;
    const all = allProcedures().flatMap(({ meta }) => (meta.permission ? [meta.permission] : []));
    const role = await test.client.people.createRole({
      name: 'Nearly all',
      rights: { ...rights, operations: [...new Set(all)], keyClients: false },
    });
    const eva = await test.client.people.create({ name: 'Eva', role: role.id });
    const found = test.core.actorOf(eva.id);
    if (found.type !== 'actor') throw new Error('Eva isn’t there');
    const client = createRouterClient(router, { context: { core: test.core, actor: found.actor, apiAddress: null } });
    const refusal = (permission: string) => ({ code: 'FORBIDDEN', data: { permission } });
    await expect(client.import.inspect({ fileId: 'x', country: 'ES' })).rejects.toMatchObject(refusal('party.import'));
    await expect(client.export.archive()).rejects.toMatchObject(refusal('party.export'));
    await expect(client.export.restore({ fileId: 'x' })).rejects.toMatchObject(refusal('archive.restore'));
    await expect(client.demo.create({ contacts: 1 })).rejects.toMatchObject(refusal('demo.create'));
    await expect(client.branch.moveClients({ ids: ['x'], branchId: null } as never)).rejects.toMatchObject(
      refusal('branch.moveClients'),
    );
    await expect(client.privacy.export({ id: 'x' })).rejects.toMatchObject(refusal('privacy.manage'));
    await expect(client.audit.list({})).rejects.toMatchObject(refusal('audit.see'));
    await expect(client.backup.list()).rejects.toMatchObject(refusal('backup.run'));
  });
});

describe('every table', () => {
  it('is known to the views that narrow what somebody sees', async () => {
    const { core } = await openTestCore();
    const unknown = tablesOf(core.store.db).filter(({ name }) => !isKnownTable(name));
    expect(unknown.map(({ name }) => name)).toEqual([]);
  });
});
