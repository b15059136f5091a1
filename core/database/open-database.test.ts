import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { databasePath, NotUpdated, openDatabase } from '#core/database/open-database.ts';
import { localMigrations } from '#migrations/local/index.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

function faultOf(directory: string): NotUpdated {
  try {
    openDatabase(directory).close();
  } catch (error) {
    if (error instanceof NotUpdated) return error;
    throw error;
  }
  throw new Error('it was opened');
}

describe('opening the data', () => {
  it('makes folder and database at the first start, up to date', () => {
    const directory = join(makeTestDirectory(), 'new', 'folder');
    const connection = openDatabase(directory);
    expect(connection.pragma('user_version')).toEqual([{ user_version: localMigrations.at(-1)?.version }]);
    connection.close();
  });

  it('is safe against a power cut: saves are synced, foreign keys kept', () => {
    const connection = openDatabase(makeTestDirectory());
    expect(connection.pragma('synchronous')).toEqual([{ synchronous: 2 }]);
    expect(connection.pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect(connection.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    connection.close();
  });

  it('refuses a file from a newer version and leaves it as it is', () => {
    const directory = makeTestDirectory();
    const connection = openDatabase(directory);
    connection.pragma('user_version = 99990');
    connection.close();
    expect(() => openDatabase(directory)).toThrow(expect.objectContaining({ code: 'fromTheFuture' }));
    const left = connect(databasePath(directory));
    expect(left.pragma('user_version')).toEqual([{ user_version: 99_990 }]);
    left.close();
  });

  it('refuses a damaged file and leaves it as it is', () => {
    const directory = makeTestDirectory();
    const garbage = Buffer.alloc(8192, 'not a database ');
    writeFileSync(databasePath(directory), garbage);
    expect(() => openDatabase(directory)).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(readFileSync(databasePath(directory))).toEqual(garbage);
  });

  it('notices pages that were overwritten', () => {
    const directory = makeTestDirectory();
    openDatabase(directory).close();
    const file = openSync(databasePath(directory), 'r+');
    writeSync(file, Buffer.alloc(4096 * 3, 0xff), 0, 4096 * 3, 4096 * 5);
    closeSync(file);
    expect(() => openDatabase(directory)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('leaves as it was what can’t be brought up to date, to the last of several steps, and says where the copy made before is', () => {
    const directory = makeTestDirectory();
    const older = openDatabase(directory);
    // The step to 140 can be done again, a later one can't.
    older.execute('DROP TABLE consent; DROP INDEX tombstone_by_gone; DROP TABLE deal_text; PRAGMA user_version = 130;');
    older.close();
    const before = readFileSync(databasePath(directory));
    const first = faultOf(directory);
    expect(first).toMatchObject({ code: 'notUpdated', path: databasePath(directory) });
    expect(readFileSync(databasePath(directory)).equals(before)).toBe(true);
    const copy = connect(first.backup, { readonly: true });
    expect(copy.pragma('user_version')).toEqual([{ user_version: 130 }]);
    copy.close();
    // Trying again makes no further copy of the same.
    expect(faultOf(directory).backup).toBe(first.backup);
    // Unless the disk spoilt that one: what is named has to be whole.
    const spoilt = readFileSync(first.backup);
    spoilt.writeUInt8(spoilt.readUInt8(5000) ^ 0xff, 5000);
    writeFileSync(first.backup, spoilt);
    expect(readFileSync(faultOf(directory).backup).equals(before)).toBe(true);
  });

  it("refuses another program's database", () => {
    const directory = makeTestDirectory();
    const other = connect(databasePath(directory));
    other.execute('CREATE TABLE invoice (id INTEGER)');
    other.close();
    expect(() => openDatabase(directory)).toThrow(expect.objectContaining({ code: 'notOurs' }));
  });

  it('lets no save merge all words that are searched by: those indexes are merged bit by bit', () => {
    const connection = openDatabase(makeTestDirectory());
    const indexes = connection
      .readColumn<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")
      .all();
    const limits = indexes.map((name) =>
      connection.readColumn<[], number>(`SELECT v FROM "${name}_config" WHERE k = 'crisismerge'`).get(),
    );
    expect(indexes.length).toBeGreaterThan(2);
    expect(limits).toEqual(indexes.map(() => 256));
    connection.close();
  });

  it('has steps numbered by tens, in order', () => {
    const versions = localMigrations.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort((one, other) => one - other));
    for (const version of versions) expect(version % 10).toBe(0);
  });
});
