import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { startTestHost } from '#test/factories/start-test-host.ts';

type Body = { code: string; message: string; data?: { issues: { path: string[]; message: string }[] } };

describe('the page', () => {
  it('opens with the key, which then lives in a cookie and not in the address', async () => {
    const { call, key, port } = await startTestHost();
    const admitted = await call({ path: `/contacts?view=list&key=${key}` });
    expect(admitted.status).toBe(303);
    expect(admitted.headers.location).toBe('/contacts?view=list');
    const [cookie = ''] = admitted.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict/);
    const page = await call({ path: '/contacts', headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect([page.status, page.text]).toEqual([200, '<title>Cartera</title>']);
    expect(cookie).toContain(`cartera_${port}=`);
  });

  it('does not open with another key, or none', async () => {
    const { call, key, port } = await startTestHost();
    const wrong = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    expect((await call({ path: '/' })).status).toBe(401);
    expect((await call({ path: `/?key=${wrong}` })).status).toBe(401);
    expect((await call({ path: `/?key=${key}x` })).status).toBe(401);
    expect((await call({ path: '/', headers: { cookie: `cartera_${port}=${wrong}` } })).status).toBe(401);
    expect((await call({ path: '/rpc/contact/get', method: 'POST', headers: { authorization: `Bearer ${key}` } })).status).toBe(
      401,
    );
  });

  it('tells a person without a key what to do, in her language', async () => {
    const { call } = await startTestHost();
    const headers = { accept: 'text/html,*/*', 'accept-language': 'fr, ru-RU;q=0.9, en;q=0.5' };
    const { status, text } = await call({ path: '/contacts', headers });
    expect(status).toBe(401);
    expect(text).toContain('<html lang="ru">');
    expect(text).toContain('Ничего не потеряно');
  });

  it('never sends whoever comes with the key to another host', async () => {
    const { call, key } = await startTestHost();
    for (const path of [`/.//evil.example/?key=${key}`, `//evil.example/?key=${key}`, `/\\evil.example?key=${key}`]) {
      const { status, headers } = await call({ path });
      expect([status, headers.location]).toEqual([303, expect.stringMatching(/^\/(?![/\\])/)]);
    }
  });

  it('is all that is served of the disk', async () => {
    const { call, key, port } = await startTestHost();
    const headers = { cookie: `cartera_${port}=${key}` };
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..\\secret.txt',
      '/../data/cartera.db',
      '/%00',
      '/%zz',
    ])
      expect((await call({ path, headers })).text).not.toMatch(/^secret|SQLite/);
    expect((await call({ path: '/missing.js', headers })).status).toBe(404);
    expect((await call({ path: '/', method: 'PUT', headers })).status).toBe(405);
    expect((await call({ path: '//', headers })).status).toBe(400);
  });

  it('comes with a strict content security policy, and so does everything else', async () => {
    const { call, key, port, api } = await startTestHost();
    const page = await call({ path: '/', headers: { cookie: `cartera_${port}=${key}` } });
    for (const { headers } of [page, await call({ path: '/' }), await api('GET', '/settings')]) {
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-eval');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});

describe('who may call', () => {
  it('refuses other sites and names that lead here, whatever key they bring', async () => {
    const { call, key, port } = await startTestHost();
    const known = { authorization: `Bearer ${key}`, cookie: `cartera_${port}=${key}` };
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${port + 1}` },
      { host: 'evil.example' },
      { host: `evil.example:${port}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign)
      for (const path of ['/', '/api/v1/settings', '/rpc/settings/get', '/api/v1/openapi.json'])
        expect((await call({ path, headers: { ...known, ...headers } })).status, JSON.stringify(headers)).toBe(403);
    const own = { ...known, origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
    expect((await call({ path: '/api/v1/settings', headers: own })).status).toBe(200);
  });

  it('takes the key of this run and keys made for programs, until they are revoked', async () => {
    const { call, api } = await startTestHost();
    const get = (authorization: string) => call({ path: '/api/v1/settings', headers: { authorization } });
    expect((await get('Bearer nothing')).status).toBe(401);
    expect((await get('')).json<Body>().code).toBe('UNAUTHORIZED');
    const { id, key } = (await api('POST', '/api-keys', { name: 'Till' })).json<{ id: string; key: string }>();
    expect((await get(`Bearer ${key}`)).status).toBe(200);
    expect((await get(`Basic ${key}`)).status).toBe(401);
    expect((await api('GET', '/api-keys')).text).not.toContain(key);
    expect((await api('DELETE', `/api-keys/${id}`)).status).toBe(200);
    expect((await get(`Bearer ${key}`)).status).toBe(401);
  });

  it('answers on this computer only', async () => {
    const { port } = await startTestHost();
    const outward = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
    );
    for (const host of [...outward, '::1']) expect(await canConnect(host, port), host).toBe(false);
    expect(await canConnect('127.0.0.1', port)).toBe(true);
  });
});

describe('the REST API', () => {
  it('says which field is wrong', async () => {
    const { api } = await startTestHost();
    const { id } = (await api('POST', '/contacts', { givenName: 'Ana' })).json<{ id: string }>();
    const birthday = await api('PATCH', `/contacts/${id}`, { birthday: '31/12/1980' });
    expect([birthday.status, birthday.json<Body>().code]).toEqual([400, 'BAD_REQUEST']);
    expect(birthday.json<Body>().data?.issues).toEqual([
      { path: ['birthday'], code: 'invalid_format', message: 'expected a date such as 1980-12-31, or 0000-12-31 without a year' },
    ]);
    const phone = await api('PATCH', `/contacts/${id}`, { phones: [{ raw: '612345678' }, { raw: 5 }] });
    expect(phone.json<Body>().data?.issues[0]?.path).toEqual(['phones', 1, 'raw']);
    const nameless = await api('POST', '/contacts', { notes: 'nobody' });
    expect([nameless.status, nameless.json()]).toMatchObject([
      422,
      { code: 'REFUSED', data: { field: 'name', code: 'nameless' } },
    ]);
  });

  it('says that a body is not JSON, or too large', async () => {
    const { call, key } = await startTestHost();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const send = (body: string, more = {}) =>
      call({ method: 'POST', path: '/api/v1/contacts', headers: { ...headers, ...more }, body });
    const broken = await send('{"givenName":');
    expect([broken.status, broken.json<Body>().message]).toEqual([400, expect.stringContaining('Malformed request')]);
    expect((await send('[1]')).json<Body>().data?.issues[0]?.message).toContain('expected object');
    expect((await send('{', { 'content-length': String(257 * 1024 * 1024) })).json<Body>().code).toBe('PAYLOAD_TOO_LARGE');
  });

  it('knows what it has and what not', async () => {
    const { api, call } = await startTestHost();
    expect([(await api('GET', '/nothing')).status, (await api('GET', '/contacts/nobody')).status]).toEqual([404, 404]);
    expect((await api('GET', '/contacts/nobody')).json<Body>().data).toEqual({ id: 'nobody' });
    const document = (await call({ path: '/api/v1/openapi.json' })).json<{ openapi: string; servers: { url: string }[] }>();
    expect([document.openapi.slice(0, 3), document.servers[0]?.url]).toEqual(['3.1', '/api/v1']);
  });

  it('takes a file in and hands it out as it was', async () => {
    const { api, call, key } = await startTestHost();
    const { id } = (await api('POST', '/companies', { name: 'Bar Sol' })).json<{ id: string }>();
    const form = [
      '--x',
      'content-disposition: form-data; name="file"; filename="плано/отчёт.txt"',
      'content-type: text/plain',
      '',
      'ñandú',
      '--x--',
      '',
    ];
    const attached = await call({
      method: 'POST',
      path: `/api/v1/parties/${id}/files`,
      body: form.join('\r\n'),
      headers: {
        authorization: `Bearer ${key}`,
        'content-type': 'multipart/form-data; boundary=x',
      },
    });
    expect(attached.json()).toMatchObject({ name: 'отчёт.txt', size: 7, partyId: id });
    const { id: fileId } = attached.json<{ id: string }>();
    const download = await api('GET', `/files/${fileId}`);
    expect([download.text, download.headers['content-type']]).toEqual(['ñandú', 'text/plain']);
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
