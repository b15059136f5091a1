import { describe, expect, it } from 'vitest';
import { startTestHost } from '#test/factories/start-test-host.ts';
import type { TestHost } from '#test/factories/start-test-host.ts';
import { lines, sendRaw, statusOf } from '#test/attack/send-raw.ts';

const places = ['/', '/contacts', '/api/v1/settings', '/api/v1/openapi.json', '/rpc/settings/get', '/calendar/guessed.ics'];

const cookieOf = ({ port, key }: TestHost) => `cartera_${port}=${key}`;
const knownTo = (host: TestHost) => ({ authorization: `Bearer ${host.key}`, cookie: cookieOf(host) });
const rawKnown = (host: TestHost) => [`Authorization: Bearer ${host.key}`, `Cookie: ${cookieOf(host)}`];

async function contactsOf({ api }: TestHost): Promise<number> {
  return (await api('POST', '/parties/list', {})).json<{ total: number }>().total;
}

describe('a name that leads here (DNS rebinding)', () => {
  it('opens nothing, whatever key it brings', async () => {
    const host = await startTestHost();
    const { port } = host;
    const names = [
      `rebound.example:${port}`,
      'rebound.example',
      `127.0.0.1.rebound.example:${port}`,
      `127.0.0.1:${port}.rebound.example`,
      `localhost.:${port}`,
      `127.0.0.1.:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1:0${port}`,
      `127.1:${port}`,
      `2130706433:${port}`,
      `0x7f000001:${port}`,
      `0.0.0.0:${port}`,
      `[::1]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `user@127.0.0.1:${port}`,
      `127.0.0.1:${port}@rebound.example`,
      `127.0.0.1:${port}/`,
      `127.0.0.1:${port}#`,
      `127.0.0.1:${port}, rebound.example`,
    ];
    for (const name of names)
      for (const path of places)
        expect((await host.call({ path, headers: { ...knownTo(host), host: name } })).status, `${name} ${path}`).toBe(403);
  });

  it('opens nothing by two Hosts, by none, by an absolute address, or by what a proxy would say', async () => {
    const host = await startTestHost();
    const { port } = host;
    const known = rawKnown(host);
    const own = `Host: 127.0.0.1:${port}`;
    const asked: readonly (readonly [string, readonly string[]])[] = [
      ['GET /api/v1/settings HTTP/1.1', [own, 'Host: rebound.example', ...known]],
      ['GET /api/v1/settings HTTP/1.1', ['Host: rebound.example', own, ...known]],
      ['GET /api/v1/settings HTTP/1.1', known],
      ['GET /api/v1/settings HTTP/1.0', known],
      ['GET /api/v1/settings HTTP/1.1', ['Host: rebound.example', `X-Forwarded-Host: 127.0.0.1:${port}`, ...known]],
      ['GET /api/v1/settings HTTP/1.1', ['Host: rebound.example', `Forwarded: host=127.0.0.1:${port}`, ...known]],
      [`GET http://127.0.0.1:${port}/api/v1/settings HTTP/1.1`, ['Host: rebound.example', ...known]],
      ['GET http://rebound.example/api/v1/settings HTTP/1.1', [own, ...known]],
      ['GET /api/v1/settings HTTP/1.1', ['Host:', ...known]],
      ['GET /api/v1/settings HTTP/1.1', [`Host : 127.0.0.1:${port}`, ...known]],
      [`CONNECT 127.0.0.1:${port} HTTP/1.1`, [own, ...known]],
      ['GET /api/v1/settings HTTP/1.1', [own, 'Transfer-Encoding: chunked', 'Content-Length: 5', ...known]],
    ];
    for (const [first, headers] of asked) {
      const answer = await sendRaw(port, lines(port, first, headers));
      expect(answer, `${first} ${headers[0]}`).not.toContain('"language"');
      expect(statusOf(answer) ?? 400, first).toBeGreaterThanOrEqual(400);
    }
    expect(statusOf(await sendRaw(port, lines(port, 'GET /api/v1/settings HTTP/1.1', [own, ...known])))).toBe(200);
  });
});

describe('another site in the same browser (CSRF)', () => {
  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost' },
    { origin: 'file://' },
    { origin: 'chrome-extension://aaaa' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'nonsense' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ])('reads and writes nothing with %o', async (headers) => {
    const host = await startTestHost();
    for (const path of places)
      expect((await host.call({ path, headers: { ...knownTo(host), ...headers } })).status, path).toBe(403);
    const body = JSON.stringify({ json: { givenName: 'Eve' } });
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      await host.call({
        method: 'POST',
        path: '/rpc/contact/create',
        headers: { cookie: cookieOf(host), 'content-type': type, ...headers },
        body,
      });
    expect(await contactsOf(host)).toBe(0);
  });

  it('gets no permission by asking before it sends', async () => {
    const host = await startTestHost();
    for (const path of places) {
      const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
      for (const headers of [asked, { ...asked, 'access-control-request-private-network': 'true' }, {}]) {
        const answer = await host.call({ method: 'OPTIONS', path, headers });
        expect(answer.status, path).toBeGreaterThanOrEqual(400);
        expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    }
  });

  it('writes nothing by GET, even where the browser says nothing of the site', async () => {
    const host = await startTestHost();
    const data = encodeURIComponent(JSON.stringify({ json: { givenName: 'Eve' } }));
    for (const path of [`/rpc/contact/create?data=${data}`, '/api/v1/contacts?givenName=Eve']) {
      for (const method of ['GET', 'HEAD', 'QUERY', 'PROPFIND']) await host.call({ method, path, headers: knownTo(host) });
    }
    const override = { ...knownTo(host), 'x-http-method-override': 'POST', 'x-http-method': 'POST' };
    await host.call({ path: '/api/v1/contacts?givenName=Eve', headers: override });
    expect(await contactsOf(host)).toBe(0);
  });

  it('gets no key by a form of its own: the cookie goes with no request of another site, and no script sees it', async () => {
    const { call, key, port } = await startTestHost();
    const { headers } = await call({ path: `/?key=${key}` });
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^cartera_${port}=[^;]+;.*HttpOnly; SameSite=Strict`)),
    ]);
    expect((await call({ method: 'POST', path: `/?key=${key}` })).headers['set-cookie']).toBeUndefined();
  });

  it('opens no socket', async () => {
    const host = await startTestHost();
    const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    for (const path of places) {
      const request = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${host.port}`, 'Connection: Upgrade', ...upgrade];
      const answer = await sendRaw(
        host.port,
        [...request, 'Origin: https://evil.example', ...rawKnown(host), '', ''].join('\r\n'),
        500,
      );
      expect(answer, path).not.toMatch(/^HTTP\/1\.1 101/);
    }
  });
});

describe('an answer', () => {
  it('has the headers that keep a browser from doing more with it than it should', async () => {
    const host = await startTestHost();
    const { id } = (await host.api('POST', '/contacts', { givenName: 'Ana' })).json<{ id: string }>();
    const paths = [...places, `/api/v1/contacts/${id}`, '/missing.js', '/%zz', `/?key=${host.key}`, '/?key=wrong'];
    const named = [knownTo(host), {}, { ...knownTo(host), origin: 'https://evil.example' }];
    for (const path of paths)
      for (const headers of named) {
        const { headers: got, status } = await host.call({ path, headers });
        const policy = String(got['content-security-policy']);
        const what = `${status} ${path}`;
        expect(policy, what).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
        expect(/script-src ([^;]*)/.exec(policy)?.[1], what).toBe("'self'");
        expect(got['x-content-type-options'], what).toBe('nosniff');
        expect(got['x-frame-options'], what).toBe('DENY');
        expect(got['referrer-policy'], what).toBe('no-referrer');
        expect(got['x-powered-by'], what).toBeUndefined();
        expect(got['server'], what).toBeUndefined();
      }
  });

  it('with data stays in no cache', async () => {
    const host = await startTestHost();
    const { token } = (await host.api('GET', '/tasks/calendar-subscription')).json<{ token?: string }>();
    for (const path of [
      '/api/v1/settings',
      '/rpc/settings/get',
      '/api/v1/search?text=ana',
      `/calendar/${token}.ics`,
      '/api/v1/contacts/x',
    ])
      expect((await host.call({ path, headers: knownTo(host) })).headers['cache-control'], path).toMatch(/no-store/);
  });

  it('to something wrong tells nothing of this computer', async () => {
    const host = await startTestHost();
    const send = (path: string, body: string, type = 'application/json') =>
      host.call({ method: 'POST', path, headers: { ...knownTo(host), 'content-type': type }, body });
    const answers = [
      await send('/api/v1/contacts', '{"givenName":'),
      await send('/rpc/contact/create', '{"json":'),
      await send('/rpc/contact/create', 'null'),
      await send('/rpc/contact/create', '{"json":{},"meta":[[9,"x"]]}'),
      await send('/rpc/contact/create', '{"json":{},"meta":[[99,"__proto__","x"],[1,"constructor","prototype"]]}'),
      await send('/rpc/contact/create', '{"json":{},"meta":"x","maps":[[]]}'),
      await send('/api/v1/imports/files', '--x', 'multipart/form-data; boundary=x'),
      await send('/api/v1/imports/files', 'x', 'multipart/form-data'),
      await send('/api/v1/export/restore', '--x\r\n\r\n', 'multipart/form-data; boundary=x'),
      await host.call({ path: '/rpc/contact/get?data=%7B', headers: knownTo(host) }),
      await host.call({ path: '/rpc/__proto__/constructor', headers: knownTo(host) }),
      await host.call({ path: '/rpc/contact/__proto__', headers: knownTo(host) }),
      await host.call({ path: '/rpc/constructor', headers: knownTo(host) }),
      await host.call({ path: '/api/v1/contacts/%00', headers: knownTo(host) }),
      await host.call({ path: '/api/v1/contacts/%zz', headers: knownTo(host) }),
    ];
    for (const { status, text } of answers) {
      expect(text, text).not.toMatch(/node_modules|\.(ts|mjs|js):\d|file:\/\/|\/tmp\/|\/work|SQLITE|SELECT |at .*\(/);
      expect(status, text).toBeGreaterThanOrEqual(400);
      expect(status, text).toBeLessThan(500);
    }
  });
});

describe('the key in an address', () => {
  it('never leads to another site', async () => {
    const { call, key, port } = await startTestHost();
    const paths = [
      '//evil.example',
      '///evil.example',
      '/\\evil.example',
      '/%5cevil.example',
      '/%2f%2fevil.example',
      '/.//evil.example',
      '/..//evil.example',
      '/%09//evil.example',
      '/;//evil.example',
      '/@evil.example',
      '/https://evil.example',
    ];
    for (const path of paths) {
      const { headers } = await call({ path: `${path}?next=https://evil.example&key=${key}` });
      const { location } = headers;
      if (location === undefined) continue;
      expect(new URL(location, `http://127.0.0.1:${port}`).host, path).toBe(`127.0.0.1:${port}`);
      expect(location).toMatch(/^\/(?![/\\])/);
      expect(location).not.toMatch(/[\r\n\t]/);
      expect(location).not.toContain(key);
    }
  });
});
