import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlaces } from '#core/backup/places.ts';
import { noteForgotten } from '#core/sync/clean-after-forgetting.ts';
import { connect } from '#core/database/connection.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';

/** A shop with a client and an attached file. */
async function openShop() {
  const shop = await openTestCore({ shopName: 'Café Ñandú' });
  const { id } = await shop.client.contact.create({ givenName: 'Ana' });
  await shop.client.file.attach({ id, file: new File(['a signed quote'], 'quote.txt') });
  return { ...shop, id };
}

describe('a backup', () => {
  it('can be opened by itself, and says what is in it', async () => {
    const { core, client } = await openShop();
    await core.backups.run('manual');
    const [backup, ...others] = await client.backup.list();
    expect(others).toEqual([]);
    expect(backup).toMatchObject({ reason: 'manual', shopName: 'Café Ñandú', isOwn: true, isEncrypted: false });
    expect(backup?.counts).toMatchObject({ parties: 1, files: 1, deals: 0 });
    const copy = connect(backup?.path ?? '', { readonly: true });
    expect(copy.readColumn<[], string>('SELECT title FROM party').get()).toBe('Ana');
    copy.close();
  });

  it('has nothing of what was erased, though the data isn’t cleaned of it yet', async () => {
    const { core } = await openShop();
    const { store } = core;
    await store.keep((tx) => tx.write("INSERT INTO meta VALUES ('x', ?)").run('Geheimnisvoll'.repeat(2000)));
    await store.keep((tx) => {
      tx.write("DELETE FROM meta WHERE key = 'x'").run();
      noteForgotten(tx, [], true);
    });
    store.connection.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(store.connection.file.path, 'latin1')).toContain('Geheimnisvoll');
    await core.backups.run('manual');
    expect(readFileSync((await core.backups.list())[0]?.path ?? '', 'latin1')).not.toContain('Geheimnisvoll');
  });

  it('brings each attached file once, for all backups of the place', async () => {
    const { core, directory } = await openShop();
    await core.backups.run('manual');
    await core.backups.run('manual');
    expect(await core.backups.list()).toHaveLength(2);
    const folder = join(directory, 'backups', readPlaces(directory).shop);
    const files = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('goes to every place that is there, and to one that was away as soon as it is back', async () => {
    const { core, client } = await openShop();
    const stick = makeTestDirectory();
    await client.backup.addPlace({ path: stick });
    await core.backups.run('manual');
    expect((await core.backups.list()).map(({ placeId }) => placeId)).toHaveLength(2);
    const shop = readPlaces(core.dataDirectory).shop;
    // Pulled out: only the folder it was mounted on is left.
    rmSync(join(stick, shop), { recursive: true });
    await client.contact.create({ givenName: 'Eva' });
    await core.backups.run('manual');
    expect((await client.backup.state()).places[1]).toMatchObject({ isThere: false, lastAt: null });
    expect(readdirSync(stick)).toEqual([]);
    mkdirSync(join(stick, shop));
    await core.backups.catchUp();
    const [newest] = await core.backups.list();
    expect((await client.backup.state()).places[1]).toMatchObject({ isThere: true, lastAt: newest?.at });
  });

  it('that no place takes says which one didn’t and why, and leaves nothing behind', async () => {
    const { core, directory, client } = await openShop();
    writeFileSync(join(directory, 'backups'), 'a file where the folder should be');
    await expect(core.backups.run('manual')).rejects.toMatchObject({
      name: 'BackupError',
      detail: { place: expect.stringContaining(join(directory, 'backups')) as string },
    });
    expect((await client.backup.state()).places[0]?.fault).not.toBeNull();
    expect(readFileSync(join(directory, 'backups'), 'utf8')).toContain('a file');
  });

  it('lets go after two weeks of what a restored one took the place of, if a backup has that too', async () => {
    const { core, directory } = await openShop();
    const daysAgo = (days: number) => new Date(core.store.now() - days * 86_400_000);
    for (const [name, isBackedUp, days] of [
      ['old', true, 15],
      ['recent', true, 13],
      ['damaged', false, 400],
    ] as const) {
      const folder = join(directory, 'set-aside', name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'cartera.db'), Buffer.alloc(40_000_000));
      writeFileSync(join(folder, 'set-aside.json'), JSON.stringify({ isBackedUp, isPlain: true }));
      utimesSync(join(folder, 'set-aside.json'), daysAgo(days), daysAgo(days));
    }
    await core.backups.run('daily');
    expect(readdirSync(join(directory, 'set-aside')).toSorted()).toEqual(['damaged', 'recent']);
  });

  it('isn’t taken for one when half of it is missing', async () => {
    const { core } = await openShop();
    await core.backups.run('manual');
    const path = (await core.backups.list())[0]?.path ?? '';
    writeFileSync(path, readFileSync(path).subarray(0, 20_000));
    expect(await core.backups.list()).toEqual([]);
  });

  it('isn’t made anew while nothing was done', async () => {
    const { core, client } = await openShop();
    await core.backups.runIfChanged('beforeImport');
    await core.backups.runIfChanged('beforeImport');
    expect(await core.backups.list()).toHaveLength(1);
    await client.contact.create({ givenName: 'Eva' });
    await core.backups.runIfChanged('beforeImport');
    expect(await core.backups.list()).toHaveLength(2);
  });
});

describe('a place for backups', () => {
  it('is a folder that is there, outside of the data', async () => {
    const { client, directory } = await openShop();
    const refused = (path: string) => client.backup.addPlace({ path }).catch((error: { data?: unknown }) => error.data);
    expect(await refused('backups')).toEqual({ field: 'path', code: 'notAbsolute' });
    expect(await refused(join(directory, 'none'))).toEqual({ field: 'path', code: 'notThere' });
    expect(await refused(join(directory, 'files'))).toEqual({ field: 'path', code: 'withinData' });
    const other = makeTestDirectory();
    const added = await client.backup.addPlace({ path: other });
    expect(await refused(other)).toEqual({ field: 'path', code: 'alreadyThere' });
    await client.backup.removePlace({ id: added.id });
    expect((await client.backup.state()).places).toHaveLength(1);
    expect(existsSync(other)).toBe(true);
    await expect(client.backup.removePlace({ id: 'here' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
