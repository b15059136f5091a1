import { describe, expect, it } from 'vitest';
import { sessionHeader } from '#shared/session/contract.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';
import type { TestAnswer, TestHost } from '#test/factories/start-test-host.ts';

type Ask = (method: string, path: string, body?: unknown) => Promise<TestAnswer>;

const password = 'correct horse battery staple';

/** Asks with this key, and in this session. */
function asking(host: TestHost, key: string, session?: string): Ask {
  return (method, path, body) =>
    host.call({
      method,
      path: `/api/v1${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        ...(session !== undefined && { [sessionHeader]: session }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}

/** A host whose owner has a password, and a session of hers. */
async function startProtected() {
  const host = await startTestHost();
  const set = await host.api('PUT', '/session/secret', { kind: 'password', secret: password });
  expect(set.status, set.text).toBe(200);
  const { ownerId } = (await host.api('GET', '/session/people')).json<{ ownerId: string }>();
  const begin = async () =>
    (await host.api('POST', '/session', { userId: ownerId, secret: password })).json<{ token: string }>().token;
  return { host, ownerId, begin };
}

describe('a stolen key', () => {
  it('of the browser shell opens nothing without a session, once somebody has a password', async () => {
    const { host, ownerId } = await startProtected();
    const { port, key } = host;
    const cookie = { cookie: `cartera_${port}=${key}` };
    for (const path of [
      '/settings',
      '/people',
      '/export',
      '/acts',
      '/api-keys',
      '/sessions',
      '/tasks/calendar-subscription',
      '/session/log',
    ])
      expect((await host.api('GET', path)).status, path).toBe(401);
    for (const headers of [
      cookie,
      { ...cookie, 'x-cartera-user': ownerId },
      { ...cookie, [sessionHeader]: 'x' },
      { ...cookie, [sessionHeader]: ownerId },
    ])
      expect((await host.call({ path: '/rpc/settings/get', headers })).status).toBe(401);
    expect((await host.api('POST', '/contacts', { givenName: 'Eve' })).status).toBe(401);
    expect((await host.api('PUT', '/session/secret', { kind: 'none' })).status).toBe(401);
  });

  it('of a session ends with it: signed out, everywhere, locked, or after the password was changed', async () => {
    const { host, begin } = await startProtected();
    const isIn = async (token: string) => (await asking(host, host.key, token)('GET', '/settings')).status === 200;
    const out = await begin();
    expect(await isIn(out)).toBe(true);
    expect((await asking(host, host.key, out)('DELETE', '/session')).status).toBe(200);
    expect(await isIn(out)).toBe(false);

    const [mine, stolen] = [await begin(), await begin()];
    expect((await asking(host, host.key, mine)('POST', '/sessions/end')).status).toBe(200);
    expect([await isIn(mine), await isIn(stolen)]).toEqual([true, false]);

    const before = await begin();
    const change = { kind: 'password', secret: `${password} 2`, current: password };
    expect((await asking(host, host.key, mine)('PUT', '/session/secret', change)).status).toBe(200);
    expect(await isIn(before)).toBe(false);

    expect((await asking(host, host.key, mine)('POST', '/session/lock')).status).toBe(200);
    expect(await isIn(mine)).toBe(false);
    for (const near of [mine.slice(0, -1), `${mine}x`, mine.toUpperCase(), '', '%', "' OR 1=1 --"])
      expect(await isIn(near), near).toBe(false);
  });

  it('of a program ends when it is revoked, runs out, or its person leaves; and does no more than it is for', async () => {
    const { host, begin } = await startProtected();
    const owner = asking(host, host.key, await begin());
    const make = async (more: object) =>
      (await owner('POST', '/api-keys', { name: 'Till', ...more })).json<{ id: string; key: string }>();
    const statusOf = async ({ key }: { key: string }, method = 'GET', path = '/settings', body?: object) =>
      (await asking(host, key)(method, path, body)).status;

    const revoked = await make({});
    expect(await statusOf(revoked)).toBe(200);
    expect((await owner('DELETE', `/api-keys/${revoked.id}`)).status).toBe(200);
    expect(await statusOf(revoked)).toBe(401);

    const expired = await make({ expiresAt: Date.now() + 1500 });
    expect(await statusOf(expired)).toBe(200);
    await expect.poll(() => statusOf(expired), { timeout: 5000 }).toBe(401);

    const person = (await owner('POST', '/people', { name: 'Eva', role: 'seller' })).json<{ id: string }>();
    const hers = await make({ userId: person.id });
    expect(await statusOf(hers)).toBe(200);
    expect(await statusOf(hers, 'POST', '/api-keys', { name: 'more' })).toBe(403);
    expect((await owner('POST', `/people/${person.id}/archive`)).status).toBe(200);
    expect(await statusOf(hers)).toBeGreaterThanOrEqual(401);

    const narrow = await make({ scopes: ['settings.see'] });
    expect(await statusOf(narrow)).toBe(200);
    expect(await statusOf(narrow, 'POST', '/parties/list', {})).toBe(403);
    expect(await statusOf(narrow, 'POST', '/contacts', { givenName: 'Eve' })).toBe(403);
    // A key isn't a way to a wider one.
    for (const [method, path, body] of [
      ['POST', '/api-keys', { name: 'wide' }],
      ['PUT', '/session/secret', { kind: 'none' }],
      ['POST', '/people', { name: 'Eve', role: 'owner' }],
    ] as const)
      expect(await statusOf(narrow, method, path, body), path).toBeGreaterThanOrEqual(400);
  });

  it('is in no answer, list, export or log', async () => {
    const { host, begin } = await startProtected();
    const session = await begin();
    const owner = asking(host, host.key, session);
    const { key } = (await owner('POST', '/api-keys', { name: 'Till' })).json<{ key: string }>();
    for (const path of [
      '/api-keys',
      '/sessions',
      '/session/log',
      '/session/people',
      '/acts',
      '/settings',
      '/people',
      '/export',
    ]) {
      const { text } = await owner('GET', path);
      for (const word of [key, session, password, host.key]) expect(text.includes(word), path).toBe(false);
    }
  });

  it('of a calendar opens that calendar only, by reading only, and tells by no answer how near a guess is', async () => {
    const host = await startTestHost();
    const { address } = (await host.api('GET', '/tasks/calendar-subscription')).json<{ address: string | null }>();
    const path = new URL(address ?? '').pathname;
    const token = path.slice('/calendar/'.length, -'.ics'.length);
    expect((await host.call({ path })).status).toBe(200);
    for (const near of [
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
      '%00',
      '..',
    ])
      expect((await host.call({ path: `/calendar/${near}.ics` })).status, near).not.toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE']) expect((await host.call({ method, path })).status).toBe(405);
    expect((await asking(host, token)('GET', '/settings')).status).toBe(401);
    expect((await host.call({ path: '/rpc/settings/get', headers: { cookie: `cartera_${host.port}=${token}` } })).status).toBe(
      401,
    );
  });
});

describe('guessing', () => {
  it('a password is made to wait, whoever is asked for, and the right one waits as well', async () => {
    const { host, ownerId } = await startProtected();
    const statuses: number[] = [];
    for (let count = 0; count < 12; count++)
      statuses.push((await host.api('POST', '/session', { userId: ownerId, secret: `wrong ${count}` })).status);
    expect(new Set(statuses).has(200)).toBe(false);
    const right = await host.api('POST', '/session', { userId: ownerId, secret: password });
    expect(right.status, right.text).not.toBe(200);
    expect(right.text).not.toContain('token');
  });

  it('takes a megabyte for a password without working on it', async () => {
    const { host, ownerId } = await startProtected();
    const begun = performance.now();
    const { status } = await host.api('POST', '/session', { userId: ownerId, secret: 'x'.repeat(1024 * 1024) });
    expect(status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
