import { describe, expect, it } from 'vitest';
import { conflictRecord } from '#core/conflict/conflict.ts';
import { personActor } from '#core/people/allow.ts';
import { newId } from '#core/records/new-id.ts';
import { createRecord } from '#core/records/write.ts';
import type { Conflict } from '#shared/conflict/conflict.ts';
import { bringBranches, makeOneOf } from '#test/factories/branch-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const stamp = (at: number) => `${at.toString(36).padStart(9, '0')}0000aaaaaaaa`;

async function openShop() {
  const test = await openTestCore({ ownerName: 'Ana' });
  bringBranches(test.core, 'north', 'south');
  const note = (conflict: Partial<Conflict> & Pick<Conflict, 'recordId' | 'field' | 'lostValue'>): string => {
    const id = newId();
    test.core.store.performNow({ actor: test.core.owner(), kind: 'sync', subject: '' }, (act) => {
      createRecord(act, conflictRecord, {
        id,
        recordType: 'party',
        keptValue: null,
        keptBy: 'Ana',
        keptStamp: stamp(2000),
        keptBranchId: 'north',
        lostBy: 'Eva',
        lostStamp: stamp(1000),
        lostBranchId: null,
        status: 'open',
        resolvedBy: null,
        resolvedAt: null,
        createdAt: act.at,
        ...conflict,
      });
    });
    return id;
  };
  const lastAct = async () => (await test.client.history.acts({ limit: 1 })).rows[0];
  return { ...test, note, lastAct };
}

describe('conflicts', () => {
  it('are shown with both values, who wrote them, where and when', async () => {
    const { client, note } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Rosa', notes: 'tall' });
    note({ recordId: id, field: 'notes', keptValue: 'tall', lostValue: 'short' });
    note({ recordId: id, field: 'nickname', keptValue: 'Ro', lostValue: 'Rosi' });
    note({ recordId: 'gone', field: 'notes', keptValue: 'a', lostValue: 'b' });
    const { conflicts, total } = await client.conflict.list({ recordId: id });
    expect(total).toBe(2);
    expect(conflicts.find(({ field }) => field === 'notes')).toMatchObject({
      title: 'Rosa',
      partyType: 'contact',
      keptValue: 'tall',
      lostValue: 'short',
      keptBranchName: 'north',
      lostBranchName: null,
      keptAt: 2000,
      lostAt: 1000,
      isCurrent: true,
    });
    expect(conflicts.find(({ field }) => field === 'nickname')).toMatchObject({ isCurrent: false });
    expect(await client.conflict.count()).toEqual({ open: 3 });
    expect((await client.conflict.list({ recordType: 'party', limit: 1 })).total).toBe(3);
    expect((await client.conflict.list({ recordId: 'gone' })).conflicts).toMatchObject([{ title: '', isCurrent: false }]);
  });

  it('are settled by hundreds in one act, as they stand or with the other value, and an undo puts all back', async () => {
    const { client, note, lastAct } = await openShop();
    const parties = await Promise.all(
      Array.from({ length: 300 }, (_, index) => client.contact.create({ givenName: `P${index}`, notes: 'kept' })),
    );
    const ids = parties.map(({ id }) => note({ recordId: id, field: 'notes', keptValue: 'kept', lostValue: 'lost' }));
    const start = performance.now();
    const taken = await client.conflict.resolve({ ids, with: 'take' });
    expect(performance.now() - start).toBeLessThan(3000);
    expect(taken).toMatchObject({ resolved: 300, failed: [] });
    const [first] = parties;
    expect((await client.contact.get({ id: first?.id ?? '' })).notes).toBe('lost');
    expect(await client.conflict.count()).toEqual({ open: 0 });
    const [settled] = (await client.conflict.list({ status: 'taken', limit: 1 })).conflicts;
    expect(settled).toMatchObject({ resolvedBy: 'Ana' });
    expect(await lastAct()).toMatchObject({ kind: 'conflict', canUndo: true });
    await client.history.undo({ id: taken.actId });
    expect((await client.contact.get({ id: first?.id ?? '' })).notes).toBe('kept');
    expect(await client.conflict.count()).toEqual({ open: 300 });
    expect(await client.conflict.resolve({ ids, with: 'keep' })).toMatchObject({ resolved: 300 });
    expect((await client.contact.get({ id: first?.id ?? '' })).notes).toBe('kept');
    expect(await client.conflict.resolve({ ids, with: 'take' })).toMatchObject({ resolved: 0, failed: [] });
  });

  it('of lists, custom fields and stages take the other value with all that follows', async () => {
    const { client, note } = await openShop();
    await client.customField.create({ label: 'Size', type: 'text' });
    await client.customField.create({ label: 'Colour', type: 'text' });
    const { id } = await client.contact.create({ givenName: 'Rosa', custom: { size: 'L', colour: 'red' } });
    const phones = [{ id: 'a', label: '', raw: '612345678', e164: '+34612345678', extension: '' }];
    const deal = await client.deal.create({ title: 'Door', partyId: id });
    await client.deal.win({ id: deal.id });
    const ids = [
      note({ recordId: id, field: 'phones', keptValue: [], lostValue: phones }),
      note({ recordId: id, field: 'custom.size', keptValue: 'L', lostValue: 'M' }),
      note({ recordId: id, field: 'custom.colour', keptValue: 'red', lostValue: null }),
      note({ recordId: deal.id, recordType: 'deal', field: 'status', keptValue: 'won', lostValue: 'open' }),
    ];
    expect(await client.conflict.resolve({ ids, with: 'take' })).toMatchObject({ resolved: 4, failed: [] });
    const party = await client.contact.get({ id });
    expect(party.phones).toMatchObject([{ e164: '+34612345678' }]);
    expect(party.custom).toEqual({ size: 'M' });
    expect(JSON.stringify(await client.search.find({ text: '612345678' }))).toContain(id);
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ status: 'open', closedAt: null });
  });

  it('about what was removed elsewhere bring it back with what went along, and out of the recycle bin', async () => {
    const { client, note } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Rosa', notes: 'before' });
    const deal = await client.deal.create({ title: 'Door', partyId: id });
    await client.contact.delete({ id });
    await client.party.purgeMany({ ids: [id] });
    const removed = note({ recordId: id, field: '', lostValue: { notes: 'after', deletedAt: null } });
    expect((await client.conflict.list({ recordId: id })).conflicts).toMatchObject([{ isCurrent: true, title: '' }]);
    const { actId } = await client.conflict.resolve({ ids: [removed], with: 'take' });
    expect(await client.contact.get({ id })).toMatchObject({ title: 'Rosa', notes: 'after', deletedAt: null });
    expect((await client.deal.get({ id: deal.id })).title).toBe('Door');
    await client.history.undo({ id: actId });
    await expect(client.contact.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const luis = await client.contact.create({ givenName: 'Luis' });
    await client.contact.delete({ id: luis.id });
    const binned = note({ recordId: luis.id, field: 'deletedAt', keptValue: 1, lostValue: null });
    await client.conflict.resolve({ ids: [binned], with: 'take' });
    expect((await client.contact.get({ id: luis.id })).deletedAt).toBeNull();
  });

  it('that can’t be settled so are named, and the others are settled', async () => {
    const { client, note } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Rosa' });
    const good = note({ recordId: id, field: 'notes', lostValue: 'lost' });
    const gone = note({ recordId: 'nobody', field: 'notes', lostValue: 'lost' });
    const unknown = note({ recordId: id, field: 'fromTheFuture', lostValue: 1 });
    const { resolved, failed } = await client.conflict.resolve({ ids: [good, gone, unknown, 'none'], with: 'take' });
    expect(resolved).toBe(1);
    expect(failed).toEqual([
      { id: gone, code: 'gone' },
      { id: unknown, code: 'refused' },
      { id: 'none', code: 'gone' },
    ]);
    expect(await client.conflict.count()).toEqual({ open: 2 });
  });

  it('are settled with a third value by the rules of its field', async () => {
    const { client, note } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Rosa' });
    const kind = note({ recordId: id, field: 'kind', keptValue: 'client', lostValue: 'lead' });
    const refusal = (code: string) => ({ code: 'REFUSED', data: { field: 'value', code } });
    await expect(client.conflict.edit({ id: kind, value: 'dragon' })).rejects.toMatchObject(refusal('invalid'));
    await client.conflict.edit({ id: kind, value: 'partner' });
    expect((await client.contact.get({ id })).kind).toBe('partner');
    await expect(client.conflict.edit({ id: kind, value: 'client' })).rejects.toMatchObject(refusal('settled'));
    const phones = note({ recordId: id, field: 'phones', keptValue: [], lostValue: [] });
    await client.conflict.edit({ id: phones, value: [{ raw: '612 34 56 78', label: '' }] });
    expect((await client.contact.get({ id })).phones).toMatchObject([{ e164: '+34612345678' }]);
    const name = note({ recordId: id, field: 'givenName', keptValue: 'Rosa', lostValue: 'Rosi' });
    const bare = await client.company.create({ name: 'Bar' });
    const nameless = note({ recordId: bare.id, field: 'name', keptValue: 'Bar', lostValue: 'Bär' });
    await expect(client.conflict.edit({ id: nameless, value: '' })).rejects.toMatchObject(refusal('nameless'));
    await expect(client.conflict.edit({ id: 'none', value: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.conflict.edit({ id: name, value: 'Rosalía' });
    expect((await client.contact.get({ id })).title).toBe('Rosalía');
  });

  it('are settled only by who may write the record itself', async () => {
    const { client, clientOf, core, note } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Rosa' });
    const product = await client.product.create({ name: 'Door' });
    const card = note({ recordId: id, field: 'notes', lostValue: 'lost' });
    const price = note({ recordId: product.id, recordType: 'product', field: 'name', lostValue: 'Window' });
    const looking = clientOf(personActor({ id: core.owner().userId, name: 'Pia', role: 'readOnly' }));
    expect((await looking.conflict.list({})).total).toBe(2);
    await expect(looking.conflict.resolve({ ids: [card], with: 'keep' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const seller = clientOf(personActor({ id: core.owner().userId, name: 'Eva', role: 'seller' }));
    expect(await seller.conflict.resolve({ ids: [card, price], with: 'take' })).toMatchObject({
      resolved: 1,
      failed: [{ id: price, code: 'refused' }],
    });
    makeOneOf(core, { branchId: 'north' });
    expect(await client.conflict.resolve({ ids: [price], with: 'take' })).toMatchObject({ failed: [{ code: 'refused' }] });
  });
});
