import { describe, expect, it } from 'vitest';
import { actorHeader, seeAsHeader, watchingCode } from '#shared/people/permission.ts';
import { pageClient } from '#test/factories/clients.ts';
import type { Client } from '#test/factories/clients.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

async function openShop() {
  const host = await startTestHost();
  const as = (headers: Readonly<Record<string, string>>): Client => pageClient(host, headers);
  const owner = as({});
  const eva = await owner.people.create({ name: 'Eva', role: 'seller' });
  return { as, owner, eva, through: as({ [seeAsHeader]: eva.id }) };
}

describe('looking through the eyes of somebody', () => {
  it('shows what she sees, and says so', async () => {
    const { owner, eva, through } = await openShop();
    const { objects, ...seller } = (await owner.people.roles()).find(({ id }) => id === 'seller')!.rights;
    const rights = { ...seller, objects: { ...objects, client: { ...objects.client, see: 'own' as const } } };
    await owner.people.updateRole({ id: 'seller', rights });
    const hers = await owner.contact.create({ givenName: 'Luis', ownerId: eva.id });
    const other = await owner.contact.create({ givenName: 'Marta' });
    expect(await through.people.me()).toMatchObject({ id: eva.id, isWatching: true });
    expect((await through.party.list({})).rows.map(({ id }) => id)).toEqual([hers.id]);
    await expect(through.contact.get({ id: other.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('writes nothing, whatever she may do herself', async () => {
    const { owner, through } = await openShop();
    const refusal = { code: 'FORBIDDEN', data: { permission: watchingCode } };
    await expect(through.contact.create({ givenName: 'Luis' })).rejects.toMatchObject(refusal);
    await expect(through.notice.markRead({ ids: ['01890000-0000-7000-8000-000000000000'] })).rejects.toMatchObject(refusal);
    expect((await owner.party.list({})).total).toBe(0);
  });

  it('is offered nothing that would be refused', async () => {
    const { owner, through } = await openShop();
    expect((await owner.people.me()).permissions).toContain('session.own');
    const { permissions } = await through.people.me();
    expect(permissions).toContain('deal.see');
    expect(permissions.filter((permission) => /edit|create|delete|export|manage|undo|own/i.test(permission))).toEqual([]);
  });

  it('is for who may manage people', async () => {
    const { as, eva } = await openShop();
    const seller = as({ [actorHeader]: eva.id, [seeAsHeader]: eva.id });
    await expect(seller.people.me()).rejects.toMatchObject({ code: 'FORBIDDEN', data: { permission: 'people.manage' } });
  });

  it('is told once in the audit', async () => {
    const { owner, through } = await openShop();
    await through.people.me();
    await through.people.list();
    const { rows } = await owner.audit.list({});
    expect(rows.filter(({ kind }) => kind === 'seeAs')).toMatchObject([{ subject: 'Eva' }]);
  });
});
