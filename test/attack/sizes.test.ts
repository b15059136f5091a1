import { createConnection } from 'node:net';
import type { Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startTestHost } from '#test/factories/start-test-host.ts';
import type { TestHost } from '#test/factories/start-test-host.ts';
import { lines, sendRaw, statusOf } from '#test/attack/send-raw.ts';

const headersOf = ({ port, key }: TestHost) => [`Host: 127.0.0.1:${port}`, `Authorization: Bearer ${key}`];

function post(host: TestHost, headers: readonly string[], body: string): Promise<string> {
  const type = 'Content-Type: application/json';
  return sendRaw(host.port, lines(host.port, 'POST /api/v1/contacts HTTP/1.1', [...headersOf(host), type, ...headers]) + body);
}

async function expectAlive(host: TestHost) {
  const begun = performance.now();
  expect((await host.api('GET', '/settings')).status).toBe(200);
  expect(performance.now() - begun).toBeLessThan(2000);
}

describe('a body that is too much', () => {
  it('is refused by its length before it comes, and one that lies about it is not believed', async () => {
    const host = await startTestHost();
    expect(statusOf(await post(host, ['Content-Length: 99999999999'], '{}'))).toBe(413);
    for (const length of ['-1', '1e9', '0x10', '5, 6', '+5', '99999999999999999999999', ''])
      expect(statusOf(await post(host, [`Content-Length: ${length}`], '{"a":1}')) ?? 400, length).toBeGreaterThanOrEqual(400);
    const short = await post(host, ['Content-Length: 5'], '{"givenName":"Ana"}');
    expect(statusOf(short)).toBe(400);
    const smuggled = '0\r\n\r\nGET /api/v1/settings HTTP/1.1\r\n\r\n';
    expect(statusOf(await post(host, ['Content-Length: 5', 'Transfer-Encoding: chunked'], smuggled))).toBe(400);
    expect(statusOf(await post(host, ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n')) ?? 400).toBeGreaterThanOrEqual(400);
    await expectAlive(host);
  });

  it('without an end is cut off at the largest that is taken', { timeout: 60_000 }, async () => {
    const host = await startTestHost();
    const head = lines(host.port, 'POST /api/v1/contacts HTTP/1.1', [
      ...headersOf(host),
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ]);
    const socket = createConnection({ host: '127.0.0.1', port: host.port });
    onTestFinished(() => void socket.destroy());
    const { sent, answer } = await pour(socket, head, 400 * 1024 * 1024);
    expect(sent).toBeLessThan(400 * 1024 * 1024);
    expect(statusOf(answer) ?? 413).toBe(413);
    await expectAlive(host);
  });

  it.each([
    ['deeper than anybody reads', `{"custom":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['of objects without end', `${'{"custom":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    [
      'of ten thousand keys',
      JSON.stringify({ givenName: 'A', custom: Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, 'x'])) }),
    ],
    [
      'of ten thousand phones',
      JSON.stringify({ givenName: 'A', phones: Array.from({ length: 10_000 }, () => ({ raw: '612345678' })) }),
    ],
    ['of ten thousand tags', JSON.stringify({ givenName: 'A', tags: Array.from({ length: 10_000 }, (_, n) => `tag ${n}`) })],
    ['of filters in filters', JSON.stringify({ filter: Array.from({ length: 500 }).reduce((inner) => ({ any: [inner] }), {}) })],
    ['of numbers beyond numbers', `{"givenName":"A","custom":{"x":1e999,"y":${'9'.repeat(100_000)}}}`],
    ['of one key many times', `{${'"givenName":"A",'.repeat(50_000)}"givenName":"B"}`],
  ])('%s is answered without a fault, and soon', async (_what, body) => {
    const host = await startTestHost();
    const begun = performance.now();
    for (const path of ['/contacts', '/parties/list', '/deals', '/automations', '/leads']) {
      const headers = { authorization: `Bearer ${host.key}`, 'content-type': 'application/json' };
      const { status, text } = await host.call({ method: 'POST', path: `/api/v1${path}`, headers, body });
      expect(status, `${path}: ${text.slice(0, 200)}`).toBeLessThan(500);
    }
    expect(performance.now() - begun).toBeLessThan(8000);
    await expectAlive(host);
  });

  it('of headers is refused', async () => {
    const host = await startTestHost();
    const many = Array.from({ length: 3000 }, (_, number) => `X-${number}: ${'x'.repeat(10)}`);
    expect(statusOf(await post(host, many, ''))).toBe(431);
    expect(statusOf(await post(host, [`X-Long: ${'x'.repeat(100_000)}`], ''))).toBe(431);
    expect(statusOf(await sendRaw(host.port, lines(host.port, `GET /${'x'.repeat(100_000)} HTTP/1.1`)))).toBe(431);
    await expectAlive(host);
  });
});

describe('requests that never end', () => {
  it('are given up after ten seconds, however their headers trickle', { timeout: 40_000 }, async () => {
    const { port } = await startTestHost();
    const begun = performance.now();
    const socket = createConnection({ host: '127.0.0.1', port });
    const trickle = setInterval(() => socket.write('X-More: x\r\n'), 500);
    onTestFinished(() => {
      clearInterval(trickle);
      socket.destroy();
    });
    socket.on('error', () => undefined).resume();
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`);
    await new Promise((resolve) => socket.once('close', resolve));
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('keep nobody else waiting, be they two hundred', async () => {
    const host = await startTestHost();
    const sockets = Array.from({ length: 200 }, () => createConnection({ host: '127.0.0.1', port: host.port }));
    onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
    for (const socket of sockets) {
      socket.on('error', () => undefined);
      socket.write('POST /api/v1/contacts HTTP/1.1\r\nHost: ');
    }
    await expectAlive(host);
  });
});

/** Sends chunks until cut off, or until `most` bytes went. */
function pour(socket: Socket, head: string, most: number): Promise<{ readonly sent: number; readonly answer: string }> {
  const piece = Buffer.alloc(1024 * 1024, 'x');
  const chunk = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
  return new Promise((resolve) => {
    let [sent, answer, isOver] = [0, '', false];
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      isOver = true;
      resolve({ sent, answer });
    });
    const more = () => {
      while (!isOver && sent < most && statusOf(answer) === undefined) {
        sent += piece.length;
        if (!socket.write(chunk)) return void socket.once('drain', more);
      }
      socket.end();
    };
    socket.write(head);
    more();
  });
}
