import { describe, expect, it } from 'vitest';
import { combine, digestOf, emptyDigest } from '#shared/sync/digest.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { CompareRequest, CompareResponse, Page } from '#shared/sync/protocol.ts';
import { exchange } from '#office/exchange.ts';
import { writeRecords } from '#office/merge/write-records.ts';
import type { OfficeStore } from '#office/store/office-store.ts';
import { openTestOffice, storeKinds } from '#test/factories/open-test-office.ts';
import { makeTestCopy, testNow } from '#test/factories/test-copy.ts';

type Ask = CompareRequest extends infer Request ? (Request extends unknown ? Omit<Request, 'kind'> : never) : never;

async function ask(store: OfficeStore, device: string, question: Ask): Promise<CompareResponse> {
  const answer = await exchange(store, { device, incarnation: 'any', request: { kind: 'compare', ...question }, now: testNow });
  if (answer.kind !== 'compare') throw new Error(JSON.stringify(answer));
  return answer;
}

function changesOf(page: Page | null) {
  return unpack(page?.changes ?? []);
}

describe.each(storeKinds)('what head office serves on %s', (kind) => {
  async function open() {
    const store = await openTestOffice(kind);
    const office = await makeTestCopy(store, { id: 'office01', branchId: null });
    const north = await makeTestCopy(store, { id: 'north001', branchId: 'north' });
    const twin = await makeTestCopy(store, { id: 'north002', branchId: 'north' });
    return { store, office, north, twin };
  }

  it('doesn’t send back what a copy wrote itself, but what others wrote since', async () => {
    const { north, twin } = await open();
    north.create('party', 'p1', { name: 'Ada', city: '' });
    const first = await north.send(north.request(north.seal()));
    expect(changesOf(first.page)).toEqual([]);
    north.apply(first);
    await twin.sync();
    north.change('party', 'p1', { name: 'Ada B.' });
    twin.change('party', 'p1', { city: 'Vigo' });
    await twin.sync();
    const second = await north.send(north.request(north.seal()));
    expect(changesOf(second.page).flatMap(({ fields }) => Object.keys(fields))).toContain('city');
    north.apply(second);
    expect(north.get('party', 'p1')).toEqual({ name: 'Ada B.', city: 'Vigo' });
  });

  it('sends only the fields written since, by whom they were written', async () => {
    const { office, north, twin } = await open();
    office.create('party', 'p1', { name: 'Ada', city: 'Vigo', notes: 'long' });
    for (const copy of [office, north, twin]) await copy.sync();
    north.change('party', 'p1', { name: 'Ada B.' });
    twin.change('party', 'p1', { city: 'Lugo' });
    for (const copy of [north, twin]) await copy.sync();
    const { page } = await office.send(office.request(null));
    const sent = changesOf(page).map(({ base, by, fields }) => ({ base, by, fields }));
    expect(sent).toHaveLength(2);
    expect(sent).toContainEqual({ base: null, by: 'north001', fields: { name: 'Ada B.' } });
    expect(sent).toContainEqual({ base: null, by: 'north002', fields: { city: 'Lugo' } });
  });

  it('sends a new copy neither what was removed nor what went elsewhere', async () => {
    const { store, office } = await open();
    office.create('party', 'p1', { name: 'x' });
    office.create('party', 'p2', { name: 'y' });
    await office.sync();
    office.remove('party', 'p1');
    await office.sync();
    const later = await makeTestCopy(store, { id: 'north009', branchId: 'north' });
    const { page } = await later.send(later.request(null));
    expect(changesOf(page).map(({ id }) => id)).toEqual(['p2']);
  });

  it('tells a copy at its first exchange what is gone of that which it brought', async () => {
    const { store, office, north } = await open();
    north.create('party', 'p1', { name: 'x' });
    await north.send(north.request(north.seal(), 0));
    await office.sync();
    office.remove('party', 'p1');
    await office.sync();
    const { digest } = await north.sync();
    expect(north.get('party', 'p1')).toBeUndefined();
    expect(digest).toEqual(north.digest());
    expect(await store.read((tx) => tx.all("SELECT cursor FROM device WHERE id = 'north001'"))).toEqual([{ cursor: 0 }]);
  });

  it('ends a page when it is long enough, though one record may be longer', async () => {
    const { store, office } = await open();
    for (let index = 0; index < 6; index += 1)
      office.create('party', `p${index}`, { notes: 'x'.repeat(index === 3 ? 5000 : 400) });
    await office.sync();
    const reader = await makeTestCopy(store, { id: 'north009', branchId: 'north', maxBytes: 1000 });
    const sizes: number[] = [];
    for (;;) {
      const response = await reader.send(reader.request(null));
      reader.apply(response);
      sizes.push(changesOf(response.page).length);
      if (response.page?.next === response.page?.head) break;
    }
    expect(sizes).toEqual([2, 1, 1, 2]);
    expect(reader.records.size).toBe(6);
  });

  it('serves ten thousand records of one stamp over the edges of pages', async () => {
    const { office, north } = await open();
    const stamp = '0mwm0nk740000office01';
    for (let index = 0; index < 10_000; index += 1)
      office.push({ type: 'party', id: `p${index}`, base: stamp, gone: null, stamps: {}, fields: {}, seen: {}, by: '' });
    await office.sync();
    const { digest } = await north.sync(999);
    expect(north.records.size).toBe(10_000);
    expect(digest).toEqual(north.digest());
  });

  it('narrows a difference down to records, and tells what is to go', async () => {
    const { store, office, north } = await open();
    office.create('setting', 'clientCards', { value: 'private' });
    office.create('party', 'p1', { name: 'Ada', branchId: 'north' });
    office.create('party', 'p2', { name: 'Bea', branchId: 'south' });
    office.create('party', 'p3', { name: 'Eva', branchId: 'north' });
    office.create('party', 'p4', { name: 'Isa', branchId: 'north' });
    await office.sync();
    office.remove('party', 'p3');
    office.change('party', 'p4', { branchId: 'south' });
    await office.sync();
    await north.sync();
    const buckets = await ask(store, 'north001', { ask: 'buckets' });
    const total = buckets.ask === 'buckets' ? buckets.buckets.reduce(combine, emptyDigest) : null;
    expect(total).toEqual(north.digest());
    const listed: string[] = [];
    for (let bucket = 0; bucket < 256; bucket += 1) {
      const answer = await ask(store, 'north001', { ask: 'bucket', bucket });
      if (answer.ask === 'bucket')
        for (const [type, id, high, low] of answer.records) {
          listed.push(`${type}|${id}`);
          expect({ high, low }).toEqual(digestOf(north.records.get(`${type}|${id}`) as never));
        }
    }
    expect(listed.sort()).toEqual(['party|p1', 'setting|clientCards']);
    const wanted = ['p1', 'p2', 'p3', 'p4', 'unknown', '\u0000'].map((id): [string, string] => ['party', id]);
    const records = await ask(store, 'north001', { ask: 'records', records: wanted });
    // Of p2, which was never the north's, it isn't even told that it is there.
    expect(records).toMatchObject({ leaves: [['party', 'p4']] });
    expect(records.ask === 'records' && unpack(records.changes).map(({ id, fields }) => [id, fields['name']])).toEqual([
      ['p1', 'Ada'],
      ['p3', undefined],
    ]);
  });

  it('moves thousands of records when client cards become private', async () => {
    const { office, north, twin } = await open();
    for (let index = 0; index < 2500; index += 1)
      office.create('party', `p${index}`, { branchId: index % 2 === 0 ? 'north' : 'south' });
    await office.sync();
    await north.sync();
    expect(north.records.size).toBe(2500);
    office.create('setting', 'clientCards', { value: 'private' });
    await office.sync();
    for (const copy of [north, twin]) {
      const { digest } = await copy.sync(700);
      expect(copy.records.size).toBe(1251);
      expect(digest).toEqual(copy.digest());
    }
  });

  it('writes records in its own name', async () => {
    const { store, north } = await open();
    const write = (fields: object) => ({ type: 'branch', id: 'north', fields: { ...fields } });
    await store.transaction((tx) => writeRecords(tx, { writes: [write({ name: 'North' })], by: 'Head office', now: testNow }));
    await north.sync();
    await store.transaction((tx) =>
      writeRecords(tx, { writes: [write({ name: 'The North' })], by: 'Head office', now: testNow }),
    );
    await north.sync();
    expect(north.get('branch', 'north')).toEqual({ name: 'The North' });
  });

  it('asks the database for no record by a name that no record can have', async () => {
    const { store, north, office } = await open();
    north.create('activity', 'a1', { partyId: '\u0000', taskId: '\ud800' });
    north.create('conflict', 'c1', { recordType: '\u0000', recordId: 'x', status: 'open' });
    north.create('file', 'f1', { hash: '\u0000', partyId: 7 });
    await north.sync();
    expect(north.answers.at(-1)).toMatchObject({ type: 'taken', refused: [] });
    await office.sync();
    expect(office.records.size).toBe(3);
    expect(await store.read((tx) => tx.all('SELECT * FROM record_parent'))).toEqual([]);
  });

  it('takes conflicts that stand in a circle', async () => {
    const { north, twin } = await open();
    north.create('conflict', 'c1', { recordType: 'conflict', recordId: 'c2' });
    north.create('conflict', 'c2', { recordType: 'conflict', recordId: 'c1' });
    await north.sync();
    north.change('conflict', 'c1', { recordId: 'c1' });
    await north.sync();
    const { digest } = await twin.sync();
    expect(digest).toEqual(twin.digest());
    expect(north.answers).toMatchObject([{ refused: [] }, { refused: [] }]);
  });
});
