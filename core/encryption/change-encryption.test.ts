import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { openCore } from '#core/core.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { changeEncryption, changeSteps, forgetChange } from '#core/encryption/change-encryption.ts';
import { findKey } from '#core/encryption/find-key.ts';
import { readKeys } from '#core/encryption/keys-file.ts';
import { makeKeys } from '#core/encryption/make-keys.ts';
import { createRecoveryCode } from '#core/encryption/recovery-code.ts';
import { createDataKey } from '#core/encryption/wrap-key.ts';
import { router } from '#core/router.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const passphrase = 'correcto caballo';
const quiet = () => undefined;

async function newKeys() {
  const key = createDataKey();
  return { key, keys: await makeKeys(key, { passphrase, recoveryCode: createRecoveryCode(), keychain: null }) };
}

/** A shop with a contact and a file. */
async function makeShop() {
  const directory = makeTestDirectory();
  const core = openCore(directory);
  const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  await client.settings.update({ country: 'ES' });
  const { id } = await client.contact.create({ givenName: 'Marcada' });
  await client.file.attach({ id, file: new File(['contenido marcado'], 'plan.txt') });
  await core.close();
  return directory;
}

/** What is in the shop, opened as the folder says it is to be opened. */
async function readShop(directory: string) {
  forgetChange(directory);
  const read = readKeys(directory);
  const found = read.type === 'keys' ? await findKey(read.keys, { passphrase }) : null;
  const key = found?.type === 'key' ? found.key : null;
  const core = openCore(directory, { key });
  const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  const party = core.store.db.read<[], { id: string; title: string }>('SELECT id, title FROM party').get();
  const files = await client.file.ofParty({ id: party?.id ?? '' });
  const text = await (await client.file.download({ id: files[0]?.id ?? '' })).text();
  await core.close();
  return { key, title: party?.title, text };
}

describe('turning encryption on, changing the key, turning it off', { timeout: 60_000 }, () => {
  it('keeps everything, and leaves nothing of what was', async () => {
    const directory = await makeShop();
    const first = await newKeys();
    expect(await changeEncryption({ dataDirectory: directory, from: null, to: first, report: quiet })).toEqual({
      type: 'changed',
    });
    expect(() => openDatabase(directory)).toThrow(expect.objectContaining({ code: 'locked' }));
    expect(await readShop(directory)).toEqual({ key: first.key, title: 'Marcada', text: 'contenido marcado' });
    const second = await newKeys();
    await changeEncryption({ dataDirectory: directory, from: first.key, to: second, report: quiet });
    expect(() => openDatabase(directory, { key: first.key })).toThrow('cartera.db');
    expect(await readShop(directory)).toEqual({ key: second.key, title: 'Marcada', text: 'contenido marcado' });
    await changeEncryption({ dataDirectory: directory, from: second.key, to: null, report: quiet });
    expect(await readShop(directory)).toEqual({ key: null, title: 'Marcada', text: 'contenido marcado' });
    expect(readdirSync(directory).filter((name) => /keys|encrypting/.test(name))).toEqual([]);
  });

  it('is refused while the data is open, and changes nothing', async () => {
    const directory = await makeShop();
    const open = openDatabase(directory);
    const outcome = await changeEncryption({ dataDirectory: directory, from: null, to: await newKeys(), report: quiet });
    expect(outcome).toMatchObject({ type: 'failed', code: 'openElsewhere' });
    open.close();
    expect(existsSync(join(directory, 'encrypting'))).toBe(false);
    expect((await readShop(directory)).key).toBe(null);
  });

  it.each(changeSteps)('opens as it was or as it will be when the program is killed once it has %s', async (step) => {
    const directory = await makeShop();
    const order = await newKeys();
    const child = fork(new URL('./testing/change-and-die.ts', import.meta.url), [directory, step, JSON.stringify(order)], {
      execArgv: [],
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    const isOrdered = changeSteps.indexOf(step) >= changeSteps.indexOf('ordered');
    expect(await readShop(directory)).toEqual({ key: isOrdered ? order.key : null, title: 'Marcada', text: 'contenido marcado' });
    expect(existsSync(join(directory, 'encrypting'))).toBe(false);
  });
});
