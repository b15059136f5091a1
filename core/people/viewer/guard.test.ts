import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { builtInRights } from '#shared/people/role.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

/** A seller to whom the notes of deals are shown no more than `dealNotes` says, and a deal of hers. */
async function openShop(dealNotes: 'hide' | 'readOnly') {
  const { client, clientOf } = await openTestCore();
  await client.pipeline.create({ name: 'Sales', stages: [{ name: 'One', probability: 10 }] });
  const { id: ownerId, branchId } = await client.people.create({ name: 'Eva', role: 'seller' });
  const { id: partyId } = await client.contact.create({ givenName: 'Luis', ownerId });
  const deal = await client.deal.create({ partyId, title: 'Windows', ownerId, notes: 'careful' });
  const rights = { ...builtInRights('seller'), fields: { dealNotes } } as const;
  return { client, eva: clientOf(personActor({ id: ownerId, name: 'Eva', role: 'own', branchId, rights })), deal };
}

describe.each(['hide', 'readOnly'] as const)('somebody to whom the notes of deals are closed (%s)', (dealNotes) => {
  it('opens a lost deal again, whatever was said of the loss', async () => {
    const { client, eva, deal } = await openShop(dealNotes);
    await client.deal.lose({ id: deal.id, reasonId: null, note: 'went elsewhere' });
    await eva.deal.reopen({ id: deal.id });
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ status: 'open', lostNote: '', notes: 'careful' });
  });

  it('says why a deal was lost', async () => {
    const { client, eva, deal } = await openShop(dealNotes);
    await eva.deal.lose({ id: deal.id, reasonId: null, note: 'went elsewhere' });
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ status: 'lost', lostNote: 'went elsewhere' });
  });

  it('changes none of the notes', async () => {
    const { eva, deal } = await openShop(dealNotes);
    await expect(eva.deal.update({ id: deal.id, notes: 'other' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
