import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { finishRestore } from '#core/backup/finish-restore.ts';
import { readPlaces } from '#core/backup/places.ts';
import { orderRestore, restoreFolder } from '#core/backup/restore-folder.ts';
import { checkData } from '#core/check/check-data.ts';
import { createEntrance } from '#core/entrance/entrance.ts';
import { openData } from '#core/host/command-line/open-data.ts';
import { router } from '#core/router.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { makeOneOf } from '#test/factories/branch-core.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

/** A shop behind its entrance, with one backup: Ana is in it, Eva came later. */
async function openShop() {
  const directory = makeTestDirectory();
  const entrance = createEntrance({ dataDirectory: directory });
  onTestFinished(() => entrance.close());
  const core = () => {
    const open = entrance.core();
    if (!open) throw new Error(`the data is ${entrance.state().type}`);
    return open;
  };
  const client = createRouterClient(router, {
    context: () => ({ core: core(), actor: core().owner(), apiAddress: null }),
  });
  await client.settings.update({ country: 'ES' });
  const ana = await client.contact.create({ givenName: 'Ana' });
  const quote = await client.file.attach({ id: ana.id, file: new File(['a signed quote'], 'quote.txt') });
  await core().backups.run('manual');
  const [backup] = await client.backup.list();
  if (!backup) throw new Error('no backup');
  const eva = await client.contact.create({ givenName: 'Eva' });
  const names = () => core().store.db.readColumn<[], string>('SELECT given_name FROM party ORDER BY 1').all();
  return { directory, entrance, core, client, backup, ana, eva, quote, names };
}

describe('bringing back a backup', () => {
  it('shows first what is in it and what would go', async () => {
    const { client, backup, ana } = await openShop();
    await client.contact.update({ id: ana.id, notes: 'calls on Mondays' });
    const preview = await client.backup.preview({ id: backup.id });
    expect(preview).toMatchObject({
      backup: { counts: { parties: 1 } },
      present: { parties: 2 },
      lost: { acts: 2, parties: 2, deals: 0 },
      refusal: null,
    });
    await expect(client.backup.preview({ id: '../../etc/passwd' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('puts it in the place of what is here, which becomes a backup itself', async () => {
    const { client, backup, core, names } = await openShop();
    await client.backup.restore({ id: backup.id });
    expect(names()).toEqual(['Ana']);
    expect((await checkData(core().store.connection, core().files)).faults).toEqual([]);
    const [before] = await client.backup.list();
    expect(before).toMatchObject({ reason: 'beforeRestore', counts: { parties: 2 } });
    await client.backup.restore({ id: before?.id ?? '' });
    expect(names()).toEqual(['Ana', 'Eva']);
  });

  it('lets no program in again whose key was revoked since', async () => {
    const { client, core } = await openShop();
    const [shop, till] = [
      await client.settings.createApiKey({ name: 'Shop' }),
      await client.settings.createApiKey({ name: 'Till' }),
    ];
    await core().backups.run('manual');
    const [backup] = await client.backup.list();
    await client.settings.deleteApiKey({ id: till.id });
    await client.backup.restore({ id: backup?.id ?? '' });
    expect((await client.settings.listApiKeys()).map(({ id }) => id)).toEqual([shop.id]);
  });

  it('brings attached files back that are gone from the data folder', async () => {
    const { client, backup, directory, quote } = await openShop();
    rmSync(join(directory, 'files'), { recursive: true });
    await client.backup.restore({ id: backup.id });
    expect(await (await client.file.download({ id: quote.id })).text()).toBe('a signed quote');
  });

  it('changes nothing when the backup turns out to be damaged', async () => {
    const { client, backup, names, directory } = await openShop();
    const bytes = readFileSync(backup.path);
    bytes.fill(0, 8192, 16_384);
    writeFileSync(backup.path, bytes);
    await expect(client.backup.restore({ id: backup.id })).rejects.toMatchObject({ data: { code: 'damaged' } });
    expect(names()).toEqual(['Ana', 'Eva']);
    expect(existsSync(restoreFolder(directory))).toBe(false);
  });

  it('begins a new line in a copy of a company, under a new name for its stamps', async () => {
    const { client, core } = await openShop();
    makeOneOf(core(), { branchId: null });
    await core().backups.run('manual');
    const [backup] = await client.backup.list();
    const before = { line: readSyncState(core().store.db, 'line'), device: deviceOf(core().store.db) };
    await client.backup.restore({ id: backup?.id ?? '' });
    expect(readSyncState(core().store.db, 'line')?.incarnation).not.toBe(before.line?.incarnation);
    expect(deviceOf(core().store.db)).not.toBe(before.device);
  });
});

function deviceOf(db: { readColumn<P extends unknown[], V>(sql: string): { get(...p: P): V | undefined } }) {
  return db.readColumn<[], string>("SELECT value FROM meta WHERE key = 'device'").get();
}

describe('a restore that is cut off', () => {
  it('at any step of the exchange is finished at the next start', async () => {
    const { directory, entrance, core, backup } = await openShop();
    await core().backups.close();
    await entrance.close();
    // The swap as a row of renames; each of them may be the last before the power goes.
    const steps: readonly ((data: string) => void)[] = [
      () => undefined,
      (data) => moveAside(data, 'cartera.db-wal'),
      (data) => moveAside(data, 'cartera.db'),
      (data) => renameSync(join(restoreFolder(data), 'cartera.db'), join(data, 'cartera.db')),
    ];
    for (let cut = 0; cut < steps.length; cut++) {
      const data = join(makeTestDirectory(), 'data');
      cpSync(directory, data, { recursive: true });
      cpSync(backup.path, join(restoreFolder(data), 'cartera.db'), { recursive: true });
      cpSync(join(directory, 'files'), join(restoreFolder(data), 'office'), { recursive: true });
      orderRestore(data, { setAside: 'before', isBackedUp: false, replaced: 'database', isPlain: true });
      for (const step of steps.slice(0, cut + 1)) step(data);
      const { connection, files } = openData(data);
      expect(connection.readColumn<[], string>('SELECT given_name FROM party').all()).toEqual(['Ana']);
      expect((await checkData(connection, files)).faults).toEqual([]);
      connection.close();
      expect(readdirSync(join(data, 'set-aside', 'before'))).toContain('cartera.db');
      expect(existsSync(restoreFolder(data))).toBe(false);
    }
  });

  it('before it was ordered changes nothing', async () => {
    const { directory, entrance, backup } = await openShop();
    await entrance.close();
    cpSync(backup.path, join(restoreFolder(directory), 'cartera.db'), { recursive: true });
    finishRestore(directory);
    const { connection } = openData(directory);
    expect(connection.readColumn<[], string>('SELECT given_name FROM party ORDER BY 1').all()).toEqual(['Ana', 'Eva']);
    connection.close();
  });
});

function moveAside(data: string, name: string) {
  const from = join(data, name);
  if (!existsSync(from)) return;
  cpSync(from, join(data, 'set-aside', 'before', name), { recursive: true });
  rmSync(from);
}

it('keeps backups of two computers in one folder apart', async () => {
  const [one, other] = [await openShop(), await openShop()];
  const stick = makeTestDirectory();
  for (const { client, core } of [one, other]) {
    await client.backup.addPlace({ path: stick });
    await core().backups.run('manual');
  }
  expect(readPlaces(one.directory).shop).not.toBe(readPlaces(other.directory).shop);
  const ofStick = (await one.client.backup.list()).filter(({ path }) => path.startsWith(stick));
  expect(new Set(ofStick.map(({ isOwn }) => isOwn))).toEqual(new Set([false, true]));
  const foreign = ofStick.find(({ isOwn }) => !isOwn);
  expect(await one.client.backup.preview({ id: foreign?.id ?? '' })).toMatchObject({ lost: null, refusal: null });
});
