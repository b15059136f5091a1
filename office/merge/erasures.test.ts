import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanErased } from '#office/content/clean-erased.ts';
import { createFolderStore } from '#office/content/folder-store.ts';
import { erasedStamp } from '#shared/sync/erasure.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';
import { openTestOffice, storeKinds } from '#test/factories/open-test-office.ts';
import { makeTestCopy } from '#test/factories/test-copy.ts';

const erased = { base: null, gone: erasedStamp, stamps: {}, fields: {}, seen: {}, by: 'Ana' };

describe.each(storeKinds)('what was erased for good, at head office on %s', (kind) => {
  it('is gone with what hangs on it, and stays gone whatever comes, but for what the books need', async () => {
    const store = await openTestOffice(kind);
    const office = await makeTestCopy(store, { id: 'office01', branchId: null });
    const north = await makeTestCopy(store, { id: 'north001', branchId: 'north' });
    office.create('party', 'p1', { name: 'Ada' });
    office.create('activity', 'a1', { partyId: 'p1', text: 'Called Ada' });
    office.create('deal', 'd1', { partyId: 'p1', branchId: 'north' });
    for (const copy of [office, north]) await copy.sync();
    office.push({ type: 'party', id: 'p1', ...erased });
    await office.sync();
    north.change('party', 'p1', { name: 'Ada B.' });
    north.create('activity', 'a2', { partyId: 'p1', text: 'Ada again' });
    await north.sync();

    const rows = await store.read((tx) => tx.all<{ id: string; gone: string | null; fields: string }>('SELECT * FROM record'));
    const byId = new Map(rows.map(({ id, gone, fields }) => [id, { gone, fields }]));
    for (const id of ['p1', 'a1', 'a2']) expect(byId.get(id), id).toEqual({ gone: erasedStamp, fields: '{}' });
    expect(byId.get('d1')?.gone).toBeNull();
    expect(rows.filter(({ fields }) => fields.includes('Ada'))).toEqual([]);
    expect(north.get('party', 'p1')).toBeUndefined();
    await cleanErased({ store, content: createFolderStore(join(makeTestDirectory(), 'content')) });
    expect(await store.read((tx) => tx.all('SELECT * FROM erasing'))).toEqual([]);
  });
});
