import { describe, expect, it } from 'vitest';
import { makeOneOf } from '#test/factories/branch-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

async function openCompany() {
  const test = await openTestCore({ ownerName: 'Ana' });
  const north = await test.client.branch.create({ name: 'North' });
  const south = await test.client.branch.create({ name: 'South', address: 'Main street 1' });
  return { ...test, north, south };
}

describe('branches', () => {
  it('are numbered in the order in which they are added, and their numbers are never given again', async () => {
    const { client, north, south } = await openCompany();
    expect([north.number, south.number]).toEqual([1, 2]);
    expect((await client.branch.archive({ id: south.id })).archivedAt).not.toBeNull();
    expect(await client.branch.create({ name: 'East' })).toMatchObject({ number: 3, address: '' });
    expect((await client.branch.list()).map(({ name }) => name)).toEqual(['North', 'East', 'South']);
    expect((await client.branch.restore({ id: south.id })).archivedAt).toBeNull();
    const { rows } = await client.history.acts({ limit: 1 });
    expect(rows[0]).toMatchObject({ kind: 'branch', subject: 'South', canUndo: false });
  });

  it('have names that tell them apart', async () => {
    const { client, north, south } = await openCompany();
    const taken = (value: string) => ({ code: 'REFUSED', data: { field: 'name', code: 'taken', value } });
    await expect(client.branch.create({ name: 'NORTH' })).rejects.toMatchObject(taken('NORTH'));
    await expect(client.branch.update({ id: south.id, name: 'north' })).rejects.toMatchObject(taken('north'));
    expect(await client.branch.update({ id: north.id, name: 'north', phone: '1' })).toMatchObject({ name: 'north', phone: '1' });
    await expect(client.branch.update({ id: 'none', name: 'X' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.branch.archive({ id: 'none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are head office’s to manage', async () => {
    const { client, clientOf, core, north } = await openCompany();
    const owner = core.owner();
    makeOneOf(core, { branchId: north.id });
    await expect(client.branch.create({ name: 'East' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(clientOf(owner).branch.create({ name: 'East' })).rejects.toMatchObject({ code: 'NOT_OFFICE' });
    expect(await client.branch.list()).toHaveLength(2);
  });
});

describe('clients', () => {
  async function openClient() {
    const test = await openCompany();
    const { client } = test;
    const rosa = await client.contact.create({ givenName: 'Rosa' });
    const deal = await client.deal.create({ title: 'Door', partyId: rosa.id });
    const elsewhere = await client.deal.create({ title: 'Window', partyId: rosa.id });
    await client.deal.update({ id: elsewhere.id, branchId: test.south.id });
    const task = await client.task.create({ title: 'Call', dealId: deal.id });
    const done = await client.task.create({ title: 'Measure', partyId: rosa.id });
    await client.task.done({ id: done.id, result: 'ok' });
    const lead = await client.lead.create({ name: 'Rosa', partyId: rosa.id });
    const branchOf = {
      party: async () => (await client.contact.get({ id: rosa.id })).branchId,
      deal: async () => (await client.deal.get({ id: deal.id })).branchId,
      elsewhere: async () => (await client.deal.get({ id: elsewhere.id })).branchId,
      lead: async () => (await client.lead.get({ id: lead.id })).branchId,
      task: async () => (await client.task.get({ id: task.id })).branchId,
      done: async () => (await client.task.get({ id: done.id })).branchId,
    };
    const places = async () =>
      Object.fromEntries(await Promise.all(Object.entries(branchOf).map(async ([name, read]) => [name, await read()] as const)));
    return { ...test, rosa, places };
  }

  it('move with what was theirs where they were, in one act that can be undone', async () => {
    const { client, rosa, north, south, places } = await openClient();
    const before = { party: null, deal: null, lead: null, task: null, done: null, elsewhere: south.id };
    expect(await places()).toEqual(before);
    const { moved, actId } = await client.branch.moveClients({ ids: [rosa.id], branchId: north.id });
    expect(moved).toBe(1);
    const { id: to } = north;
    expect(await places()).toEqual({ party: to, deal: to, lead: to, task: to, done: null, elsewhere: south.id });
    expect((await client.branch.moveClients({ ids: [rosa.id], branchId: to })).moved).toBe(0);
    await client.history.undo({ id: actId });
    expect(await places()).toEqual(before);
  });

  it('move by hundreds, and only to branches that are open', async () => {
    const { client, north, south } = await openCompany();
    const parties = await Promise.all(
      Array.from({ length: 120 }, (_, index) => client.contact.create({ givenName: `P${index}` })),
    );
    const ids = parties.map(({ id }) => id);
    expect((await client.branch.moveClients({ ids: [...ids, 'gone'], branchId: north.id })).moved).toBe(120);
    expect((await client.contact.get({ id: ids[119] ?? '' })).branchId).toBe(north.id);
    await client.branch.archive({ id: south.id });
    for (const branchId of [south.id, 'none'])
      await expect(client.branch.moveClients({ ids, branchId })).rejects.toMatchObject({
        code: 'REFUSED',
        data: { field: 'branchId', code: 'unknownBranch', value: branchId },
      });
    await expect(client.branch.moveClients({ ids: ['gone'], branchId: null })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of another branch can’t be moved or shared by a branch', async () => {
    const { client, core, rosa, north, south } = await openClient();
    const pedro = await client.contact.create({ givenName: 'Pedro' });
    await client.branch.moveClients({ ids: [rosa.id], branchId: north.id });
    makeOneOf(core, { branchId: north.id });
    await expect(client.branch.moveClients({ ids: [rosa.id, pedro.id], branchId: south.id })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'ids', code: 'ofOtherBranch', value: pedro.id },
    });
    await expect(client.branch.shareClient({ id: pedro.id, branchIds: [] })).rejects.toMatchObject({
      data: { field: 'id', code: 'ofOtherBranch' },
    });
    await client.branch.shareClient({ id: rosa.id, branchIds: [south.id, north.id, south.id] });
    expect((await client.contact.get({ id: rosa.id })).sharedWith).toEqual([south.id]);
    expect((await client.branch.moveClients({ ids: [rosa.id], branchId: south.id })).moved).toBe(1);
  });

  it('have deals in other branches that a branch looks at and leaves as they are', async () => {
    const { client, core, rosa, north, south } = await openClient();
    const elsewhere = (await client.deal.list({})).rows.find(({ title }) => title === 'Window');
    const id = elsewhere?.id ?? '';
    makeOneOf(core, { branchId: north.id });
    const ours = await client.deal.create({ title: 'Blind', partyId: rosa.id });
    expect((await client.deal.get({ id })).branchId).toBe(south.id);
    await expect(client.deal.update({ id, title: 'Mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.deal.win({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await client.deal.update({ id: ours.id, title: 'Blinds' })).title).toBe('Blinds');
  });

  it('are shared with branches that there are', async () => {
    const { client, rosa, south } = await openClient();
    await expect(client.branch.shareClient({ id: rosa.id, branchIds: ['none'] })).rejects.toMatchObject({
      data: { field: 'branchIds', code: 'unknownBranch', value: 'none' },
    });
    await expect(client.branch.shareClient({ id: 'none', branchIds: [] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { actId } = await client.branch.shareClient({ id: rosa.id, branchIds: [south.id] });
    await client.history.undo({ id: actId });
    expect((await client.contact.get({ id: rosa.id })).sharedWith).toEqual([]);
  });
});
