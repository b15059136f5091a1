import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Permission } from '#shared/people/permission.ts';
import { actorHeader } from '#shared/people/permission.ts';
import { keyScopeNames, permissionsOfScopes } from '#shared/settings/key-scopes.ts';
import { openShopOfThree } from '#test/factories/protected-shop.ts';

async function openShop() {
  const { host, as, ana, eva } = await openShopOfThree();
  const owner = as('rpc');
  const keyOf = async (userId: string | null, scopes: Permission[] | null = null, expiresAt: number | null = null) =>
    owner.settings.createApiKey({ name: 'Site', userId, scopes, expiresAt });
  const ask = async (key: string, path: string, { method = 'GET', named = '', body = '' } = {}) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(named && { [actorHeader]: named }),
    };
    const answer = await host.call({ path: `/api/v1${path}`, method, headers, ...(body && { body }) });
    return { status: answer.status, ...answer.json<{ readonly code?: string; readonly data?: unknown }>() };
  };
  return { as, ana, eva, owner, keyOf, ask };
}

const newContact = { method: 'POST', body: '{"givenName":"Luis"}' };
const newKey = { method: 'POST', body: '{"name":"More"}' };

describe('a key that is narrowed', () => {
  it('may do no more than it says, and makes no other keys', async () => {
    const { keyOf, ask } = await openShop();
    const { key } = await keyOf(null, ['people.see', 'apiKey.manage', 'people.manage']);
    expect(await ask(key, '/people/me')).toMatchObject({
      status: 200,
      permissions: expect.toSatisfy(({ length }: readonly string[]) => length === 3) as unknown,
    });
    expect(await ask(key, '/contacts', newContact)).toMatchObject({ status: 403, data: { permission: 'party.create' } });
    expect(await ask(key, '/api-keys', newKey)).toMatchObject({ status: 403, data: { permission: 'session.own' } });
  });

  it('stays as narrow when it acts as somebody else, or as its own person by name', async () => {
    const { ana, eva, keyOf, ask } = await openShop();
    const { key } = await keyOf(ana.id, ['people.see', 'people.manage']);
    for (const named of [ana.id, eva.id])
      expect(await ask(key, '/contacts', { ...newContact, named })).toMatchObject({
        status: 403,
        data: { permission: 'party.create' },
      });
  });

  it('may do no more than its person may now', async () => {
    const { eva, owner, keyOf, ask } = await openShop();
    const { key } = await keyOf(eva.id, ['people.see', 'party.create', 'party.export']);
    expect(await ask(key, '/contacts', newContact)).toMatchObject({ status: 201 });
    await owner.people.update({ id: eva.id, role: 'readOnly' });
    expect(await ask(key, '/contacts', newContact)).toMatchObject({ status: 403 });
    expect(await ask(key, '/people/me')).toMatchObject({ permissions: ['people.see'] });
  });
});

describe('a key', () => {
  it('opens nothing once it has expired or was revoked, and says which', async () => {
    const { owner, keyOf, ask } = await openShop();
    const { key } = await keyOf(null, null, Date.now() + 1500);
    expect(await ask(key, '/people/me')).toMatchObject({ status: 200 });
    await expect.poll(async () => (await owner.settings.listApiKeys())[0]?.lastUsedAt).toEqual(expect.any(Number));
    await sleep(1500);
    expect(await ask(key, '/people/me')).toMatchObject({ status: 401, code: 'UNAUTHORIZED', data: { code: 'keyExpired' } });
    const other = await keyOf(null);
    await owner.settings.deleteApiKey({ id: other.id });
    expect(await ask(other.key, '/people/me')).toMatchObject({ status: 401, data: { code: 'keyUnknown' } });
    await expect(keyOf(null, null, Date.now() - 1)).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'expiresAt' } });
  });

  it('is made by everybody for themselves only, and seen by nobody else', async () => {
    const { as, ana, eva, owner, keyOf } = await openShop();
    await keyOf(null);
    const seller = as('rpc', { named: eva.id });
    for (const userId of [ana.id, null])
      await expect(seller.settings.createApiKey({ name: 'X', userId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const { id } = await seller.settings.createApiKey({ name: 'Mine', userId: eva.id });
    expect((await seller.settings.listApiKeys()).map(({ name }) => name)).toEqual(['Mine']);
    const [first] = await owner.settings.listApiKeys();
    await expect(seller.settings.deleteApiKey({ id: first?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await seller.settings.deleteApiKey({ id });
  });

  it('is narrowed in the interface by words that each stand for something', () => {
    for (const scope of keyScopeNames) expect(permissionsOfScopes([scope])?.length, scope).toBeGreaterThan(1);
    expect(permissionsOfScopes([])).toBeNull();
  });
});
