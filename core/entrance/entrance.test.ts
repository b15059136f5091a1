import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databasePath } from '#core/database/open-database.ts';
import type { Keychain } from '#core/encryption/keychain.ts';
import { createEntrance } from '#core/entrance/entrance.ts';
import type { Entrance, EntranceOptions } from '#core/entrance/entrance.ts';
import { entranceRouter } from '#core/entrance/handlers.ts';
import { router } from '#core/router.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const passphrase = 'correcto caballo';
const start = Date.UTC(2026, 10, 22);

async function enter(dataDirectory: string, options: Partial<EntranceOptions> = {}) {
  const entrance = createEntrance({ dataDirectory, ...options });
  onTestFinished(() => entrance.close());
  await entrance.opened();
  return { entrance, ask: createRouterClient(entranceRouter, { context: { entrance } }), client: () => clientOf(entrance) };
}

function clientOf(entrance: Entrance) {
  const core = entrance.core();
  if (!core) throw new Error('not open');
  return createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
}

/** Waits until the data is open, or says why not. */
async function settled(entrance: Entrance) {
  await expect.poll(() => entrance.state().type, { timeout: 15_000 }).not.toBe('working');
  return entrance.state();
}

/** Makes a code, and types what is asked of it. */
async function confirm(client: ReturnType<typeof clientOf>) {
  const { recoveryCode, ask } = await client.encryption.prepareCode();
  const groups = recoveryCode.split('-');
  const confirmed: [string, string] = [groups[ask[0] - 1] ?? '', groups[ask[1] - 1]?.toLowerCase() ?? ''];
  return { recoveryCode, confirmed };
}

async function encryptedShop(options: Partial<EntranceOptions> = {}, by: string | null = passphrase) {
  const dataDirectory = makeTestDirectory();
  const entered = await enter(dataDirectory, options);
  await entered.client().settings.update({ country: 'ES' });
  await entered.client().contact.create({ givenName: 'Marcada' });
  const { recoveryCode, confirmed } = await confirm(entered.client());
  await entered.client().encryption.turnOn({ passphrase: by, confirmed });
  expect(await settled(entered.entrance)).toEqual({ type: 'open' });
  return { dataDirectory, recoveryCode, ...entered };
}

const titles = (entrance: Entrance) => entrance.core()?.store.db.readColumn<[], string>('SELECT title FROM party').all();

/** Bytes turned round, for this "person" only. */
function fakeKeychain(person: string, { isAvailable = true } = {}): Keychain {
  const turned = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte) => byte ^ 0x5a);
  return {
    isAvailable: async () => isAvailable,
    protect: async (bytes) => Buffer.concat([Buffer.from(`${person}:`), turned(bytes)]),
    unprotect: async (bytes) => {
      const mark = `${person}:`;
      if (Buffer.from(bytes).toString('latin1', 0, mark.length) !== mark) throw new Error('another person');
      return turned(bytes.subarray(mark.length));
    },
  };
}

describe('the entrance', { timeout: 60_000 }, () => {
  it('opens a plain shop at once, and starts what runs while it is open', async () => {
    const entrance = createEntrance({ dataDirectory: makeTestDirectory() });
    onTestFinished(() => entrance.close());
    expect(entrance.state()).toEqual({ type: 'open' });
    const told: string[] = [];
    await entrance.whenOpen(() => {
      told.push('started');
      return () => void told.push('stopped');
    });
    await entrance.whileClosed('repairing', async () => void told.push(entrance.core() === null ? 'closed' : 'open'));
    expect(told).toEqual(['started', 'stopped', 'closed', 'started']);
  });

  it('encrypts a shop while it runs, and asks for the passphrase at the next start', async () => {
    const { entrance, dataDirectory } = await encryptedShop();
    expect(titles(entrance)).toEqual(['Marcada']);
    await entrance.close();
    expect(readFileSync(databasePath(dataDirectory)).includes('Marcada')).toBe(false);
    const again = await enter(dataDirectory);
    expect(again.entrance.state()).toEqual({ type: 'locked', hasPassphrase: true, keychainRefused: false, waitUntil: null });
    await expect(again.ask.unlock({ passphrase: 'otra cosa' })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(again.entrance.core()).toBe(null);
    expect(await again.ask.unlock({ passphrase })).toEqual({ type: 'open' });
    expect(titles(again.entrance)).toEqual(['Marcada']);
    await expect(again.ask.unlock({ passphrase })).rejects.toMatchObject({ code: 'NOT_LOCKED' });
    expect(
      again.entrance.core()?.store.db.readColumn<[], string>("SELECT details FROM audit WHERE kind = 'encryption'").all(),
    ).toEqual(['{"change":"turnedOn"}']);
  });

  it('has whoever guesses wait longer and longer', async () => {
    const { dataDirectory, entrance } = await encryptedShop();
    await entrance.close();
    const clock = createTestClock(start);
    const again = await enter(dataDirectory, { clock });
    for (let at = 0; at < 3; at += 1)
      await expect(again.ask.unlock({ passphrase: `guess ${at}` })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    await expect(again.ask.unlock({ passphrase })).rejects.toMatchObject({ code: 'WAIT', data: { until: start + 1000 } });
    expect(await again.ask.state()).toMatchObject({ waitUntil: start + 1000 });
    await clock.set(start + 1000);
    await expect(again.ask.unlock({ passphrase: 'guess' })).rejects.toMatchObject({ code: 'WRONG_PASSPHRASE' });
    expect(await again.ask.state()).toMatchObject({ waitUntil: start + 3000 });
    await clock.set(start + 3000);
    expect(await again.ask.unlock({ passphrase })).toEqual({ type: 'open' });
  });

  it('opens by the recovery code with a new passphrase, and says when the code is mistyped or another one', async () => {
    const { dataDirectory, entrance, recoveryCode } = await encryptedShop();
    await entrance.close();
    const again = await enter(dataDirectory);
    const mistyped = recoveryCode.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    await expect(again.ask.recover({ recoveryCode: mistyped, passphrase: 'frase nueva' })).rejects.toMatchObject({
      code: 'MISTYPED_RECOVERY_CODE',
    });
    const other = await encryptedShop();
    await expect(again.ask.recover({ recoveryCode: other.recoveryCode, passphrase: 'frase nueva' })).rejects.toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
    });
    expect(
      await again.ask.recover({ recoveryCode: ` ${recoveryCode.toLowerCase().replaceAll('-', ' ')}`, passphrase: 'frase nueva' }),
    ).toEqual({ type: 'open' });
    expect(titles(again.entrance)).toEqual(['Marcada']);
    const { rows } = await again.client().audit.list({ kinds: ['encryption'] });
    expect(rows[0]).toMatchObject({ userName: 'Cartera', details: { change: 'openedByCode' } });
    await again.entrance.close();
    const third = await enter(dataDirectory, { passphrase: 'frase nueva' });
    expect(third.entrance.state()).toEqual({ type: 'open' });
  });

  it('changes the key: the former passphrase stays, the former code and the former key open nothing', async () => {
    const { entrance, client, recoveryCode, dataDirectory } = await encryptedShop();
    const before = entrance.core()?.store.connection.file.key;
    const { confirmed, recoveryCode: second } = await confirm(client());
    await expect(client().encryption.changeKey({ current: 'otra', confirmed })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
    });
    await expect(client().encryption.changeKey({ current: passphrase, confirmed: ['AAAA', 'BBBB'] })).rejects.toMatchObject({
      code: 'CODE_NOT_CONFIRMED',
    });
    await client().encryption.changeKey({ current: passphrase, confirmed });
    expect(await settled(entrance)).toEqual({ type: 'open' });
    expect(entrance.core()?.store.connection.file.key).not.toBe(before);
    expect(titles(entrance)).toEqual(['Marcada']);
    await entrance.close();
    const again = await enter(dataDirectory);
    await expect(again.ask.recover({ recoveryCode, passphrase })).rejects.toMatchObject({ code: 'WRONG_RECOVERY_CODE' });
    expect(await again.ask.recover({ recoveryCode: second, passphrase })).toEqual({ type: 'open' });
  });

  it('changes the passphrase and the code without encrypting anew, and turns encryption off', async () => {
    const { entrance, client, dataDirectory } = await encryptedShop();
    const key = entrance.core()?.store.connection.file.key;
    await client().encryption.changePassphrase({ current: passphrase, passphrase: 'frase nueva' });
    const { confirmed } = await confirm(client());
    await client().encryption.renewCode({ current: 'frase nueva', confirmed });
    expect(entrance.core()?.store.connection.file.key).toBe(key);
    expect(await client().encryption.status()).toMatchObject({ isOn: true, opensBy: 'passphrase', failure: null });
    await client().encryption.turnOff({ current: 'frase nueva' });
    expect(await settled(entrance)).toEqual({ type: 'open' });
    expect(await client().encryption.status()).toMatchObject({ isOn: false, opensBy: null });
    await entrance.close();
    expect(readFileSync(databasePath(dataDirectory)).includes('Marcada')).toBe(true);
  });

  it('opens by the keychain without asking, and by the recovery code where the keychain refuses', async () => {
    const { dataDirectory, entrance, recoveryCode } = await encryptedShop({ keychain: fakeKeychain('ana') }, null);
    expect(await clientOf(entrance).encryption.status()).toMatchObject({ opensBy: 'keychain', hasKeychain: true });
    await entrance.close();
    const again = await enter(dataDirectory, { keychain: fakeKeychain('ana') });
    expect(again.entrance.state()).toEqual({ type: 'open' });
    await again.entrance.close();
    for (const keychain of [fakeKeychain('eva'), fakeKeychain('ana', { isAvailable: false })]) {
      const refused = await enter(dataDirectory, { keychain });
      expect(refused.entrance.state()).toMatchObject({ type: 'locked', hasPassphrase: false, keychainRefused: true });
      await refused.entrance.close();
    }
    const last = await enter(dataDirectory, { keychain: fakeKeychain('eva') });
    expect(await last.ask.recover({ recoveryCode, passphrase })).toEqual({ type: 'open' });
  });

  it('opens by the twin of the file that the key is kept in, and says so when both are damaged, never that the data is', async () => {
    const { dataDirectory, entrance } = await encryptedShop();
    await entrance.close();
    const path = join(dataDirectory, 'keys.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"r": 8', '"r": 7'));
    const again = await enter(dataDirectory, { passphrase });
    expect(again.entrance.state()).toEqual({ type: 'open' });
    await again.entrance.close();
    writeFileSync(join(dataDirectory, 'keys.copy.json'), '{}');
    expect((await enter(dataDirectory, { passphrase })).entrance.state()).toEqual({ type: 'keysDamaged', path });
  });

  it('tells of a damaged file as damaged, with the right key', async () => {
    const { dataDirectory, entrance } = await encryptedShop();
    await entrance.close();
    const bytes = readFileSync(databasePath(dataDirectory));
    bytes.fill(7, 4096 * 4, 4096 * 6);
    writeFileSync(databasePath(dataDirectory), bytes);
    expect((await enter(dataDirectory, { passphrase })).entrance.state()).toEqual({
      type: 'damaged',
      path: databasePath(dataDirectory),
    });
  });
});
