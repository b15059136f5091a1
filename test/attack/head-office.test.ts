import { describe, expect, it } from 'vitest';
import { lines, sendRaw, statusOf } from '#test/attack/send-raw.ts';
import { foundOffice, joinBranch, startTestOffice } from '#test/factories/start-test-office.ts';

const places = [
  '/',
  '/revoke?id=x',
  '/invite',
  '/metrics',
  '/health',
  '/style.css',
  '/sync/v1/message',
  '/sync/v1/join/x',
  '/sync/v1/answer/x/0',
];

async function openOffice() {
  const office = await startTestOffice();
  const head = await foundOffice(office);
  const till = await joinBranch(office.address, head, 'b1');
  const admitted = await fetch(`${office.address}/?key=${office.adminKey}`, { redirect: 'manual' });
  const cookie = (admitted.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const port = Number(new URL(office.address).port);
  return { office, port, till, cookie, admitted };
}

describe('head office', () => {
  it('gives no other site leave to ask it, and opens no socket', async () => {
    const { office, port, cookie } = await openOffice();
    for (const path of places) {
      const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST', cookie };
      const answer = await fetch(office.address + path, { method: 'OPTIONS', headers: asked });
      expect(
        [...answer.headers.keys()].filter((name) => name.startsWith('access-control-')),
        path,
      ).toEqual([]);
      const upgrade = [
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      ];
      const socket = await sendRaw(
        port,
        [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...upgrade, '', ''].join('\r\n'),
        300,
      );
      expect(socket, path).not.toMatch(/^HTTP\/1\.1 101/);
    }
  });

  it('lets its key lead nowhere else, and no script near its cookie', async () => {
    const { office, admitted } = await openOffice();
    expect(admitted.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      '/%2f%2fevil.example',
      '/.//evil.example',
      '/x?next=//evil.example',
    ]) {
      const mark = path.includes('?') ? '&' : '?';
      const port = Number(new URL(office.address).port);
      const answer = await sendRaw(port, lines(port, `GET ${path}${mark}key=${office.adminKey} HTTP/1.1`));
      const location = /^location: (.*)$/im.exec(answer)?.[1];
      if (location !== undefined) expect(location.trim()).toBe('/');
    }
  });

  it('takes no form without its own word, whatever the type', async () => {
    const { office, till, cookie } = await openOffice();
    const id = till.membership.device.id;
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', 'application/json'])
      for (const path of ['/revoke', '/invite', '/discard', '/retry', '/cancel-invite']) {
        const headers = { cookie, 'content-type': type };
        const body = `id=${id}&branch=b1&name=Evil&brings=nothing&hours=24&token=guessed`;
        const { status } = await fetch(office.address + path, { method: 'POST', headers, body, redirect: 'manual' });
        expect(status, `${path} ${type}`).toBeGreaterThanOrEqual(400);
        expect(status, `${path} ${type}`).toBeLessThan(500);
      }
    expect(await till.ask({ kind: 'compare', ask: 'buckets' })).toMatchObject({ type: 'answer' });
  });

  it('tells a page that goes by another name no figures, though it is open on this computer', async () => {
    const { port } = await openOffice();
    const figures = (host: string) => sendRaw(port, lines(port, 'GET /metrics HTTP/1.1', [`Host: ${host}`]));
    for (const name of [
      `rebound.example:${port}`,
      'rebound.example',
      `127.0.0.1.rebound.example:${port}`,
      `localhost.rebound.example`,
      '1.2.3.4.5',
    ])
      expect(statusOf(await figures(name)), name).toBe(401);
    for (const name of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`])
      expect(statusOf(await figures(name)), name).toBe(200);
  });

  it('keeps a browser from doing more with its page than showing it', async () => {
    const { office, cookie } = await openOffice();
    for (const path of ['/', '/nothing', '/?key=wrong', '/style.css'])
      for (const headers of [{ cookie }, { cookie: '' }]) {
        const { headers: got } = await fetch(office.address + path, { headers, redirect: 'manual' });
        const policy = got.get('content-security-policy') ?? '';
        expect(policy, path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
        expect(policy, path).not.toMatch(/script-src|unsafe/);
        expect([got.get('x-content-type-options'), got.get('x-frame-options'), got.get('cache-control')]).toEqual([
          'nosniff',
          'DENY',
          'no-store',
        ]);
        expect(got.get('server')).toBeNull();
      }
  });

  it('tells nothing of its computer in a refusal, and has no place for paths', async () => {
    const { office, port, cookie } = await openOffice();
    const paths = [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..\\..\\x',
      '/%00',
      '/%zz',
      '/sync/v1/answer/..%2f..%2foffice.db/0',
      '/sync/v1/answer/x/-1',
      '/sync/v1/join/%00',
      '/sync/v1/join/__proto__',
      '/sync/v1/constructor',
      `/revoke?id=${encodeURIComponent("' OR 1=1 --")}`,
      `/${'x'.repeat(7000)}`,
    ];
    for (const path of paths)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'TRACE']) {
        const answer = await sendRaw(
          port,
          lines(port, `${method} ${path} HTTP/1.1`, [`Host: 127.0.0.1:${port}`, `Cookie: ${cookie}`, 'Content-Length: 0']),
        );
        expect(statusOf(answer) ?? 400, `${method} ${path}`).toBeLessThan(500);
        expect(answer, path).not.toMatch(/root:|node_modules|\.ts:\d|SQLITE|SELECT |\/tmp\//);
      }
    expect((await fetch(`${office.address}/health`)).status).toBe(200);
  });

  it('believes no length, and no request within a request', async () => {
    const { port, office } = await openOffice();
    const post = (headers: readonly string[], body: string) =>
      sendRaw(port, lines(port, 'POST /sync/v1/message HTTP/1.1', [`Host: 127.0.0.1:${port}`, ...headers]) + body);
    expect(
      statusOf(await post(['Content-Length: 5', 'Transfer-Encoding: chunked'], '0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n')),
    ).toBe(400);
    for (const length of ['-1', '1e9', '5, 6', '99999999999999999999'])
      expect(statusOf(await post([`Content-Length: ${length}`], 'x')) ?? 400, length).toBeGreaterThanOrEqual(400);
    expect(statusOf(await post(['Content-Length: 99999999999'], 'x'))).toBe(413);
    expect((await fetch(`${office.address}/health`)).status).toBe(200);
  });

  it('shows what others typed as text, in lists and questions', async () => {
    const { office, till, cookie } = await openOffice();
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202E';
    const headers = { cookie, 'accept-language': '<script>,en' };
    await till.send({ type: 'product', id: 'x1', fields: { name: evil } });
    for (const path of [
      '/',
      `/revoke?id=${till.membership.device.id}`,
      `/revoke?id=${encodeURIComponent(evil)}`,
      `/?x=${encodeURIComponent(evil)}`,
    ])
      expect(await (await fetch(office.address + path, { headers })).text(), path).not.toMatch(
        /<script|<img|onerror=alert\(1\)>/,
      );
  });
});
