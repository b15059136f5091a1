import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const damaged = readFileSync(path);
  const { tables } = (await json('repair', '--preview')) as { tables: readonly unknown[] };
  expect(tables).toContainEqual({ table: 'party', saved: expect.any(Number) as number, lost: 0 });
  expect(readFileSync(path).equals(damaged)).toBe(true);
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

it('brings an encrypted backup back on another computer, and repairs encrypted data, by what opens them', async () => {
  const old = openShop();
  await old.type('demo', '--contacts', '5');
  await old.type('api', 'createContact', '{"givenName":"Ana"}');
  const folder = makeTestDirectory();
  const [right, wrong] = [join(folder, 'right.txt'), join(folder, 'wrong.txt')];
  writeFileSync(right, 'correcto caballo\n');
  writeFileSync(wrong, 'falso caballo\n');
  const { recoveryCode } = (await old.json('encrypt', '--passphrase-file', right)) as { recoveryCode: string };
  expect((await old.type('backup', '--passphrase-file', right)).exitCode).toBe(0);
  const stick = makeTestDirectory();
  cpSync(join(old.data, 'backups'), stick, { recursive: true });
  const path = join(stick, readdirSync(stick, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.db')) ?? '');
  const damaged = readFileSync(join(old.data, 'cartera.db'));
  damaged.fill(0, 40 * 4096, 44 * 4096);
  writeFileSync(join(old.data, 'cartera.db'), damaged);
  expect((await old.type('repair')).exitCode).toBe(1);
  expect((await old.type('repair', '--passphrase-file', wrong)).complaint).toContain('passphrase');
  expect(await old.json('repair', '--recovery-code', recoveryCode)).toMatchObject({ damaged: true, faults: 0 });

  const { data, type, json } = openShop();
  expect((await type('restore', path)).complaint).toContain('--backup-passphrase-file');
  expect((await type('restore', path, '--passphrase-file', wrong)).complaint).toContain('passphrase');
  expect(await json('restore', path, '--preview', '--passphrase-file', right)).toMatchObject({ file: path });
  expect(await json('restore', path, '--recovery-code', recoveryCode)).toMatchObject({ restored: path, encrypted: true });
  expect((await type('search', 'ana')).exitCode).toBe(1);
  expect((await json('search', 'ana', '--passphrase-file', right))['results']).not.toEqual([]);
  // Nobody can open what is left here; the backup can.
  for (const name of ['keys.json', 'keys.copy.json']) writeFileSync(join(data, name), 'no keys');
  expect((await type('check', '--passphrase-file', right)).exitCode).toBe(1);
  expect((await type('restore', path, '--passphrase-file', right)).exitCode).toBe(0);
  expect((await type('check', '--passphrase-file', right)).exitCode).toBe(0);
  rmSync(data, { recursive: true });
  expect((await type('restore', path, '--passphrase-file', right)).exitCode).toBe(0);
  expect(existsSync(join(data, 'keys.json'))).toBe(true);
}, 60_000);
