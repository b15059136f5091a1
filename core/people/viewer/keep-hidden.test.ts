import { expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { builtInRights } from '#shared/people/role.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

it('keeps the own fields that somebody doesn’t see, when she changes others', async () => {
  const { client, clientOf } = await openTestCore();
  const field = { type: 'text' } as const;
  const margin = await client.customField.create({ ...field, label: 'Margin' });
  const plate = await client.customField.create({ ...field, label: 'Plate' });
  const fields = { [`custom:${margin.key}`]: 'hide' } as const;
  const { id, branchId } = await client.people.create({ name: 'Eva', role: 'seller' });
  const eva = clientOf(personActor({ id, name: 'Eva', role: 'own', branchId, rights: { ...builtInRights('seller'), fields } }));
  const card = await client.contact.create({ givenName: 'Luis', custom: { [margin.key]: '40', [plate.key]: 'A' } });

  expect((await eva.contact.get({ id: card.id })).custom).toEqual({ [plate.key]: 'A' });
  const changed = await eva.contact.update({ id: card.id, custom: { [plate.key]: 'B' } });
  expect((await client.contact.get({ id: card.id })).custom).toEqual({ [margin.key]: '40', [plate.key]: 'B' });
  expect(changed.custom).toEqual({ [plate.key]: 'B' });
  await expect(eva.contact.update({ id: card.id, custom: { [margin.key]: '1' } })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
