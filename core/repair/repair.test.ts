import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { databasePath } from '#core/database/open-database.ts';
import { createDemo } from '#core/demo/commands.ts';
import { openData } from '#core/host/command-line/open-data.ts';
import { repairData, surveyData } from '#core/repair/repair-data.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const pageSize = 4096;
const people = 400;

/** A data folder with some hundred clients and what belongs to them, closed. */
function makeShop() {
  const directory = makeTestDirectory();
  const { connection, store, actor } = openData(directory);
  store.performNow({ actor, kind: 'demo', subject: '' }, (act) => createDemo(act, demo));
  const pages = pagesOf(connection);
  connection.close();
  return { directory, path: databasePath(directory), pages };
}
const demo = { country: 'ES', contacts: people, seed: 1 };

/** The first page of each table and index, by name. */
function pagesOf(connection: ReturnType<typeof openData>['connection']) {
  const rows = connection.readRaw<[], [string, number]>('SELECT name, rootpage FROM sqlite_schema').all();
  const roots = new Map(rows);
  return (name: string) => roots.get(name) ?? 0;
}

function spoil(path: string, change: (bytes: Buffer) => void) {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

/** Numbers of the leaves of a table, as SQLite's pages say: the children of its root. */
function leavesOf(bytes: Buffer, rootPage: number): readonly number[] {
  const start = (rootPage - 1) * pageSize;
  if (bytes[start] !== 5) return [rootPage];
  const cells = bytes.readUInt16BE(start + 3);
  return Array.from({ length: cells }, (_, index) => bytes.readUInt32BE(start + bytes.readUInt16BE(start + 12 + index * 2)));
}

async function repair(directory: string) {
  return await repairData({ dataDirectory: directory, key: null, at: Date.UTC(2026, 10, 22), report: () => undefined });
}

async function look(directory: string) {
  const { connection, files } = openData(directory);
  const count = (table: string) => connection.readColumn<[], number>(`SELECT count(*) FROM ${table}`).get() ?? 0;
  const found = { parties: count('party'), links: count('link'), faults: (await checkData(connection, files)).faults };
  connection.close();
  return found;
}

describe('repairing a damaged database', () => {
  it('saves everything but what was on the page that is gone, and lets nothing hang loose', async () => {
    const { directory, path, pages } = makeShop();
    const before = await look(directory);
    spoil(path, (bytes) => {
      const leaves = leavesOf(bytes, pages('party'));
      const gone = leaves[Math.floor(leaves.length / 2)] ?? 0;
      bytes.fill(0, (gone - 1) * pageSize, gone * pageSize);
    });
    expect(() => openData(directory)).toThrow(expect.objectContaining({ code: 'damaged' }) as Error);
    const report = await repair(directory);
    const after = await look(directory);
    expect(after.faults).toEqual([]);
    expect(after.parties).toBeGreaterThan(before.parties - 20);
    expect(after.parties).toBeLessThan(before.parties);
    const parties = report.tables.find(({ table }) => table === 'party');
    expect(parties).toEqual({ table: 'party', saved: after.parties, lost: before.parties - after.parties });
  });

  it('counts first what would be saved and what is lost, and changes nothing', async () => {
    const { directory, path, pages } = makeShop();
    spoil(path, (bytes) => {
      const gone = leavesOf(bytes, pages('party'))[3] ?? 0;
      bytes.fill(0, (gone - 1) * pageSize, gone * pageSize);
    });
    const [damaged, files] = [readFileSync(path), readdirSync(directory).toSorted()];
    const tables = await surveyData({ dataDirectory: directory, key: null });
    expect(readFileSync(path).equals(damaged)).toBe(true);
    expect(readdirSync(directory).toSorted()).toEqual([...files, 'temp'].toSorted());
    expect(readdirSync(join(directory, 'temp'))).toEqual([]);
    const { tables: repaired } = await repair(directory);
    expect(tables.find(({ table }) => table === 'party')?.lost).toBeGreaterThan(0);
    for (const name of ['party', 'link', 'history', 'act'])
      expect(tables.find(({ table }) => table === name)).toEqual(repaired.find(({ table }) => table === name));
  });

  it('leaves the damaged file beside as it was', async () => {
    const { directory, path } = makeShop();
    spoil(path, (bytes) => bytes.fill(0xff, 40 * pageSize, 42 * pageSize));
    const damaged = readFileSync(path);
    const { folder } = await repair(directory);
    expect(readFileSync(join(folder, 'cartera.db')).equals(damaged)).toBe(true);
    expect(readdirSync(folder)).toContain('repair.json');
    expect(existsSync(join(directory, 'restore'))).toBe(false);
  });

  it('opens one whose first bytes are gone', async () => {
    const { directory, path } = makeShop();
    const before = await look(directory);
    spoil(path, (bytes) => bytes.fill(0, 0, 100));
    await repair(directory);
    expect(await look(directory)).toEqual(before);
  });

  it('saves what is left of one that was cut off', async () => {
    const { directory, path } = makeShop();
    const size = readFileSync(path).length;
    truncateSync(path, Math.floor((size * 0.7) / pageSize) * pageSize + 1000);
    const report = await repair(directory);
    const { faults } = await look(directory);
    expect(faults).toEqual([]);
    expect(report.tables.reduce((sum, { saved }) => sum + saved, 0)).toBeGreaterThan(people);
  });

  it('isn’t led in circles by a page that points back', async () => {
    const { directory, path, pages } = makeShop();
    const before = await look(directory);
    spoil(path, (bytes) => {
      const root = (pages('party') - 1) * pageSize;
      // The last page is said to be one of the first.
      bytes.writeUInt32BE(leavesOf(bytes, pages('party'))[2] ?? 0, root + 8);
    });
    const { tables } = await repair(directory);
    const after = await look(directory);
    expect(after.faults).toEqual([]);
    expect(after.parties).toBeGreaterThan(before.parties - 20);
    expect(tables.find(({ table }) => table === 'party')?.saved).toBe(after.parties);
  });

  it('finds by the indexes what lies between two pages that are gone', async () => {
    const { directory, path, pages } = makeShop();
    const before = await look(directory);
    let leaves = 0;
    spoil(path, (bytes) => {
      const all = leavesOf(bytes, pages('party'));
      leaves = all.length;
      // Every tenth page: looking ahead in the order of the table leaps over good ones.
      for (const page of all.filter((_, index) => index % 10 === 3)) bytes.fill(0, (page - 1) * pageSize, page * pageSize);
    });
    expect(leaves).toBeGreaterThan(30);
    await repair(directory);
    const after = await look(directory);
    expect(after.faults).toEqual([]);
    expect(after.parties).toBeLessThan(before.parties * 0.95);
    expect(after.parties).toBeGreaterThan(before.parties * 0.84);
  });

  it('works out words and numbers to search by again', async () => {
    const { directory, path, pages } = makeShop();
    const before = await look(directory);
    spoil(path, (bytes) => {
      for (const name of ['party_phone', 'party_text_data', 'party_by_name'])
        bytes.fill(0, (pages(name) - 1) * pageSize, pages(name) * pageSize);
    });
    await repair(directory);
    expect(await look(directory)).toEqual(before);
  });

  it('takes along what is in the log only, and does without a log that is lost', async () => {
    const { directory, path } = makeShop();
    const { connection, store, actor } = openData(directory);
    store.performNow({ actor, kind: 'demo', subject: '' }, (act) => createDemo(act, { ...demo, seed: 2 }));
    const wal = readFileSync(`${path}-wal`);
    const main = readFileSync(path);
    connection.close();
    writeFileSync(path, main);
    writeFileSync(`${path}-wal`, wal);
    spoil(path, (bytes) => bytes.fill(0, 0, 16));
    await repair(directory);
    expect((await look(directory)).parties).toBeGreaterThan(people * 2);
    rmSync(join(directory, 'cartera.db'));
    writeFileSync(path, main);
    await repair(directory);
    expect((await look(directory)).faults).toEqual([]);
  });

  it('gives up, changing nothing, where nothing can be read', async () => {
    const { directory, path } = makeShop();
    spoil(path, (bytes) => bytes.fill(7));
    const damaged = readFileSync(path);
    await expect(repair(directory)).rejects.toMatchObject({ code: 'damaged' });
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });
});
