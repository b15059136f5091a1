import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { connect } from '#core/database/connection.ts';
import { copyDatabase, OpenElsewhereError } from '#core/database/copy-database.ts';
import { databaseFile, openDatabase } from '#core/database/open-database.ts';
import { createFileStore } from '#core/file/file-store.ts';
import { openCore } from '#core/core.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { createRouterClient } from '@orpc/server';
import { router } from '#core/router.ts';

const key = '0123456789abcdef'.repeat(4);
const otherKey = 'fedcba9876543210'.repeat(4);

async function fill(directory: string, dataKey: string | null) {
  const core = openCore(directory, { key: dataKey });
  const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
  await client.settings.update({ country: 'ES' });
  for (let at = 0; at < 50; at += 1)
    await client.contact.create({ givenName: `Marcada${at}`, phones: [{ raw: `6123456${10 + at}` }], notes: 'Secretísima' });
  await core.close();
}

function dump(directory: string, dataKey: string | null): string {
  const connection = connect(databaseFile(directory, dataKey), { readonly: true });
  const tables = connection
    .readColumn<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .all();
  const schema = connection.read<[], object>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all();
  const rows = tables.map((name) => connection.read<[], object>(`SELECT * FROM "${name}"`).all());
  const text = JSON.stringify([connection.pragma('user_version'), connection.pragma('application_id'), schema, rows]);
  connection.close();
  return text;
}

describe('copying a database with another key', () => {
  it.each([
    [null, key],
    [key, otherKey],
    [key, null],
  ])('from %s to %s keeps everything, indexes and words to search by included', async (from, to) => {
    const [directory, target] = [makeTestDirectory(), makeTestDirectory()];
    await fill(directory, from);
    copyDatabase(databaseFile(directory, from), databaseFile(target, to)).release();
    expect(dump(target, to)).toBe(dump(directory, from));
    const bytes = readFileSync(databaseFile(target).path);
    expect(bytes.includes('Marcada')).toBe(to === null);
    const connection = openDatabase(target, { key: to });
    expect((await checkData(connection, createFileStore(join(target, 'files')))).faults).toEqual([]);
    connection.close();
  });

  it('is refused while somebody else has it open, and keeps everybody else out until it is released', async () => {
    const [directory, target, another] = [makeTestDirectory(), makeTestDirectory(), makeTestDirectory()];
    await fill(directory, null);
    const other = openDatabase(directory);
    expect(() => copyDatabase(databaseFile(directory), databaseFile(target, key))).toThrow(OpenElsewhereError);
    other.close();
    const copy = copyDatabase(databaseFile(directory), databaseFile(another, key));
    expect(() => connect(databaseFile(directory)).pragma('user_version')).toThrow(
      expect.objectContaining({ code: 'SQLITE_BUSY' }),
    );
    copy.release();
    expect(statSync(databaseFile(another).path).size).toBeGreaterThan(100_000);
    openDatabase(directory).close();
  });
});
