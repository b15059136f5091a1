import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerPageRequest, declarePageScheme, PAGE_POLICY } from './page-protocol.ts';

const registered = vi.hoisted(() => vi.fn());
vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged: registered } }));

describe("the page's protocol", () => {
  let root: string;
  let folder: string;
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'cartera-page-'));
    folder = join(root, 'renderer');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<p>page</p>');
    writeFileSync(join(folder, 'assets', 'a.js'), '1');
    writeFileSync(join(root, 'secret.js'), 'secret');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const get = (url: string, method = 'GET'): Promise<Response> => answerPageRequest(folder, { url, method });

  it('serves the files of the page with their types', async () => {
    const answer = await get('app://cartera/assets/a.js');
    expect(await answer.text()).toBe('1');
    expect(answer.headers.get('content-type')).toContain('text/javascript');
  });

  it("serves the page itself at each of the page's own routes", async () => {
    expect(await (await get('app://cartera/')).text()).toBe('<p>page</p>');
    expect(await (await get('app://cartera/contacts/0198')).text()).toBe('<p>page</p>');
  });

  it('sets a policy under which no inline or foreign script runs', async () => {
    const policy = (await get('app://cartera/')).headers.get('content-security-policy');
    expect(policy).toBe(PAGE_POLICY);
    expect(policy).toContain("default-src 'none'");
    expect(/script-src ([^;]*)/.exec(policy ?? '')?.[1]).toBe("'self'");
  });

  it.each([
    'app://cartera/../secret.js',
    'app://cartera/%2e%2e/secret.js',
    'app://cartera/..%2fsecret.js',
    'app://cartera/assets/%2e%2e%2f%2e%2e%2fsecret.js',
    'app://cartera/a%00.js',
    'app://cartera/%E0%A4%A.js',
    'app://cartera/missing.js',
    'app://other/assets/a.js',
  ])('answers %s with nothing', async (url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('');
  });

  it('takes no other method than GET', async () => {
    expect((await get('app://cartera/', 'POST')).status).toBe(404);
  });

  it('declares a secure scheme that passes no policy by', () => {
    declarePageScheme();
    const [[scheme]] = registered.mock.calls[0] as [[{ privileges: Record<string, boolean> }]];
    expect(scheme.privileges).toMatchObject({ standard: true, secure: true });
    expect(scheme.privileges['bypassCSP']).toBeUndefined();
  });
});
