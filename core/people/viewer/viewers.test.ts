import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { coreSeenBy } from '#core/people/viewer/viewers.ts';
import { personActor } from '#core/people/allow.ts';
import type { SavedEvent } from '#shared/event/contract.ts';
import { builtInRights } from '#shared/people/role.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('tells whoever follows what is saved, however many others came meanwhile', async () => {
  const { client, core } = await openTestCore();
  const people = [];
  for (let count = 0; count < 20; count++) people.push(await client.people.create({ name: `Eva ${count}`, role: 'newcomer' }));
  const told: SavedEvent[] = [];
  for (const { id, name } of people) {
    const actor = personActor({ id, name, role: 'newcomer', rights: builtInRights('newcomer') });
    coreSeenBy(core, actor).store.onSaved((event) => told.push(event));
  }
  await client.contact.create({ givenName: 'Rosa', isKey: true });
  expect(told).toEqual([]);
  const { id } = await client.contact.create({ givenName: 'Luis' });
  expect(told).toEqual(people.map(() => ({ recordTypes: ['party'], ids: [id] })));
});

it('follows nothing on with the rights somebody had before', async () => {
  const { client, clientOf, core } = await openTestCore();
  const person = await client.people.create({ name: 'Eva', role: 'seller' });
  const seller = (await client.people.roles()).find(({ id }) => id === 'seller')!.rights;
  const follow = async () => {
    const found = core.actorOf(person.id);
    if (found.type !== 'actor') throw new Error('Eva isn’t there');
    const events = (await clientOf(found.actor).event.saved())[Symbol.asyncIterator]();
    const told: SavedEvent[] = [];
    const ended = (async () => {
      for (let next = await events.next(); next.done !== true; next = await events.next()) told.push(next.value);
    })();
    await nextTurn();
    return { told, ended };
  };
  const before = await follow();
  const { id } = await client.contact.create({ givenName: 'Luis' });
  await nextTurn();
  expect(before.told).toEqual([{ recordTypes: ['party'], ids: [id] }]);
  const own = { ...seller.objects.client, see: 'own' as const };
  await client.people.updateRole({ id: 'seller', rights: { ...seller, objects: { ...seller.objects, client: own } } });
  await client.contact.create({ givenName: 'Marta' });
  await before.ended;
  expect(before.told).toHaveLength(1);

  const narrowed = await follow();
  await client.contact.create({ givenName: 'Rosa' });
  const hers = await client.contact.create({ givenName: 'Ana', ownerId: person.id });
  await nextTurn();
  expect(narrowed.told).toEqual([{ recordTypes: ['party'], ids: [hers.id] }]);
  await client.people.archive({ id: person.id });
  await narrowed.ended;
  expect(narrowed.told).toHaveLength(1);
});
