import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { changeEncryption } from '#core/encryption/change-encryption.ts';
import { makeKeys } from '#core/encryption/make-keys.ts';
import { createRecoveryCode } from '#core/encryption/recovery-code.ts';
import { createDataKey } from '#core/encryption/wrap-key.ts';
import { createEntrance } from '#core/entrance/entrance.ts';
import { entranceRouter } from '#core/entrance/handlers.ts';
import { router } from '#core/router.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const passphrase = 'correcto caballo';

async function enter(dataDirectory: string, given?: string) {
  const entrance = createEntrance({ dataDirectory, ...(given !== undefined && { passphrase: given }) });
  onTestFinished(() => entrance.close());
  await entrance.opened();
  const core = () => {
    const open = entrance.core();
    if (!open) throw new Error(`the data is ${entrance.state().type}`);
    return open;
  };
  const client = createRouterClient(router, { context: () => ({ core: core(), actor: core().owner(), apiAddress: null }) });
  const names = () => core().store.db.readColumn<[], string>('SELECT given_name FROM party ORDER BY 1').all();
  return { entrance, core, client, names, ask: createRouterClient(entranceRouter, { context: { entrance } }) };
}

/** Has the data of a folder that nobody has open encrypted with a new key. */
async function encrypt(dataDirectory: string, { from, by }: { readonly from: string | null; readonly by: string }) {
  const [key, recoveryCode] = [createDataKey(), createRecoveryCode()];
  const keys = await makeKeys(key, { passphrase: by, recoveryCode, keychain: null });
  const outcome = await changeEncryption({ dataDirectory, from, to: { key, keys }, report: () => undefined });
  expect(outcome).toEqual({ type: 'changed' });
  return { key, recoveryCode };
}

/** A stick with a backup of Ana and her signed quote, and what opens it. */
async function stickOfOldComputer({ isEncrypted = true } = {}) {
  const old = makeTestDirectory();
  const { entrance, client } = await enter(old);
  await client.settings.update({ country: 'ES', firstRunDone: true });
  const { id } = await client.contact.create({ givenName: 'Ana' });
  const quote = await client.file.attach({ id, file: new File(['a signed quote'], 'quote.txt') });
  await entrance.close();
  const secrets = isEncrypted ? await encrypt(old, { from: null, by: passphrase }) : { key: null, recoveryCode: '' };
  const again = await enter(old, passphrase);
  await again.core().backups.run('manual');
  await again.entrance.close();
  const stick = makeTestDirectory();
  cpSync(join(old, 'backups'), join(stick, 'Backups'), { recursive: true });
  rmSync(old, { recursive: true });
  return { stick, quoteId: quote.id, ...secrets };
}

it('is brought back on a new computer by the passphrase it was made with, and by no other', async () => {
  const { stick, quoteId } = await stickOfOldComputer();
  const data = makeTestDirectory();
  const { client, names, entrance, core } = await enter(data);
  const [backup] = await client.backup.look({ folder: stick });
  const chosen = { id: backup?.id ?? '', folder: stick };
  expect(await client.backup.preview(chosen)).toMatchObject({ refusal: null, asks: 'passphrase', becomesPlain: false });
  const tries = [
    [undefined, 'SECRET_NEEDED'],
    [{ passphrase: 'something else' }, 'WRONG_PASSPHRASE'],
    [{ recoveryCode: 'AAAA' }, 'MISTYPED_RECOVERY_CODE'],
    [{ recoveryCode: createRecoveryCode() }, 'WRONG_RECOVERY_CODE'],
    [{ passphrase: 'a third guess' }, 'WRONG_PASSPHRASE'],
    [{ passphrase }, 'WAIT'],
  ] as const;
  for (const [secret, code] of tries)
    await expect(client.backup.restore({ ...chosen, ...(secret && { secret }) })).rejects.toMatchObject({ code });
  expect(names()).toEqual([]);
  await expect
    .poll(
      () =>
        client.backup.restore({ ...chosen, secret: { passphrase } }).then(
          () => 'done',
          () => 'not yet',
        ),
      { timeout: 20_000 },
    )
    .toBe('done');
  expect(names()).toEqual(['Ana']);
  expect(await (await client.file.download({ id: quoteId })).text()).toBe('a signed quote');
  expect(core().store.connection.file.key).not.toBeNull();
  await entrance.close();
  const next = await enter(data);
  expect(await next.ask.state()).toMatchObject({ type: 'locked', hasPassphrase: true });
  await next.ask.unlock({ passphrase });
  expect(next.names()).toEqual(['Ana']);
});

it('is brought back by its recovery code where the data is damaged, or the file of its keys', async () => {
  const { stick, recoveryCode } = await stickOfOldComputer();
  for (const damaged of ['cartera.db', 'keys.json']) {
    const data = makeTestDirectory();
    await (await enter(data)).entrance.close();
    writeFileSync(join(data, damaged), 'nothing that could be read');
    const { ask, names } = await enter(data);
    const [backup] = await ask.rescue.look({ folder: join(stick, 'Backups') });
    const chosen = { id: backup?.id ?? '', folder: join(stick, 'Backups') };
    expect(await ask.rescue.preview(chosen)).toMatchObject({ refusal: null, present: null, asks: 'passphrase' });
    await expect(ask.rescue.restore(chosen)).rejects.toMatchObject({ code: 'SECRET_NEEDED', data: { hasPassphrase: true } });
    await ask.rescue.restore({ ...chosen, secret: { recoveryCode } });
    expect(names()).toEqual(['Ana']);
    expect(existsSync(join(data, 'keys.json'))).toBe(true);
  }
});

it('stays plain where it was, and says so first', async () => {
  const { stick, quoteId } = await stickOfOldComputer({ isEncrypted: false });
  const data = makeTestDirectory();
  await (await enter(data)).entrance.close();
  await encrypt(data, { from: null, by: 'another passphrase' });
  const { client, names, core, entrance } = await enter(data, 'another passphrase');
  const [backup] = await client.backup.look({ folder: stick });
  const chosen = { id: backup?.id ?? '', folder: stick };
  expect(await client.backup.preview(chosen)).toMatchObject({ refusal: null, asks: null, becomesPlain: true });
  await client.backup.restore(chosen);
  expect(names()).toEqual(['Ana']);
  expect(core().store.connection.file.key).toBeNull();
  expect(await (await client.file.download({ id: quoteId })).text()).toBe('a signed quote');
  await entrance.close();
  expect((await enter(data)).names()).toEqual(['Ana']);
});

it('opens by what opened it, whatever key and passphrase there are since', async () => {
  const data = makeTestDirectory();
  const first = await enter(data);
  await first.client.settings.update({ country: 'ES' });
  await first.client.contact.create({ givenName: 'Ana' });
  await first.entrance.close();
  const before = await encrypt(data, { from: null, by: passphrase });
  const second = await enter(data, passphrase);
  await second.core().backups.run('manual');
  const [made] = await second.client.backup.list();
  await second.client.contact.create({ givenName: 'Eva' });
  await second.entrance.close();
  await encrypt(data, { from: before.key, by: 'a later passphrase' });
  const chosen = { id: made?.id ?? '' };
  for (const secret of [{ passphrase }, { recoveryCode: before.recoveryCode }]) {
    const third = await enter(data, 'a later passphrase');
    expect(third.names()).toEqual(['Ana', 'Eva']);
    expect(await third.client.backup.preview(chosen)).toMatchObject({ asks: 'passphrase', lost: { parties: 1 } });
    await third.client.backup.restore({ ...chosen, secret });
    expect(third.names()).toEqual(['Ana']);
    // And back again, to what the later passphrase opens.
    const [present] = (await third.client.backup.list()).filter(({ reason }) => reason === 'beforeRestore');
    await third.client.backup.restore({ id: present?.id ?? '', secret: { passphrase: 'a later passphrase' } });
    await third.entrance.close();
  }
});

it('without its keys isn’t asked for a secret that couldn’t open it', async () => {
  const { stick } = await stickOfOldComputer();
  const { client } = await enter(makeTestDirectory());
  const [backup] = await client.backup.look({ folder: stick });
  const manifest = (backup?.path ?? '').replace(/\.db$/, '.json');
  writeFileSync(manifest, JSON.stringify({ ...(JSON.parse(readFileSync(manifest, 'utf8')) as object), keys: null }));
  const chosen = { id: backup?.id ?? '', folder: stick };
  expect(await client.backup.preview(chosen)).toMatchObject({ refusal: 'otherKey', asks: null });
  await expect(client.backup.look({ folder: 'stick' })).rejects.toMatchObject({ data: { code: 'notAbsolute' } });
  await expect(client.backup.look({ folder: join(stick, 'no') })).rejects.toMatchObject({ data: { code: 'notThere' } });
});
