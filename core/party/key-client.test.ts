import { describe, expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

async function openShop() {
  const test = await openTestCore();
  const eva = await test.client.people.create({ name: 'Eva', role: 'seller' });
  const found = test.core.actorOf(eva.id);
  if (found.type !== 'actor') throw new Error('Eva works here');
  return { ...test, eva, seller: test.clientOf(found.actor) };
}

const refusal = { code: 'FORBIDDEN', data: { permission: 'party.markKey' } };

describe('the mark of a key client', () => {
  it('is set, taken away and found by', async () => {
    const { client } = await openShop();
    const { id, isKey } = await client.company.create({ name: 'Vidrios Norte', isKey: true });
    expect(isKey).toBe(true);
    await client.company.create({ name: 'Vidrios Sur' });
    const where = { all: [{ field: 'isKey', is: 'isTrue' as const }] };
    const { rows } = await client.party.list({ where });
    expect(rows.map((row) => [row.id, row.isKey])).toEqual([[id, true]]);
    expect(await client.company.update({ id, isKey: false })).toMatchObject({ isKey: false });
  });

  it('is set on many at once', async () => {
    const { client } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Luis' });
    expect(await client.party.changeMany({ ids: [id], change: { type: 'setKey', isKey: true } })).toMatchObject({ changed: 1 });
    expect((await client.contact.get({ id })).isKey).toBe(true);
  });

  it('is not for everybody to set, whichever way', async () => {
    const { client, seller } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Luis', isKey: true });
    await expect(seller.contact.create({ givenName: 'Ana', isKey: true })).rejects.toMatchObject(refusal);
    await expect(seller.contact.update({ id, isKey: false })).rejects.toMatchObject(refusal);
    const change = { type: 'setKey', isKey: false } as const;
    await expect(seller.party.changeMany({ ids: [id], change })).rejects.toMatchObject(refusal);
    expect((await client.contact.get({ id })).isKey).toBe(true);
  });

  it('stands in nobody’s way who changes something else', async () => {
    const { client, seller } = await openShop();
    const { id } = await client.contact.create({ givenName: 'Luis', isKey: true });
    expect(await seller.contact.update({ id, isKey: true, jobTitle: 'Jefe' })).toMatchObject({ jobTitle: 'Jefe', isKey: true });
  });
});
