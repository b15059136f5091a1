import { describe, expect, it } from 'vitest';
import { openOfficeStore } from '#office/store/open-office-store.ts';
import { makeOfficePlace, openTestOffice, storeKinds } from '#test/factories/open-test-office.ts';

describe.each(storeKinds)('head office’s data on %s', (kind) => {
  it('is made once, with one company, though several processes open it at once', async () => {
    const place = await makeOfficePlace(kind);
    const stores = await Promise.all([1, 2, 3].map(() => openTestOffice(kind, place)));
    const companies = await Promise.all(
      stores.map((store) => store.read((tx) => tx.all<{ id: string }>('SELECT id FROM company'))),
    );
    expect(new Set(companies.map(([company]) => company?.id)).size).toBe(1);
    expect(companies.map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('refuses data of a newer program and leaves it as it is', async () => {
    const place = await makeOfficePlace(kind);
    const store = await openTestOffice(kind, place);
    await store.transaction((tx) => tx.run("INSERT INTO schema_version (version, name) VALUES (99990, 'later')"));
    await expect(openOfficeStore(place)).rejects.toMatchObject({ code: 'fromTheFuture' });
  });

  it('takes back all of a transaction that fails', async () => {
    const store = await openTestOffice(kind);
    const failing = store.transaction(async (tx) => {
      await tx.run('UPDATE company SET seq = 7');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.read((tx) => tx.all('SELECT seq FROM company'))).toEqual([{ seq: 0 }]);
  });

  it('lets transactions wait for one another, and reads see one moment', async () => {
    const store = await openTestOffice(kind);
    const seen = await store.read(async (reading) => {
      const before = await reading.all<{ seq: number }>('SELECT seq FROM company');
      await Promise.all(Array.from({ length: 5 }, () => store.transaction((tx) => tx.run('UPDATE company SET seq = seq + 1'))));
      return [before, await reading.all<{ seq: number }>('SELECT seq FROM company')];
    });
    expect(seen).toEqual([[{ seq: 0 }], [{ seq: 0 }]]);
    expect(await store.read((tx) => tx.all('SELECT seq FROM company'))).toEqual([{ seq: 5 }]);
  });

  it('does once more what another process came in between', async () => {
    const store = await openTestOffice(kind);
    const counts = Array.from({ length: 6 }, (_, index) => ({ hash: `h${index % 2}`, other: `h${(index + 1) % 2}` }));
    await store.transaction((tx) => tx.run("INSERT INTO content (hash, size, held_at) VALUES ('h0', 0, 0), ('h1', 0, 0)"));
    await Promise.all(
      counts.map(({ hash, other }) =>
        store.transaction(async (tx) => {
          await tx.run('UPDATE content SET size = size + 1 WHERE hash = ?', hash);
          await new Promise((resolve) => setTimeout(resolve, 5));
          await tx.run('UPDATE content SET size = size + 1 WHERE hash = ?', other);
        }),
      ),
    );
    expect(await store.read((tx) => tx.all('SELECT size FROM content ORDER BY hash'))).toEqual([{ size: 6 }, { size: 6 }]);
  });

  it('keeps whole numbers beyond 32 bits, nothing, and texts of any language', async () => {
    const store = await openTestOffice(kind);
    const table = { name: 'content', columns: { hash: 'text', size: 'number', held_at: 'number' }, key: ['hash'] } as const;
    const rows = [
      ['"\\{},\'Ω', 2 ** 52, 1],
      ['', 0, 2],
    ] as const;
    await store.transaction((tx) => tx.upsert(table, rows));
    await store.transaction((tx) => tx.upsert(table, [['', 5, 3]]));
    const read = await store.read((tx) => tx.all<{ hash: string }>('SELECT * FROM content ORDER BY held_at'));
    expect(read).toEqual([
      { hash: '"\\{},\'Ω', size: 2 ** 52, held_at: 1 },
      { hash: '', size: 5, held_at: 3 },
    ]);
  });
});
