import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { openTestData } from '#test/factories/archives.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';

/** A shop in which everything is in order, and a way to spoil it past the write path. */
async function openShop() {
  const { client, core, directory } = await openTestCore();
  const ana = await client.contact.create({
    givenName: 'Ana',
    tags: ['vip'],
    groups: ['norte'],
    emails: [{ address: 'Ana@Correo.example' }],
    phones: [{ raw: '612 34 56 78' }, { raw: '+34612345678' }, { raw: 'ext. 5' }],
  });
  const bar = await client.company.create({ name: 'Bar Sol' });
  await client.link.create({ contactId: ana.id, companyId: bar.id });
  await client.contact.delete({ id: (await client.contact.create({ givenName: 'Eva', phones: [{ raw: '691271846' }] })).id });
  const file = await client.file.attach({ id: ana.id, file: new File(['paper'], 'paper.txt', { type: 'text/plain' }) });
  const { connection, files } = openTestData(directory);
  const hash = connection.readRaw<[], [string]>('SELECT hash FROM file').get()?.[0] ?? '';
  return {
    ana,
    bar,
    file,
    client,
    core,
    hash,
    directory,
    check: () => checkData(connection, files),
    spoil: (sql: string) => connection.execute(`PRAGMA foreign_keys = OFF; ${sql}; PRAGMA foreign_keys = ON`),
    pathOf: () => files.pathOf(hash),
  };
}

describe('checking the data', () => {
  it('finds no fault where there is none, also after an undo, a deletion and a purge', async () => {
    const { check, client, ana, bar } = await openShop();
    expect(await check()).toEqual({ faults: [], counts: { parties: 3, acts: expect.any(Number) as number, files: 1 } });
    await client.contact.update({ id: ana.id, phones: [], tags: ['vip', 'otra'], emails: [] });
    const { actId } = await client.company.delete({ id: bar.id });
    await client.history.undo({ id: actId });
    await client.company.delete({ id: bar.id });
    await client.party.purgeMany({ ids: [bar.id] });
    expect((await check()).faults).toEqual([]);
  });

  it.each([
    ['party_phone', "DELETE FROM party_phone WHERE digits = '34612345678'", { missing: 1, extra: 0 }],
    ['party_phone', "UPDATE party_phone SET reversed = '1' WHERE digits = '34612345678'", { missing: 1, extra: 1 }],
    ['party_email', "INSERT INTO party_email VALUES ('nobody@correo.example', 1)", { missing: 0, extra: 1 }],
    ['party_tag', "UPDATE party SET tags = '[]' WHERE given_name = 'Ana'", { missing: 0, extra: 1 }],
    ['party_group', 'DELETE FROM party_group', { missing: 1, extra: 0 }],
    ['party_text', 'DELETE FROM party_text WHERE rowid = 1', { missing: 1, extra: 0 }],
    ['party_digits', 'DELETE FROM party_digits WHERE rowid = 1', { missing: 1, extra: 0 }],
  ])('finds what %s lacks or has too much: %s', async (table, sql, counts) => {
    const { check, spoil } = await openShop();
    spoil(sql);
    expect((await check()).faults).toMatchObject([{ code: 'derived', table, ...counts }]);
  });

  it('finds records that refer to nothing, that can’t be read, and acts with other counts than their history', async () => {
    const { check, spoil, ana, bar } = await openShop();
    spoil(`UPDATE link SET company_id = 'nobody'`);
    expect((await check()).faults).toEqual([{ code: 'foreignKey', table: 'link', count: 1 }]);
    spoil(`UPDATE link SET company_id = '${bar.id}'; UPDATE party SET custom = '{' WHERE id = '${bar.id}'`);
    expect((await check()).faults).toContainEqual({ code: 'unreadable', table: 'party', id: bar.id });
    spoil(`UPDATE party SET custom = '{}' WHERE id = '${bar.id}'; DELETE FROM history WHERE record_id = '${ana.id}'`);
    expect((await check()).faults).toEqual([{ code: 'actCount', id: expect.any(String) as string, said: 1, found: 0 }]);
  });

  it('finds attached files that are gone or not what they were', async () => {
    const { check, pathOf, file } = await openShop();
    writeFileSync(pathOf(), 'other');
    expect((await check()).faults).toEqual([{ code: 'fileDamaged', id: file.id, name: 'paper.txt' }]);
    rmSync(pathOf());
    expect((await check()).faults).toEqual([{ code: 'fileMissing', id: file.id, name: 'paper.txt' }]);
  });

  it('finds an index of the database that its table disagrees with', async () => {
    const { core, directory } = await openShop();
    core.store.connection.pragma('wal_checkpoint(TRUNCATE)');
    await core.close();
    const path = join(directory, 'cartera.db');
    const bytes = readFileSync(path);
    bytes.write('z', bytes.indexOf('bar sol'));
    const spoilt = makeTestDirectory();
    writeFileSync(join(spoilt, 'cartera.db'), bytes);
    const { connection, files } = openTestData(spoilt);
    const { faults } = await checkData(connection, files);
    expect(faults).toContainEqual({ code: 'integrity', message: expect.stringContaining('party_by_name') as string });
  });
});
