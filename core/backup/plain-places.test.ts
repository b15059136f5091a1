import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { changeEncryption } from '#core/encryption/change-encryption.ts';
import { makeKeys } from '#core/encryption/make-keys.ts';
import { createRecoveryCode } from '#core/encryption/recovery-code.ts';
import { createDataKey } from '#core/encryption/wrap-key.ts';
import { createEntrance } from '#core/entrance/entrance.ts';
import { router } from '#core/router.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const passphrase = 'correcto caballo';

async function enter(dataDirectory: string) {
  const entrance = createEntrance({ dataDirectory, passphrase });
  onTestFinished(() => entrance.close());
  await entrance.opened();
  const core = entrance.core();
  if (!core) throw new Error(`the data is ${entrance.state().type}`);
  const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  return { entrance, core, client };
}

/** A plain shop with a backup on a stick that is pulled out before its data is encrypted. */
async function encryptedWithStickAway() {
  const [data, root] = [makeTestDirectory(), makeTestDirectory()];
  const [stick, away] = [join(root, 'stick'), join(root, 'away')];
  mkdirSync(stick);
  const plain = await enter(data);
  await plain.client.settings.update({ country: 'ES' });
  await plain.client.contact.create({ givenName: 'Ana' });
  await plain.client.backup.addPlace({ path: stick });
  await plain.core.backups.run('manual');
  expect((await plain.client.backup.state()).places.map(({ isReadable }) => isReadable)).toEqual([false, false]);
  await plain.entrance.close();
  renameSync(stick, away);
  const key = createDataKey();
  const keys = await makeKeys(key, { passphrase, recoveryCode: createRecoveryCode(), keychain: null });
  await changeEncryption({ dataDirectory: data, from: null, to: { key, keys }, report: () => undefined });
  return { data, stick, away, ...(await enter(data)) };
}

it('says which places hold backups that anybody can read, until those are encrypted too', async () => {
  const { client, core, stick, away } = await encryptedWithStickAway();
  const readable = async () => (await client.backup.state()).places.map(({ isReadable }) => isReadable);
  expect(await readable()).toEqual([true, true]);
  await core.backups.catchUp();
  expect(await readable()).toEqual([false, true]);
  renameSync(away, stick);
  await core.backups.catchUp();
  expect(await readable()).toEqual([false, false]);
});

it('says that what was set aside can be read, and deletes only that', async () => {
  const { client, data } = await encryptedWithStickAway();
  for (const [name, isPlain] of [
    ['plain', true],
    ['sealed', false],
  ] as const) {
    mkdirSync(join(data, 'set-aside', name), { recursive: true });
    writeFileSync(join(data, 'set-aside', name, 'set-aside.json'), JSON.stringify({ isBackedUp: false, isPlain }));
  }
  expect(await client.backup.state()).toMatchObject({ isEncrypted: true, plainSetAside: 1 });
  expect(await client.backup.removeSetAside()).toEqual({ removed: 1 });
  expect(await client.backup.state()).toMatchObject({ plainSetAside: 0 });
  expect(existsSync(join(data, 'set-aside', 'sealed'))).toBe(true);
  expect(existsSync(join(data, 'set-aside', 'plain'))).toBe(false);
});
