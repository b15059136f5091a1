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
