import { describe, expect, it } from 'vitest';
import { isSameDigest } from '#shared/sync/digest.ts';
import { millisecondsOf } from '#shared/sync/stamp.ts';
import { lockCompany } from '#office/company/company.ts';
import { exchange } from '#office/exchange.ts';
import type { OfficeStore } from '#office/store/office-store.ts';
import { openTestOffice, storeKinds } from '#test/factories/open-test-office.ts';
import { cloneCopy, makeTestCopy, testNow } from '#test/factories/test-copy.ts';
import type { TestCopy } from '#test/factories/test-copy.ts';

const year = 365 * 86_400_000;

async function count(store: OfficeStore, table: string): Promise<number> {
  const [row] = await store.read((tx) => tx.all<{ count: number }>(`SELECT COUNT(*) AS count FROM ${table}`));
  return Number(row?.count);
}

function expectSame(copy: TestCopy, answer: Awaited<ReturnType<TestCopy['sync']>>) {
  expect(answer.digest && isSameDigest(answer.digest, copy.digest())).toBe(true);
}

describe.each(storeKinds)('the exchange with head office on %s', (kind) => {
  async function open() {
    const store = await openTestOffice(kind);
    const office = await makeTestCopy(store, { id: 'office01', branchId: null });
    const north = await makeTestCopy(store, { id: 'north001', branchId: 'north' });
    const south = await makeTestCopy(store, { id: 'south001', branchId: 'south' });
    return { store, office, north, south };
  }

  it('brings what one branch writes to head office and, where clients are everybody’s, to other branches', async () => {
    const { office, north, south } = await open();
    north.create('party', 'p1', { name: 'Ada', branchId: 'north' });
    north.create('task', 't1', { title: 'Call', partyId: 'p1', branchId: 'north' });
    expectSame(north, await north.sync());
    expectSame(south, await south.sync());
    expectSame(office, await office.sync());
    expect(south.get('party', 'p1')).toEqual({ name: 'Ada', branchId: 'north' });
    expect(south.get('task', 't1')).toBeUndefined();
    expect(office.get('task', 't1')).toMatchObject({ title: 'Call' });
  });

  it('takes a batch once, though its answer is lost, it comes thrice or twice at once', async () => {
    const { store, north, office } = await open();
    north.create('party', 'p1', { name: 'Ada', branchId: 'north' });
    north.push({ type: 'party', id: 'p2', base: null, gone: null, stamps: {}, fields: { name: 'x' }, seen: {}, by: '' });
    const request = north.request(north.seal());
    const answers = [await north.send(request), ...(await Promise.all([north.send(request), north.send(request)]))];
    expect(new Set(answers.map(({ push }) => JSON.stringify(push))).size).toBe(1);
    expect(answers[0]?.push).toMatchObject({ type: 'taken', counter: 1, refused: [{ code: 'invalid' }] });
    expect(await count(store, 'record')).toBe(1);
    expect(await count(store, 'quarantine')).toBe(1);
    north.apply(answers[2] as never);
    north.change('party', 'p1', { name: 'Ada L.' });
    await north.sync();
    await office.sync();
    expect(office.get('party', 'p1')).toMatchObject({ name: 'Ada L.' });
  });

  it('takes two batches of different devices at once, each change with a seq of its own', async () => {
    const { store, north, south, office } = await open();
    for (const copy of [north, south])
      for (let index = 0; index < 50; index += 1) copy.create('party', `${copy.incarnation}-${index}`, { name: `${index}` });
    await Promise.all([north.sync(), south.sync()]);
    const seqs = await store.read((tx) => tx.all<{ seq: number }>('SELECT DISTINCT seq FROM record'));
    expect(seqs).toHaveLength(100);
    expectSame(office, await office.sync(7));
    expect(office.records.size).toBe(100);
  });

  it('notices two copies of one disk, and a backup that was put back', async () => {
    const { store, north } = await open();
    north.create('party', 'p0', { name: 'before' });
    await north.sync();
    const clone = cloneCopy(store, north, { id: 'north001', branchId: 'north' });
    north.create('party', 'p1', { name: 'one' });
    clone.create('party', 'p2', { name: 'other' });
    await north.sync();
    expect((await clone.send(clone.request(clone.seal()))).push).toEqual({ type: 'forked' });
    const restored = cloneCopy(store, clone, { id: 'north001', branchId: 'north' });
    const answer = await restored.send(restored.request(null));
    expect(answer.push).toEqual({ type: 'forked' });
    restored.apply(answer);
    expect(restored.get('party', 'p1')).toEqual({ name: 'one' });
  });

  it('notices a batch that goes on from another one than it has', async () => {
    const { store, north, office } = await open();
    const clone = cloneCopy(store, north, { id: 'north001', branchId: 'north' });
    north.create('party', 'p1', { name: 'one' });
    await north.sync();
    clone.create('party', 'p2', { name: 'other' });
    const first = clone.seal();
    clone.apply({
      ...(await office.send(office.request(null))),
      push: { type: 'taken', counter: 1, hash: first?.hash ?? '', refused: [], restamped: [] },
    });
    clone.create('party', 'p3', { name: 'next' });
    expect((await clone.send(clone.request(clone.seal()))).push).toEqual({ type: 'forked' });
  });

  it('names the batch that is missing', async () => {
    const { north } = await open();
    north.create('party', 'p1', { name: 'one' });
    const first = north.seal();
    expect((await north.send(north.request({ ...(first as NonNullable<typeof first>), counter: 3 }))).push).toEqual({
      type: 'missing',
      expected: 1,
    });
  });

  it('sets one bad change of a thousand aside and takes the others; mended, it is settled', async () => {
    const { store, north } = await open();
    for (let index = 0; index < 1000; index += 1) north.create('party', `p${index}`, { name: `${index}` });
    const bad = { type: 'party', id: 'p\u0000', base: null, gone: null, stamps: {}, fields: {}, seen: {}, by: '' };
    north.push({ ...bad, id: 'p500\u0000', base: '0mwm0nk740000north001', fields: { name: '\ud800\u0000' } });
    north.push({ ...bad, id: 'p501', fields: { name: 'x' } });
    await north.sync();
    expect(north.answers[0]).toMatchObject({ refused: [{ code: 'invalid' }, { code: 'invalid' }] });
    expect(await count(store, 'record')).toBe(1000);
    expect(await count(store, 'quarantine WHERE settled_at IS NULL')).toBe(2);
    north.change('party', 'p501', { name: 'y' });
    await north.sync();
    expect(await count(store, 'quarantine WHERE settled_at IS NULL')).toBe(1);
  });

  it('takes a note of 16 megabytes, and sets a change aside that is larger than any', async () => {
    const { store, north, office } = await open();
    north.create('party', 'p1', { notes: 'x'.repeat(16 * 2 ** 20) });
    north.create('party', 'p2', { notes: ['x'.repeat(25 * 2 ** 20)] });
    await north.sync();
    expect(north.answers[0]).toMatchObject({ refused: [{ index: 1, code: 'tooLarge' }] });
    await office.sync();
    expect(office.get('party', 'p1')?.['notes']).toHaveLength(16 * 2 ** 20);
    expect(await count(store, 'quarantine')).toBe(1);
  });

  it('drops what is left of a record that was removed and made again elsewhere meanwhile', async () => {
    const { north, south, office } = await open();
    north.create('party', 'p1', { name: 'old', city: 'Vigo' });
    for (const copy of [north, south, office]) await copy.sync();
    north.now += 1000;
    north.remove('party', 'p1');
    north.now += 1000;
    north.create('party', 'p1', { name: 'new' });
    for (const copy of [north, south, office]) expectSame(copy, await copy.sync());
    expect(south.get('party', 'p1')).toEqual({ name: 'new' });
  });

  it('keeps odd texts byte for byte', async () => {
    const { north, office } = await open();
    const fields = { name: '\u0000\ud800Ω\u2126ς😀', big: 2 ** 53, nothing: null, empty: '', branchId: 'north' };
    north.create('party', 'p1', fields);
    await north.sync();
    await office.sync();
    expect(office.get('party', 'p1')).toEqual(fields);
  });

  it('sets stamps from the future back, in their order, alike for ever, and says so', async () => {
    const { north, office } = await open();
    office.create('party', 'p1', { name: 'office', phone: '1' });
    await office.sync();
    await north.sync();
    north.now = testNow + year;
    north.change('party', 'p1', { name: 'first' });
    north.change('party', 'p1', { name: 'second' });
    const request = north.request(north.seal());
    north.now = testNow;
    const answer = await north.send(request);
    expect(answer.push).toMatchObject({ type: 'taken', refused: [] });
    const [first, second] = answer.push?.type === 'taken' ? answer.push.restamped : [];
    expect(first && second && first[0] < second[0] && first[1] < second[1]).toBe(true);
    expect(millisecondsOf(second?.[1] ?? '')).toBeLessThanOrEqual(testNow + 1);
    expect(second?.[1].slice(13)).toBe('north001');
    // A batch that was sealed before the answer came speaks of the old stamps still.
    north.apply(answer);
    north.push({
      type: 'party',
      id: 'p1',
      base: null,
      gone: null,
      by: 'north001',
      fields: { name: 'third' },
      stamps: { name: second?.[0].replace('north001', 'north002') ?? '' },
      seen: { name: second?.[0] ?? '' },
    });
    await north.sync();
    expect(north.answers[1]).toMatchObject({ type: 'taken', refused: [] });
    await office.sync();
    expect(office.get('party', 'p1')).toEqual({ name: 'third', phone: '1' });
    expect([...office.records.keys()].filter((key) => key.startsWith('conflict'))).toEqual([]);
  });

  it('keeps what loses a clash, with who and where, for people to settle', async () => {
    const { north, south, office } = await open();
    office.create('party', 'p1', { name: 'Ada', city: 'Vigo' });
    await office.sync();
    await north.sync();
    await south.sync();
    north.change('party', 'p1', { name: 'North' });
    south.now += 5000;
    south.change('party', 'p1', { name: 'South' });
    await south.sync();
    await north.sync();
    expectSame(office, await office.sync());
    expect(office.get('party', 'p1')).toEqual({ name: 'South', city: 'Vigo' });
    const conflicts = [...office.records.values()].filter(({ type }) => type === 'conflict');
    expect(conflicts.map(({ fields }) => fields)).toEqual([
      {
        recordType: 'party',
        recordId: 'p1',
        field: 'name',
        keptValue: 'South',
        keptBy: 'south001',
        keptStamp: expect.any(String),
        keptBranchId: 'south',
        lostValue: 'North',
        lostBy: 'north001',
        lostStamp: expect.any(String),
        lostBranchId: 'north',
        status: 'open',
        resolvedBy: null,
        resolvedAt: null,
        createdAt: testNow,
      },
    ]);
    expectSame(south, await south.sync());
    expectSame(north, await north.sync());
    expect(north.get('party', 'p1')).toMatchObject({ name: 'South' });
  });

  it('puts lists together that both added to, and asks only about an element that differs', async () => {
    const { north, south, office } = await open();
    const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, number: id }));
    office.create('party', 'p1', { phones: [a], tags: ['x'] });
    await office.sync();
    await north.sync();
    await south.sync();
    north.change('party', 'p1', { phones: [a, b], tags: ['x', 'north'] });
    south.now += 1000;
    south.change('party', 'p1', { phones: [a, c], tags: ['x', 'south'] });
    for (const copy of [north, south, north, south, office]) await copy.sync();
    for (const copy of [north, south, office]) {
      expect(copy.get('party', 'p1')).toEqual({ phones: [a, c, b], tags: ['x', 'south', 'north'] });
      expect([...copy.records.keys()]).toEqual(['party|p1']);
    }
    north.change('party', 'p1', { phones: [{ id: 'a', number: '1' }] });
    south.change('party', 'p1', { phones: [{ id: 'a', number: '2' }] });
    for (const copy of [north, south, north]) await copy.sync();
    expect([...north.records.keys()].filter((key) => key.startsWith('conflict'))).toHaveLength(1);
  });

  it('lets a removal stand against an edit, and doesn’t lose the edit', async () => {
    const { north, south } = await open();
    north.create('party', 'p1', { name: 'Ada' });
    await north.sync();
    await south.sync();
    south.change('party', 'p1', { name: 'Ada B.' });
    north.now += 1000;
    north.remove('party', 'p1');
    await north.sync();
    await south.sync();
    expectSame(north, await north.sync());
    expectSame(south, await south.sync());
    expect(south.get('party', 'p1')).toBeUndefined();
    const conflict = [...south.records.values()].find(({ type }) => type === 'conflict');
    expect(conflict?.fields).toMatchObject({ field: '', keptValue: null, lostValue: { name: 'Ada B.' }, lostBranchId: 'south' });
  });

  it('asks for the whole of what it has only a part of', async () => {
    const { north } = await open();
    const stamp = '0abcdefgh0000north001';
    const part = { type: 'party', id: 'p1', base: null, gone: null, by: '', seen: {} };
    north.push({ ...part, stamps: { name: stamp }, fields: { name: 'x' } });
    await north.sync();
    expect(north.answers[0]).toMatchObject({ refused: [{ index: 0, code: 'wholeNeeded' }] });
  });

  it('begins a new epoch, once, when a copy knows more than it does', async () => {
    const { store, north, south, office } = await open();
    for (const copy of [north, south, office]) {
      copy.create('party', copy.incarnation, { name: 'x' });
      await copy.sync();
    }
    await store.transaction(async (tx) => {
      for (const table of ['record', 'entry', 'digest', 'incarnation', 'batch']) await tx.run(`DELETE FROM ${table}`);
      await tx.run('UPDATE company SET seq = 0');
    });
    // All come while another process writes.
    const { promise: others, resolve: goOn } = Promise.withResolvers<void>();
    const writing = store.transaction(async (tx) => {
      await lockCompany(tx);
      await others;
    });
    const asking = [north, south, office].map((copy) => copy.send(copy.request(null)));
    await new Promise((resolve) => setTimeout(resolve, 150));
    goOn();
    await writing;
    const answers = await Promise.all(asking);
    expect(answers.map(({ page, push }) => ({ page, push }))).toEqual(answers.map(() => ({ page: null, push: null })));
    expect(new Set(answers.map(({ epoch }) => epoch)).size).toBe(1);
    expect(answers[0]?.epoch).not.toBe(north.epoch);
    north.create('party', 'late', { name: 'x' });
    expect(await north.send(north.request(north.seal()))).toMatchObject({ epoch: answers[0]?.epoch, push: null, page: null });
    expect(await count(store, 'record')).toBe(0);
  });

  it('refuses who is unknown or revoked, and what is no message or no batch', async () => {
    const { store, north } = await open();
    const call = (device: string, request: unknown) => exchange(store, { device, incarnation: 'i', request, now: testNow });
    expect(await call('nobody', north.request(null))).toEqual({ kind: 'fault', code: 'unknownDevice' });
    expect(await call('north001', { kind: 'else' })).toEqual({ kind: 'fault', code: 'unknownRequest' });
    expect(await call('north001', null)).toEqual({ kind: 'fault', code: 'unknownRequest' });
    expect(await call('north001', { ...north.request(null), cursor: -1 })).toEqual({ kind: 'fault', code: 'malformed' });
    north.create('party', 'p1', { name: 'x' });
    const batch = north.seal() as NonNullable<ReturnType<TestCopy['seal']>>;
    expect(await call('north001', north.request({ ...batch, changes: [] }))).toEqual({ kind: 'fault', code: 'malformed' });
    await store.transaction((tx) => tx.run("UPDATE device SET status = 'revoked'"));
    expect(await call('north001', north.request(batch))).toEqual({ kind: 'fault', code: 'revoked' });
    const compare = { kind: 'compare', ask: 'buckets' };
    expect(await call('north001', compare)).toEqual({ kind: 'fault', code: 'revoked' });
    expect(await count(store, 'record')).toBe(0);
  });

  it('doesn’t take the days a file was on its way for a clock that is off, nor its arrival for a contact', async () => {
    const { store, north } = await open();
    const madeAt = testNow - 5 * 86_400_000;
    const device = async () => (await store.read((tx) => tx.all("SELECT * FROM device WHERE id = 'north001'")))[0];
    north.create('party', 'p1', { name: 'y' });
    const early = { ...north.request(north.seal()), at: madeAt, byFile: true as const, program: '0.2.0' };
    await north.send({ ...early, waiting: 2 });
    const made = { last_contact_at: madeAt, clock_offset: null, program_version: '0.2.0', waiting: 2 };
    expect(await device()).toMatchObject(made);
    await north.send({ ...early, batch: null, at: madeAt - 1, waiting: 9 });
    expect(await device()).toMatchObject(made);
    await north.send({ ...early, batch: null, at: testNow + 86_400_000 });
    expect(await device()).toMatchObject({ last_contact_at: testNow, clock_offset: null });
  });

  it('counts a comparison as a contact', async () => {
    const { store, north } = await open();
    await north.send(north.request(null));
    const now = testNow + 60_000;
    await exchange(store, { device: 'north001', incarnation: 'i', request: { kind: 'compare', ask: 'buckets' }, now });
    const [row] = await store.read((tx) => tx.all("SELECT last_contact_at FROM device WHERE id = 'north001'"));
    expect(row).toEqual({ last_contact_at: now });
  });

  it('takes nothing from a program that is too old, but serves it', async () => {
    const { store, north, office } = await open();
    office.create('party', 'p1', { name: 'x' });
    await office.sync();
    await store.transaction((tx) => tx.run('UPDATE company SET minimum_protocol = 2'));
    north.create('party', 'p2', { name: 'y' });
    const answer = await north.send(north.request(north.seal()));
    expect(answer.push).toEqual({ type: 'outdated', minimum: 2 });
    north.apply(answer);
    expect(north.get('party', 'p1')).toEqual({ name: 'x' });
    expect(await count(store, 'record')).toBe(1);
  });

  it('writes down how far a device is', async () => {
    const { store, north } = await open();
    north.create('party', 'p1', { name: 'y' });
    const request = { ...north.request(north.seal()), at: testNow + 5000, waiting: 3 };
    await north.send(request);
    const [row] = await store.read((tx) => tx.all("SELECT * FROM device WHERE id = 'north001'"));
    expect(row).toMatchObject({ last_contact_at: testNow, clock_offset: 5000, waiting: 3, cursor: 0, schema_version: 100 });
    expect(row).toMatchObject({ complete_at: null, protocol: 1 });
    await north.send({ ...request, waiting: 0 });
    expect(await store.read((tx) => tx.all("SELECT complete_at FROM device WHERE id = 'north001'"))).toEqual([
      { complete_at: testNow },
    ]);
  });
});
