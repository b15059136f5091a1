import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTestHost } from '#test/factories/start-test-host.ts';
import type { TestAnswer, TestHost } from '#test/factories/start-test-host.ts';

const leftToRight = ['\u202E', '\u202D', '\u2066', '\u2067', '\u2069', '\u200F', '\u061C'];

const names: readonly string[] = [
  '../../../../evil.txt',
  '..\\..\\evil.txt',
  '/etc/passwd',
  'C:\\Windows\\System32\\evil.dll',
  'C:evil.txt',
  '\\\\server\\share\\evil.txt',
  '%2e%2e%2fevil.txt',
  '%252e%252e%252fevil.txt',
  '..%c0%af..%c0%afevil.txt',
  'evil.txt\u0000.png',
  '.',
  '..',
  'CON',
  'nul.txt',
  'COM1.csv',
  'LPT9',
  'aux.tar.gz',
  'file.txt:stream',
  'file.txt::$DATA',
  'trailing.exe. . .',
  'a'.repeat(5000),
  `${'я'.repeat(5000)}.txt`,
  `${'漢'.repeat(5000)}.txt`,
  `${'😀'.repeat(200)}.txt`,
  ...leftToRight.map((mark) => `invoice${mark}fdp.exe`),
  'x.txt\r\nSet-Cookie: stolen=1',
  'x";filename="evil.html',
  "x'; filename*=UTF-8''evil.html",
  '<img src=x onerror=alert(1)>.txt',
  '=cmd|calc!A1.csv',
  '__proto__',
  'constructor',
  '~',
  '$(reboot).txt',
  '`reboot`.txt',
  '-rf',
];

/** A form with one file, its name as it is; only what would end the name is written as browsers write it. */
function form(name: string, content: string, type = 'text/plain'): string {
  const written = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return formAs(`filename="${written}"`, content, type);
}

function formAs(parameter: string, content: string, type = 'text/plain'): string {
  const disposition = `content-disposition: form-data; name="file"; ${parameter}`;
  return ['--x', disposition, `content-type: ${type}`, '', content, '--x--', ''].join('\r\n');
}

function post({ call, key }: TestHost, path: string, body: string): Promise<TestAnswer> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'multipart/form-data; boundary=x' };
  return call({ method: 'POST', path, headers, body });
}

async function newParty({ api }: TestHost): Promise<string> {
  return (await api('POST', '/contacts', { givenName: 'Ana' })).json<{ id: string }>().id;
}

function allFilesUnder(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

/** What a name may be that a browser saves: one part, nothing that hides its ending or ends a header. */
function expectHarmless(name: string) {
  expect(name).not.toMatch(/[/\\\u0000-\u001F\u007F]/);
  expect(name).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/);
  expect(['', '.', '..']).not.toContain(name);
  expect(name.length).toBeLessThanOrEqual(255);
  expect(name.isWellFormed()).toBe(true);
}

describe('a file whose name is an attack', () => {
  it('is attached under a harmless name, in the folder of files, and comes back as it was', { timeout: 60_000 }, async () => {
    const host = await startTestHost();
    const id = await newParty(host);
    const before = new Set(allFilesUnder(dirname(host.dataDirectory)));
    for (const [index, name] of names.entries()) {
      const content = `content ${index}`;
      const answer = await post(host, `/api/v1/parties/${id}/files`, form(name, content));
      if (answer.status === 422) continue;
      expect(answer.status, `${name.slice(0, 40)}: ${answer.text.slice(0, 200)}`).toBe(201);
      const attached = answer.json<{ id: string; name: string }>();
      expectHarmless(attached.name);
      const got = await host.api('GET', `/files/${attached.id}`);
      expect([got.status, got.text]).toEqual([200, content]);
      expect(got.headers['set-cookie'], name).toBeUndefined();
      expect(String(got.headers['content-disposition'])).toMatch(
        /^attachment; filename="[^"\\]*"(; filename\*=utf-8''[\w%.!~*()-]+)?$/i,
      );
    }
    const made = allFilesUnder(dirname(host.dataDirectory)).filter((path) => !before.has(path));
    const elsewhere = made.filter((path) => !path.startsWith(join(host.dataDirectory, 'files')) && !path.includes('cartera.db'));
    expect(elsewhere).toEqual([]);
  });

  it('is taken in for an import within the folder of imports only', { timeout: 60_000 }, async () => {
    const host = await startTestHost();
    for (const name of names) {
      const answer = await post(host, '/api/v1/imports/files', form(name, 'Name\nAna\n'));
      expect(answer.status, `${name.slice(0, 40)}: ${answer.text.slice(0, 200)}`).toBeLessThan(500);
      if (answer.status >= 400) continue;
      const { fileId } = answer.json<{ fileId: string }>();
      const inspected = await host.api('POST', '/imports/inspect', { fileId, country: 'ES' });
      expect(inspected.status, name.slice(0, 40)).toBe(200);
    }
    for (const path of ['/evil.txt', '/tmp/evil.txt', join(dirname(host.dataDirectory), 'evil.txt')])
      expect(existsSync(path)).toBe(false);
  });

  it('is looked for by no id that is a path', async () => {
    const host = await startTestHost();
    for (const id of [
      '../../cartera.db',
      '..%2f..%2fcartera.db',
      '%2e%2e%2fbrowser-key',
      '..\\browser-key',
      '/etc/passwd',
      '%00',
    ])
      for (const path of [`/files/${id}`, `/files/${encodeURIComponent(id)}`, `/imports/${encodeURIComponent(id)}/errors`]) {
        const { status, text } = await host.api('GET', path);
        expect(status, path).toBeGreaterThanOrEqual(400);
        expect(status, path).toBeLessThan(500);
        expect(text).not.toMatch(/SQLite|root:/);
      }
    for (const fileId of ['../cartera.db', '../../secret.txt', '/etc/passwd', '..', '.', ''])
      for (const [path, body] of [
        ['/imports/inspect', { fileId, country: 'ES' }],
        ['/export/restore', { fileId }],
      ] as const)
        expect((await host.api('POST', path, body)).status, `${path} ${fileId}`).toSatisfy(
          (status) => status === 404 || status === 400,
        );
  });
});

describe('an attached page', () => {
  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'text/javascript', 'application/pdf'])(
    'of type %s is never opened as part of Cartera',
    async (type) => {
      const host = await startTestHost();
      const id = await newParty(host);
      const script = '<script src="/rpc/file/download"></script><script>fetch("/rpc/settings/get")</script>';
      const attached = (await post(host, `/api/v1/parties/${id}/files`, form('page.html', script, type))).json<{ id: string }>();
      const data = encodeURIComponent(JSON.stringify({ json: { id: attached.id } }));
      const cookie = `cartera_${host.port}=${host.key}`;
      const got = await host.api('GET', `/files/${attached.id}`);
      expect(got.status).toBe(200);
      expect(got.headers['content-disposition']).toMatch(/^attachment/);
      expect(got.headers['content-security-policy']).toMatch(/(^|; )sandbox(;|$)/);
      expect(got.headers['x-content-type-options']).toBe('nosniff');
      // The page gets it as a part of a form, which a browser shows nobody.
      const byPage = await host.call({ path: `/rpc/file/download?data=${data}`, headers: { cookie } });
      expect([byPage.status, byPage.headers['content-type']]).toEqual([200, expect.stringMatching(/^multipart\/form-data;/)]);
    },
  );

  it('of a type that is none is handed out as mere bytes', async () => {
    const host = await startTestHost();
    const id = await newParty(host);
    for (const type of ['text/html\u0000', 'nonsense', `a/${'b'.repeat(5000)}`, 'text/html; charset=utf-7']) {
      const answer = await post(host, `/api/v1/parties/${id}/files`, form('x.txt', 'x', type));
      expect(answer.status, type.slice(0, 30)).toBeLessThan(500);
      if (answer.status >= 400) continue;
      const got = await host.api('GET', `/files/${answer.json<{ id: string }>().id}`);
      expect([got.status, got.text], type.slice(0, 30)).toEqual([200, 'x']);
    }
  });
});

describe('a form that is no form', () => {
  it.each([
    ['a name in two ways', formAs(`filename="a.txt"; filename*=UTF-8''..%2Fevil.txt`, 'x')],
    ['a name that is no UTF-8', formAs(`filename*=UTF-8''%ff%fe`, 'x')],
    ['a name without end', formAs('filename="a.txt', 'x')],
    ['no end', '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'],
    ['ten thousand parts', `${'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(10_000)}--x--\r\n`],
    ['keys that are no keys', '--x\r\ncontent-disposition: form-data; name="__proto__[file]"\r\n\r\nb\r\n--x--\r\n'],
    ['keys without end', `--x\r\ncontent-disposition: form-data; name="${'a[b]'.repeat(5000)}"\r\n\r\nb\r\n--x--\r\n`],
    ['long keys of numbers', '--x\r\ncontent-disposition: form-data; name="ids[4294967294]"\r\n\r\nb\r\n--x--\r\n'],
  ])('%s is refused or taken, and soon', async (_what, body) => {
    const host = await startTestHost();
    const id = await newParty(host);
    const begun = performance.now();
    for (const path of [`/api/v1/parties/${id}/files`, '/api/v1/imports/files', '/rpc/file/attach'])
      expect((await post(host, path, body)).status, path).toBeLessThan(500);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(({} as Record<string, unknown>)['file']).toBeUndefined();
  });
});
