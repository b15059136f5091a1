import { describe, expect, it } from 'vitest';
import { foundOffice, joinBranch, joinOffice, startTestOffice } from '#test/factories/start-test-office.ts';
import type { Computer } from '#test/factories/start-test-office.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;

async function signIn({ address, adminKey }: Office) {
  const response = await fetch(`${address}/?key=${adminKey}`, { redirect: 'manual' });
  const set = response.headers.get('set-cookie') ?? '';
  return { response, set, cookie: set.split(';')[0] ?? '' };
}

async function setUp() {
  const office = await startTestOffice();
  const head = await foundOffice(office);
  const till = await joinBranch(office.address, head, 'b1');
  const { cookie } = await signIn(office);
  const page = (path: string, language = 'en') =>
    fetch(office.address + path, { headers: { cookie, 'accept-language': language }, redirect: 'manual' });
  const token = /name="token" value="([^"]+)"/.exec(await (await page('/')).text())?.[1] ?? '';
  const post = (path: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
    fetch(office.address + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'en', ...headers },
      body: new URLSearchParams({ token, ...fields }),
    });
  return { office, head, till, page, post, cookie };
}

function deviceOf({ membership }: Computer): string {
  return membership.device.id;
}

describe('head office’s own page', () => {
  it('asks for the key, and keeps it out of the address', async () => {
    const office = await startTestOffice();
    const refused = await fetch(office.address, { headers: { 'accept-language': 'es-ES,es;q=0.9' } });
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('Esta página necesita una clave');
    const wrong = await fetch(`${office.address}/?key=wrong`, { redirect: 'manual' });
    expect([wrong.status, wrong.headers.get('set-cookie')]).toEqual([401, null]);
    const { response, set, cookie } = await signIn(office);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(set).toMatch(/HttpOnly; SameSite=Strict/);
    expect(set).not.toContain(office.adminKey);
    const welcome = await fetch(office.address, { headers: { cookie } });
    expect(await welcome.text()).toContain(office.adminKey);
    expect(welcome.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('gives up on an address that tries one key after the other', async () => {
    const office = await startTestOffice({ limits: { tries: { burst: 3, perSecond: 0 } } });
    for (let count = 0; count < 3; count += 1) await fetch(`${office.address}/?key=wrong`);
    expect((await signIn(office)).response.status).toBe(401);
  });

  it.each([
    ['en', 'Computers'],
    ['es', 'Equipos'],
    ['pt', 'Computadores'],
    ['el', 'Υπολογιστές'],
    ['ru', 'Компьютеры'],
  ])('speaks %s', async (language, word) => {
    const { page } = await setUp();
    const text = await (await page('/', language)).text();
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(word);
    expect(text).not.toMatch(/\boffice\.[a-z]/);
  });

  it('shows what people typed as text', async () => {
    const { head, till, page } = await setUp();
    await head.office({ kind: 'office.renameDevice', deviceId: deviceOf(till), name: '<script>"\'&' });
    const text = await (await page('/')).text();
    expect(text).toContain('&lt;script&gt;&quot;&#39;&amp;');
    expect(text).not.toContain('<script');
  });

  it('makes a code that a computer joins with, cancels codes, and shows a code once', async () => {
    const { office, page, post } = await setUp();
    const made = await (await post('/invite', { branch: 'b1', name: 'Till 2', brings: 'nothing', hours: '24' })).text();
    const code = /class="code">([^<]+)</.exec(made)?.[1] ?? '';
    expect(made).toContain('<svg');
    const list = await (await page('/')).text();
    expect(list).toContain('Till 2');
    expect(list).not.toContain(code);
    const joined = await joinOffice({ address: office.address, code });
    expect(joined.membership.device).toMatchObject({ branchId: 'b1', name: 'Till 2', till: 2 });
    await post('/invite', { branch: '', name: 'Third', brings: 'nothing', hours: '24' });
    const id = /action="\/cancel-invite"[\s\S]*?name="id" value="([^"]+)"/.exec(await (await page('/')).text())?.[1] ?? '';
    expect((await post('/cancel-invite', { id })).status).toBe(303);
    expect(await (await page('/')).text()).not.toContain('Third');
    expect((await post('/invite', { branch: 'nowhere', name: 'x', brings: 'nothing', hours: '24' })).status).toBe(404);
    expect((await post('/invite', { branch: 'b1', name: '', brings: 'nothing', hours: '24' })).status).toBe(400);
  });

  it('asks before it shuts a computer out, and never the last one of head office', async () => {
    const { head, till, page, post } = await setUp();
    expect(await (await page(`/revoke?id=${deviceOf(till)}`)).text()).toContain('Shut out Till of b1?');
    expect((await post('/revoke', { id: deviceOf(till) })).status).toBe(303);
    expect(await till.ask({ kind: 'compare', ask: 'buckets' })).toMatchObject({ code: 'revoked' });
    expect((await page(`/revoke?id=${deviceOf(till)}`)).status).toBe(404);
    const last = await post('/revoke', { id: deviceOf(head) });
    expect([last.status, await last.text()]).toEqual([409, expect.stringContaining('only computer of head office')]);
  });

  it('shows changes that were set aside, tries them again and discards them', async () => {
    const { till, page, post } = await setUp();
    await till.send({ type: 'product', id: 'x1', fields: { name: 'Window' } });
    const text = await (await page('/')).text();
    expect(text).toContain('Only head office may change this');
    const id = /action="\/retry"[\s\S]*?name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await post('/retry', { id })).status).toBe(303);
    expect(await (await page('/')).text()).toContain('Only head office may change this');
    expect(await (await page(`/discard?id=${id}`)).text()).toContain('Discard this change?');
    expect((await post('/discard', { id })).status).toBe(303);
    expect(await (await page('/')).text()).not.toContain('Only head office may change this');
  });

  it('takes no form that another page sent', async () => {
    const { till, post } = await setUp();
    const id = deviceOf(till);
    expect((await post('/revoke', { id, token: 'guessed' })).status).toBe(400);
    expect((await post('/revoke', { id }, { 'sec-fetch-site': 'cross-site' })).status).toBe(400);
    expect((await post('/revoke', { id }, { cookie: '' })).status).toBe(401);
    expect(await till.ask({ kind: 'compare', ask: 'buckets' })).toMatchObject({ type: 'answer' });
  });

  it('gives figures to this computer and to whoever has the key, not to others', async () => {
    const { office, till } = await setUp();
    await till.send({ type: 'party', id: 'p1', fields: { name: 'Rosa', branchId: 'b1' } });
    const text = await (await fetch(`${office.address}/metrics`)).text();
    expect(text).toMatch(/^cartera_devices 2$/m);
    expect(text).toMatch(/^cartera_changes_total\{outcome="taken"\} 2$/m);
    expect(text).toMatch(/^cartera_requests_total\{kind="sync"\} 2$/m);
    expect(text).toMatch(/^cartera_answer_seconds_bucket\{kind="sync",le="\+Inf"\} 2$/m);
    const proxied = { 'x-forwarded-for': '203.0.113.7' };
    expect((await fetch(`${office.address}/metrics`, { headers: proxied })).status).toBe(401);
    const authorization = `Bearer ${office.adminKey}`;
    expect((await fetch(`${office.address}/metrics`, { headers: { ...proxied, authorization } })).status).toBe(200);
  });
});
