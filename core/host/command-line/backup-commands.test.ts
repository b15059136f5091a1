import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommandLine } from '#core/host/command-line/run-command-line.ts';
import { lockFolder } from '#core/host/folder-lock.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

function openShop() {
  const data = join(makeTestDirectory(), 'data');
  async function type(...args: string[]) {
    let [out, complaint] = ['', ''];
    const signal = new AbortController().signal;
    const write = (text: string) => (out += text);
    const complain = (text: string) => (complaint += text);
    const exitCode = await runCommandLine([...args, '--data', data], { locale: 'en-GB', signal, write, complain });
    return { exitCode, out, complaint };
  }
  const json = async (...args: string[]) => JSON.parse((await type(...args, '--json')).out) as Record<string, unknown>;
  const people = async () => ((await json('search', 'ana'))['results'] as readonly unknown[]).length;
  return { data, type, json, people };
}

it('backs up, says what is in it, and brings it back', async () => {
  const { type, json, people } = openShop();
  await type('demo', '--contacts', '5');
  await type('api', 'createContact', '{"givenName":"Ana"}');
  expect((await type('backup')).exitCode).toBe(0);
  await type('api', 'createContact', '{"givenName":"Ana Luisa"}');
  const before = await people();
  const { backups } = await json('backups');
  const [{ path }] = backups as [{ path: string }];
  expect(await json('restore', path, '--preview')).toMatchObject({ file: path });
  expect(await people()).toBe(before);
  expect((await type('restore', 'last')).exitCode).toBe(0);
  expect(await people()).toBe(before - 1);
});

it('repairs a damaged file, and says that a whole one needs none', async () => {
  const { type, json, data } = openShop();
  await type('demo', '--contacts', '5');
  expect(await json('repair')).toEqual({ damaged: false });
  const path = join(data, 'cartera.db');
  const bytes = readFileSync(path);
  bytes.fill(0, 0, 100);
  writeFileSync(path, bytes);
  expect((await type('check')).exitCode).toBe(1);
  expect(await json('repair')).toMatchObject({ damaged: true, loose: 0, faults: 0 });
  expect((await type('check')).exitCode).toBe(0);
});

it('refuses while a window has the data open, and what is no backup', async () => {
  const { type, data } = openShop();
  await type('demo', '--contacts', '5');
  await type('backup');
  writeFileSync(join(data, 'list.db'), 'not a database at all, but a list');
  expect((await type('restore', join(data, 'list.db'))).complaint).toContain('isn’t a backup');
  expect((await type('restore', join(data, 'none.db'))).complaint).toContain('There is no backup');
  const lock = lockFolder(data);
  expect((await type('restore', 'last')).complaint).toContain('has this data open');
  lock.release();
});
