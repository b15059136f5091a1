import { describe, expect, it } from 'vitest';
import { foundOffice, joinBranch, requestOf, startTestOffice } from '#test/factories/start-test-office.ts';
import { storeKinds } from '#test/factories/open-test-office.ts';
import type { StoreKind } from '#test/factories/open-test-office.ts';
import { makePostgresDatabase } from '#test/factories/test-postgres.ts';
import { chainStart } from '#wire/hash.ts';

const day = 86_400_000;

async function setUp(kind: StoreKind) {
  const clock = { now: Date.now() };
  const database = kind === 'SQLite' ? {} : { database: await makePostgresDatabase() };
  const office = await startTestOffice({ ...database, now: () => clock.now });
  const head = await foundOffice(office);
  const till = await joinBranch(office.address, head, 'b1');
  return { clock, office, head, till };
}

describe.each(storeKinds)('what head office’s own computers ask, on %s', (kind) => {
  it('tells how each computer stands', async () => {
    const { clock, head, till } = await setUp(kind);
    await till.send({ type: 'party', id: 'p1', fields: { name: 'Rosa', branchId: 'b1' } });
    await head.send({ type: 'party', id: 'p2', fields: { name: 'Luz', branchId: 'b1' } });
    await till.ask({
      ...requestOf([], { counter: 1, hash: chainStart }, () => ''),
      waiting: 37,
      at: clock.now + 300_000,
      program: '0.3.0',
    });
    clock.now += 2 * day + 1;
    const { overview } = await head.office({ kind: 'office.overview', lateAfterDays: 2 });
    expect(overview.company?.name).toBe('Ventanas Sol');
    expect(overview.branches).toEqual([{ id: 'b1', name: 'Branch b1' }]);
    expect(overview.devices.map(({ branchName }) => branchName)).toEqual([null, 'Branch b1']);
    const device = overview.devices.find(({ branchId }) => branchId === 'b1');
    expect(device).toMatchObject({ name: 'Till of b1', till: 1, isMain: true, isLate: true, waiting: 37, revokedAt: null });
    expect(device?.program).toEqual({ version: '0.3.0', schema: 100, protocol: 1 });
    expect(Math.round((device?.clockOffset ?? 0) / 60_000)).toBe(5);
    expect(device?.backlog).toBeGreaterThan(0);
  });

  it('counts conflicts nobody settled', async () => {
    const { head } = await setUp(kind);
    await head.send({ type: 'party', id: 'p1', fields: { name: 'Rosa', branchId: 'b1' } });
    const conflict = { recordType: 'party', recordId: 'p1', field: 'name', keptValue: 'Rosa', lostValue: '"status":"open"' };
    await head.send(
      { type: 'conflict', id: 'c1', fields: { ...conflict, status: 'open' } },
      { type: 'conflict', id: 'c2', fields: { ...conflict, status: 'kept' } },
    );
    const { overview } = await head.office({ kind: 'office.overview', lateAfterDays: 2 });
    expect(overview.openConflicts.reduce((sum, { count }) => sum + count, 0)).toBe(1);
  });

  it('lists changes that were set aside, tries them again and discards them', async () => {
    const { head, till } = await setUp(kind);
    await till.send(
      { type: 'product', id: 'x1', fields: { name: 'Window' } },
      { type: 'product', id: 'x2', fields: { name: 'Door' } },
      { type: 'party', id: 'p1', fields: { name: 'Rosa', branchId: 'b1' } },
    );
    const list = { kind: 'office.quarantine', after: null, limit: 10 } as const;
    const { changes, total } = await head.office(list);
    expect(total).toBe(2);
    expect(changes[0]).toMatchObject({
      code: 'notYours',
      recordType: 'product',
      by: 'Ana',
      branchName: 'Branch b1',
      fields: ['name'],
    });
    const [first, second] = changes.map(({ id }) => id);
    expect(await head.office({ kind: 'office.retry', ids: [first ?? ''] })).toMatchObject({ taken: 0, left: 1 });
    expect(await head.office({ kind: 'office.discard', ids: [second ?? ''] })).toMatchObject({ discarded: 1 });
    expect((await head.office(list)).changes.map(({ id }) => id)).toEqual([first]);
    expect((await head.office({ ...list, after: first ?? '' })).changes).toEqual([]);
  });

  it('takes a change that was set aside once it may be', async () => {
    const { head, till, office } = await setUp(kind);
    const north = await joinBranch(office.address, head, 'north');
    await till.send({ type: 'party', id: 'p1', fields: { name: 'Rosa', branchId: 'b1' } });
    await head.send({ type: 'deal', id: 'd1', fields: { title: 'Windows', branchId: 'b1', partyId: 'p1' } });
    await north.send({ type: 'task', id: 't1', fields: { title: 'Call', branchId: 'north', dealId: 'd1' } });
    const { changes } = await head.office({ kind: 'office.quarantine', after: null, limit: 10 });
    expect(changes.map(({ recordId }) => recordId)).toEqual(['t1']);
    const record = { type: 'deal', id: 'd1', fields: { title: 'Windows', branchId: 'north', partyId: 'p1' } };
    await head.send(record);
    expect(await head.office({ kind: 'office.retry', ids: changes.map(({ id }) => id) })).toMatchObject({ taken: 1, left: 0 });
    expect(await head.office({ kind: 'office.quarantine', after: null, limit: 10 })).toMatchObject({ total: 0 });
  });

  it('renames a computer, makes it the main one and shuts it out; the next one becomes main', async () => {
    const { head, till, office } = await setUp(kind);
    const second = await joinBranch(office.address, head, 'b1');
    const deviceId = second.membership.device.id;
    expect(await head.office({ kind: 'office.renameDevice', deviceId, name: 'Window' })).toMatchObject({ outcome: 'done' });
    expect(await head.office({ kind: 'office.makeMain', deviceId })).toMatchObject({ outcome: 'done' });
    const mains = async () => {
      const { overview } = await head.office({ kind: 'office.overview', lateAfterDays: 2 });
      return overview.devices.filter(({ isMain, branchId }) => isMain && branchId === 'b1').map(({ name }) => name);
    };
    expect(await mains()).toEqual(['Window']);
    expect(await head.office({ kind: 'office.revoke', deviceId })).toMatchObject({ outcome: 'done' });
    expect(await mains()).toEqual(['Till of b1']);
    expect(await head.office({ kind: 'office.makeMain', deviceId })).toMatchObject({ outcome: 'notFound' });
    expect(await second.ask({ kind: 'compare', ask: 'buckets' })).toMatchObject({ type: 'fault', code: 'revoked' });
    expect(await till.ask({ kind: 'compare', ask: 'buckets' })).toMatchObject({ type: 'answer' });
  });

  it('never leaves head office without a computer', async () => {
    const { head } = await setUp(kind);
    const { id } = head.membership.device;
    expect(await head.office({ kind: 'office.revoke', deviceId: id })).toMatchObject({ outcome: 'last' });
    expect(await head.office({ kind: 'office.revoke', deviceId: 'nobody' })).toMatchObject({ outcome: 'notFound' });
  });
});
