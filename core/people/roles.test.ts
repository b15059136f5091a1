import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { operations } from '#shared/people/permission.ts';
import { builtInRights } from '#shared/people/role.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const sellers = builtInRights('seller');
const ownClients = {
  ...sellers,
  objects: { ...sellers.objects, client: { ...sellers.objects.client, see: 'own' as const } },
};

describe('a role of the shop’s own', () => {
  it('is given, and narrows at once what its people see', async () => {
    const { client, core, clientOf } = await openTestCore();
    const role = await client.people.createRole({ name: 'Own clients', rights: ownClients });
    const eva = await client.people.create({ name: 'Eva', role: role.id });
    await client.contact.create({ givenName: 'Luis' });
    const found = core.actorOf(eva.id);
    if (found.type !== 'actor') throw new Error('Eva works here');
    expect((await clientOf(found.actor).party.list({})).total).toBe(0);
    expect((await client.people.roles()).at(-1)).toMatchObject({ id: role.id, people: 1, isBuiltIn: false });
  });

  it('has a name of its own', async () => {
    const { client } = await openTestCore();
    await client.people.createRole({ name: 'Taller', rights: sellers });
    const again = client.people.createRole({ name: 'TALLER', rights: sellers });
    await expect(again).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'name', code: 'nameTaken' } });
  });

  it('isn’t given up while somebody has it', async () => {
    const { client } = await openTestCore();
    const { id } = await client.people.createRole({ name: 'Taller', rights: sellers });
    const eva = await client.people.create({ name: 'Eva', role: id });
    await expect(client.people.removeRole({ id })).rejects.toMatchObject({ code: 'IN_USE', data: { id, people: 1 } });
    await client.people.update({ id: eva.id, role: 'seller' });
    await client.people.removeRole({ id });
    expect((await client.people.roles()).map((role) => role.id)).not.toContain(id);
  });
});

describe('the money of deals', () => {
  const may = (money: 'hide' | 'readOnly') => {
    const role = { id: 'eva', name: 'Eva', role: 'seller', rights: { ...sellers, fields: { dealMoney: money } } } as const;
    const { permissions } = personActor(role);
    return (['payment.see', 'payment.create', 'document.see', 'document.create'] as const).filter((name) =>
      permissions.has(name),
    );
  };

  it('that is only shown is neither paid nor written into documents', () => {
    expect(may('readOnly')).toEqual(['payment.see', 'document.see']);
  });

  it('that is hidden is in no payment and no document', () => {
    expect(may('hide')).toEqual([]);
  });
});

it('a role every shop has is changed, and becomes as delivered again', async () => {
  const { client } = await openTestCore();
  expect(await client.people.updateRole({ id: 'seller', rights: ownClients })).toMatchObject({ isChanged: true });
  await client.people.removeRole({ id: 'seller' });
  const seller = (await client.people.roles()).find(({ id }) => id === 'seller');
  expect(seller).toMatchObject({ isChanged: false, rights: sellers });
});

it('the owner’s role can’t be changed, nor can roles be changed by who isn’t the owner', async () => {
  const { client, core, clientOf } = await openTestCore();
  await expect(client.people.updateRole({ id: 'owner', rights: sellers })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const head = await client.people.create({ name: 'Pau', role: 'head' });
  const found = core.actorOf(head.id);
  if (found.type !== 'actor') throw new Error('Pau works here');
  const refusal = { code: 'FORBIDDEN', data: { permission: 'role.manage' } };
  await expect(clientOf(found.actor).people.createRole({ name: 'Mine', rights: sellers })).rejects.toMatchObject(refusal);
});

it('whoever is in a team that is given up is in none', async () => {
  const { client } = await openTestCore();
  const team = await client.people.createTeam({ name: 'Norte' });
  const eva = await client.people.create({ name: 'Eva', role: 'seller', teamId: team.id });
  await client.people.updateTeam({ id: team.id, name: 'Sur' });
  expect(await client.people.teams()).toMatchObject([{ id: team.id, name: 'Sur' }]);
  await client.people.removeTeam({ id: team.id });
  expect((await client.people.list()).find(({ id }) => id === eva.id)?.teamId).toBeNull();
  expect(await client.people.teams()).toEqual([]);
});

it('give nobody what only an owner may, whatever a role says', () => {
  const greedy = { ...builtInRights('head'), operations: [...operations] };
  const { permissions } = personActor({ id: 'u', name: 'Eva', role: 'own', rights: greedy });
  expect(operations.filter((operation) => !permissions.has(operation))).toEqual(
    expect.arrayContaining(['people.manage', 'role.manage', 'apiKey.manage', 'audit.see', 'encryption.manage', 'backup.restore']),
  );
});
