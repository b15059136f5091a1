import { expect, it } from 'vitest';
import { openTestCore } from '#test/factories/open-test-core.ts';

async function openShopWithSeller() {
  const { client: owner, core, clientOf } = await openTestCore();
  const eva = await owner.people.create({ name: 'Eva', role: 'seller' });
  const found = core.actorOf(eva.id);
  if (found.type !== 'actor') throw new Error('Eva works here');
  const seller = clientOf(found.actor);
  const last = async () => {
    const [act] = (await seller.history.acts({ limit: 1 })).rows;
    if (!act) throw new Error('nothing was done');
    return act;
  };
  return { owner, seller, last };
}

it('lets nobody take back what is the shop’s, who may not change it', async () => {
  const { owner, seller, last } = await openShopWithSeller();
  await owner.settings.update({ language: 'ru' });
  const act = await last();
  expect(act.canUndo).toBe(false);
  const refusal = { code: 'FORBIDDEN', data: { permission: 'settings.edit' } };
  await expect(seller.history.undo({ id: act.id })).rejects.toMatchObject(refusal);
  expect((await owner.settings.get()).language).toBe('ru');
  expect((await owner.history.acts({ limit: 1 })).rows).toMatchObject([{ canUndo: true }]);
});

it('lets whoever deletes nobody take back their own new cards, and nobody else’s', async () => {
  const { owner, seller, last } = await openShopWithSeller();
  const { id } = await owner.contact.create({ givenName: 'Luis' });
  const made = await last();
  expect(made.canUndo).toBe(false);
  await expect(seller.history.undo({ id: made.id })).rejects.toMatchObject({ data: { permission: 'party.delete' } });
  await owner.contact.delete({ id });
  await expect(seller.history.undo({ id: (await last()).id })).rejects.toMatchObject({ data: { permission: 'party.delete' } });
  await seller.contact.create({ givenName: 'Marta' });
  expect(await seller.history.undo({ id: (await last()).id })).toMatchObject({ undone: 1 });
});

it('lets whoever may change a card take back another’s change of it', async () => {
  const { owner, seller, last } = await openShopWithSeller();
  const { id } = await owner.contact.create({ givenName: 'Luis' });
  await owner.contact.update({ id, jobTitle: 'Chef' });
  expect((await last()).canUndo).toBe(true);
  await seller.history.undo({ id: (await last()).id });
  expect((await owner.contact.get({ id })).jobTitle).toBe('');
});
