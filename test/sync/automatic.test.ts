import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDuties } from '#core/clock/start-duties.ts';
import { definedDuties } from '#core/clock/duty.ts';
import { openCore } from '#core/core.ts';
import { router } from '#core/router.ts';
import { takeSyncLock } from '#core/sync/sync-lock.ts';
import { foundCompany, joinBranch, openComputer } from '#test/factories/company.ts';
import type { Computer } from '#test/factories/company.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const second = 1000;
const duty = definedDuties().filter(({ name }) => name === 'sync');

/** The same data, its duties done by a clock that the test moves. */
async function withClock({ directory, core: before }: Computer) {
  await before.close();
  const clock = createTestClock(Date.now());
  const core = openCore(directory, { clock });
  const stop = startDuties(core, duty);
  onTestFinished(async () => {
    await stop();
    await core.close();
  });
  const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  await clock.advance(0);
  return { core, clock, client };
}

describe('changes', () => {
  it('go to head office by themselves some seconds after they were saved', async () => {
    const company = await foundCompany();
    const { clock, client } = await withClock(await joinBranch(company));
    const { id } = await client.contact.create({ givenName: 'Luis' });
    await clock.advance(2 * second);
    expect(await client.sync.status()).toMatchObject({ waiting: 1 });
    await clock.advance(3 * second);
    expect(await client.sync.status()).toMatchObject({ waiting: 0, state: 'synced' });
    await company.office.sync();
    expect(await company.office.client.contact.get({ id })).toMatchObject({ givenName: 'Luis' });
  });

  it('come from head office by themselves within the interval', async () => {
    const company = await foundCompany();
    const { clock, client } = await withClock(await joinBranch(company));
    await company.office.client.product.create({ name: 'Door' });
    await company.office.sync();
    await clock.advance(10 * second);
    expect((await client.product.list({})).total).toBe(0);
    await clock.advance(25 * second);
    expect((await client.product.list({})).total).toBe(1);
  });

  it('stay where they are while that is switched off, until somebody asks', async () => {
    const company = await foundCompany();
    const { clock, client, core } = await withClock(await joinBranch(company));
    await client.sync.update({ automatic: false });
    await client.contact.create({ givenName: 'Luis' });
    await clock.advance(120 * second);
    expect(await client.sync.status()).toMatchObject({ waiting: 1, state: 'waiting' });
    await client.sync.now({});
    await expect.poll(() => client.sync.status()).toMatchObject({ waiting: 0, state: 'synced' });
    expect(core.store.now()).toBeGreaterThan(0);
  });

  it('wait while head office can not be reached, which is told, and go when it is there again', async () => {
    const company = await foundCompany();
    const till = await joinBranch(company);
    await company.office.client.branch.stopHub();
    await till.client.contact.create({ givenName: 'Luis' });
    expect((await till.sync()).end).toEqual({ type: 'unreachable' });
    expect(await till.client.sync.status()).toMatchObject({ state: 'unreachable', trouble: 'unreachable', waiting: 1 });
    const { port } = await company.office.client.branch.hub();
    await company.office.client.branch.startHub({ companyName: 'Ventanas Sol', port });
    expect((await till.sync()).end).toEqual({ type: 'equal' });
    expect(await till.client.sync.status()).toMatchObject({ state: 'synced', trouble: null, waiting: 0 });
  });

  it('are exchanged by one program at a time of those open on the same data', async () => {
    const company = await foundCompany();
    const till = await joinBranch(company);
    const other = openComputer(till.directory);
    const lock = await takeSyncLock(other.core.store);
    expect((await till.sync()).end).toEqual({ type: 'otherProgram' });
    expect(await till.client.sync.status()).toMatchObject({ state: 'syncing' });
    await lock?.release();
    const ends = await Promise.all([till.sync(), other.sync()]);
    expect(ends.map(({ end }) => end.type).sort()).toEqual(['equal', 'otherProgram']);
  });

  it('of a computer that was shut out stay here, and that is told', async () => {
    const company = await foundCompany();
    const till = await joinBranch(company);
    const { devices } = await company.office.client.branch.overview({});
    await company.office.client.branch.revoke({ id: devices.find(({ branchId }) => branchId !== null)?.id ?? '' });
    await till.client.contact.create({ givenName: 'Luis' });
    expect((await till.sync()).end).toEqual({ type: 'fault', code: 'revoked' });
    expect(await till.client.sync.status()).toMatchObject({ state: 'revoked', waiting: 1 });
  });
});
