import { describe, expect, it, onTestFinished } from 'vitest';
import type { PortHost } from '#core/host/serve-port.ts';
import { actorHeader } from '#shared/people/permission.ts';
import { pageClient, restClient, windowClient } from '#test/factories/clients.ts';
import type { Client } from '#test/factories/clients.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';
import type { TestHost } from '#test/factories/start-test-host.ts';

/** The page's endpoint, the REST API and the message port, as called by this person; by nobody named when it is left out. */
function waysAs(host: TestHost, portHost: PortHost, userId?: string): Readonly<Record<'rpc' | 'rest' | 'port', Client>> {
  const who = userId === undefined ? {} : { [actorHeader]: userId };
  const { client: port, close } = windowClient(portHost, who);
  onTestFinished(close);
  return { rpc: pageClient(host, who), rest: restClient(host, who), port };
}

async function openShop() {
  const host = await startTestHost();
  const port = host.openPorts();
  const owner = waysAs(host, port).rest;
  await owner.settings.update({ ownerName: 'Ana' });
  const eva = await owner.people.create({ name: 'Eva', role: 'seller' });
  return { host, owner, eva, as: (userId?: string) => Object.entries(waysAs(host, port, userId)) };
}

describe('whoever a call names', () => {
  it('is the one who acts, with her rights, whichever way it comes', async () => {
    const { eva, as, owner } = await openShop();
    for (const [way, client] of as(eva.id)) {
      expect(await client.people.me(), way).toMatchObject({ id: eva.id, name: 'Eva', role: 'seller' });
      const { id, ownerId } = await client.contact.create({ givenName: 'Luis' });
      expect(ownerId, way).toBe(eva.id);
      expect((await owner.history.acts({ offset: 0, limit: 1 })).rows[0]?.actorName, way).toBe('Eva');
      await expect(client.contact.delete({ id }), way).rejects.toMatchObject({
        code: 'FORBIDDEN',
        data: { permission: 'party.delete' },
      });
    }
  });

  it('is the owner when nobody is named', async () => {
    const { as } = await openShop();
    for (const [way, client] of as()) expect(await client.people.me(), way).toMatchObject({ name: 'Ana', role: 'owner' });
  });

  it('has to work here', async () => {
    const { eva, as, owner } = await openShop();
    await owner.people.archive({ id: eva.id });
    for (const [userId, isArchived] of [
      [eva.id, true],
      ['nobody', false],
      ['cartera', false],
      ['', false],
    ] as const)
      for (const [way, client] of as(userId))
        await expect(client.party.words(), `${way} ${userId}`).rejects.toMatchObject({
          code: 'UNKNOWN_USER',
          status: 403,
          defined: true,
          data: { userId, isArchived },
        });
  });

  it('doesn’t replace the key', async () => {
    const { host, eva } = await openShop();
    const headers = { [actorHeader]: eva.id };
    expect((await host.call({ path: '/api/v1/people/me', headers })).status).toBe(401);
    expect((await host.call({ path: '/rpc/people/me', headers })).status).toBe(401);
  });
});

describe('a program’s key', () => {
  async function openProgram() {
    const shop = await openShop();
    const { key } = await shop.owner.settings.createApiKey({ name: 'Site', userId: shop.eva.id });
    const ask = (headers: Readonly<Record<string, string>> = {}) =>
      shop.host.call({ path: '/api/v1/people/me', headers: { authorization: `Bearer ${key}`, ...headers } });
    return { ...shop, ask };
  }

  it('acts as whom it was made for', async () => {
    const { ask, owner, eva } = await openProgram();
    expect((await ask()).json()).toMatchObject({ id: eva.id, role: 'seller' });
    expect(await owner.settings.listApiKeys()).toMatchObject([{ name: 'Site', userId: eva.id }]);
    await expect(owner.settings.createApiKey({ name: 'X', userId: 'nobody' })).rejects.toMatchObject({ code: 'REFUSED' });
  });

  it('is nobody else by saying so', async () => {
    const { ask, owner, eva } = await openProgram();
    const { id } = await owner.people.me();
    const refused = await ask({ [actorHeader]: id });
    expect([refused.status, refused.json()]).toMatchObject([403, { code: 'FORBIDDEN', data: { permission: 'people.manage' } }]);
    expect((await ask({ [actorHeader]: eva.id })).status).toBe(200);
  });

  it('opens nothing any more once that person has left', async () => {
    const { ask, owner, eva } = await openProgram();
    await owner.people.archive({ id: eva.id });
    expect((await ask()).status).toBe(403);
  });
});
