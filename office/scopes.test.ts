import { describe, expect, it } from 'vitest';
import { isSameDigest } from '#shared/sync/digest.ts';
import { unpack } from '#shared/sync/pack.ts';
import { openTestOffice, storeKinds } from '#test/factories/open-test-office.ts';
import { makeTestCopy } from '#test/factories/test-copy.ts';
import type { TestCopy } from '#test/factories/test-copy.ts';

async function expectInStep(...copies: readonly TestCopy[]) {
  for (const copy of copies) {
    const { digest } = await copy.sync();
    expect(digest && isSameDigest(digest, copy.digest())).toBe(true);
  }
}

function codes(copy: TestCopy): readonly string[] {
  const last = copy.answers.at(-1);
  return last?.type === 'taken' ? last.refused.map(({ code }) => code) : [last?.type ?? 'none'];
}

describe.each(storeKinds)('who gets what on %s', (kind) => {
  async function open(clientCards: 'common' | 'private' = 'private') {
    const store = await openTestOffice(kind);
    const office = await makeTestCopy(store, { id: 'office01', branchId: null });
    const north = await makeTestCopy(store, { id: 'north001', branchId: 'north' });
    const south = await makeTestCopy(store, { id: 'south001', branchId: 'south' });
    office.create('setting', 'clientCards', { value: clientCards });
    await office.sync();
    return { store, office, north, south };
  }

  /** A client of the north with all that may hang on one. */
  function createClient(copy: TestCopy) {
    copy.create('party', 'p1', { name: 'Ada', branchId: 'north' });
    copy.create('deal', 'd1', { title: 'Door', partyId: 'p1', branchId: 'north', status: 'open' });
    copy.create('deal_line', 'l1', { dealId: 'd1', pieces: 2 });
    copy.create('task', 't1', { title: 'Call', partyId: 'p1', dealId: 'd1', branchId: 'north' });
    copy.create('activity', 'a1', { text: 'rang', partyId: 'p1', taskId: 't1' });
    copy.create('file', 'f1', { name: 'plan.pdf', activityId: 'a1', partyId: 'p1', hash: 'ab'.repeat(32) });
  }

  it('sends a private client, and what hangs on it, to head office and its branch alone', async () => {
    const { office, north, south } = await open();
    createClient(north);
    await expectInStep(north, south, office);
    expect([...south.records.keys()]).toEqual(['setting|clientCards']);
    expect(office.records.size).toBe(7);
  });

  it('takes a moved client away from one branch and gives it to the other, with all that hangs on it', async () => {
    const { office, north, south } = await open();
    createClient(north);
    await expectInStep(north, office);
    for (const [type, id] of [
      ['party', 'p1'],
      ['deal', 'd1'],
      ['task', 't1'],
    ] as const)
      office.change(type, id, { branchId: 'south' });
    await expectInStep(office, south, north);
    expect([...north.records.keys()]).toEqual(['setting|clientCards']);
    expect([...south.records.keys()].sort()).toEqual(
      ['activity|a1', 'deal_line|l1', 'deal|d1', 'file|f1', 'party|p1', 'setting|clientCards', 'task|t1'].sort(),
    );
    for (const copy of [south, office]) expect(copy.get('activity', 'a1')).toMatchObject({ text: 'rang' });
    // And back.
    for (const [type, id] of [
      ['task', 't1'],
      ['deal', 'd1'],
      ['party', 'p1'],
    ] as const)
      south.change(type, id, { branchId: 'north' });
    await expectInStep(south, north, office);
    expect(north.records.size).toBe(7);
    expect(south.records.size).toBe(1);
  });

  it('shares a client with another branch and takes it back', async () => {
    const { north, south, office } = await open();
    createClient(north);
    north.change('party', 'p1', { sharedWith: ['south'] });
    await expectInStep(north, south, office);
    expect(south.get('party', 'p1')).toMatchObject({ name: 'Ada' });
    expect(south.get('deal', 'd1')).toBeUndefined();
    north.change('party', 'p1', { sharedWith: [] });
    await expectInStep(north, south);
    expect([...south.records.keys()]).toEqual(['setting|clientCards']);
  });

  it('works all places out anew when client cards become private or common', async () => {
    const { office, north, south } = await open('common');
    createClient(north);
    north.create('party', 'p2', { name: 'Company', branchId: 'north' });
    north.create('link', 'k1', { contactId: 'p1', companyId: 'p2' });
    await expectInStep(north, south, office);
    expect([...south.records.keys()].sort()).toEqual(['link|k1', 'party|p1', 'party|p2', 'setting|clientCards']);
    office.change('setting', 'clientCards', { value: 'private' });
    await expectInStep(office, north, south);
    expect([...south.records.keys()]).toEqual(['setting|clientCards']);
    expect(north.records.size).toBe(9);
    office.change('setting', 'clientCards', { value: 'common' });
    await expectInStep(office, north, south);
    expect(south.get('link', 'k1')).toBeDefined();
  });

  it('shows what was bought elsewhere, but not what was paid, when head office says so', async () => {
    const { office, north, south } = await open('common');
    createClient(north);
    north.create('payment', 'y1', { dealId: 'd1', partyId: 'p1', amount: 5 });
    north.change('deal', 'd1', { status: 'won' });
    office.create('setting', 'purchasesInOtherBranches', { value: true });
    await expectInStep(north, office, south, north);
    expect(south.get('deal', 'd1')).toMatchObject({ status: 'won' });
    expect(south.get('deal_line', 'l1')).toBeDefined();
    expect(south.get('payment', 'y1')).toBeUndefined();
    south.change('deal', 'd1', { title: 'mine' });
    south.create('payment', 'y2', { dealId: 'd1', partyId: 'p1', amount: 7 });
    await south.sync();
    expect(codes(south)).toEqual(['notYours', 'notYours']);
    office.change('setting', 'purchasesInOtherBranches', { value: false });
    await office.sync();
    await south.sync();
    expect(south.get('deal', 'd1')).toBeUndefined();
  });

  it('refuses what a branch may not write: other branches’ records, new ones in their name, head office’s kinds', async () => {
    const { office, north, south, store } = await open();
    createClient(north);
    await expectInStep(north);
    south.create('party', 'p9', { name: 'forged', branchId: 'north' });
    south.create('activity', 'a9', { text: 'forged', partyId: 'p1' });
    south.create('pipeline', 'x', { name: 'mine' });
    south.create('user', 'u1', { name: 'Bo', branchId: 'north' });
    south.create('user', 'u2', { name: 'Bea', branchId: 'south', role: 'seller' });
    for (const branchId of ['*', 'all', 'office', 'a,b', '\u0000'])
      south.create('party', `q${branchId.length}${branchId.codePointAt(0)}`, { name: 'x', branchId });
    await south.sync();
    expect(codes(south).filter((code) => code === 'notYours')).toHaveLength(4);
    expect(codes(south).filter((code) => code === 'invalid')).toHaveLength(5);
    await expectInStep(office, north);
    expect([...office.records.keys()].filter((key) => /9|pipeline|q|u1/.test(key))).toEqual([]);
    expect(office.get('user', 'u2')).toBeDefined();
    const rows = await store.read((tx) => tx.all('SELECT reason FROM quarantine'));
    expect(rows).toHaveLength(9);
  });

  it('doesn’t tell a branch whether a record is there that it never had', async () => {
    const { north, south } = await open();
    createClient(north);
    await north.sync();
    const stamp = '0zzzzzzzz0000south001'.replace('0zzzzzzzz', '0mwm0nk74');
    for (const id of ['p1', 'unknown']) {
      const change = {
        type: 'party',
        id,
        base: null,
        gone: null,
        stamps: { name: stamp },
        fields: { name: 'x' },
        seen: {},
        by: '',
      };
      south.push(change);
      await south.sync();
      expect(codes(south)).toEqual(['wholeNeeded']);
    }
    expect(south.records.size).toBe(1);
    await north.sync();
    expect(north.get('party', 'p1')).toMatchObject({ name: 'Ada' });
  });

  it('takes an edit that was made before the branch could know that the client was moved away, but none after', async () => {
    const { office, north, south } = await open();
    north.create('party', 'p1', { name: 'Ada', branchId: 'north' });
    await expectInStep(north, office);
    office.change('party', 'p1', { branchId: 'south' });
    await office.sync();
    north.change('party', 'p1', { name: 'Ada B.' });
    const late = { ...north.records.get('party|p1') };
    await expectInStep(north, south);
    expect(codes(north)).toEqual([]);
    expect(south.get('party', 'p1')).toEqual({ name: 'Ada B.', branchId: 'south' });
    expect(north.get('party', 'p1')).toBeUndefined();
    const stamps = { name: (late.stamps?.['name'] ?? '').replace(/.$/, '2') };
    const change = { type: 'party', id: 'p1', base: null, gone: null, by: '', seen: {}, stamps, fields: { name: 'after' } };
    north.push(change);
    await north.sync();
    expect(codes(north)).toEqual(['outOfScope']);
  });

  it('doesn’t let a branch fetch back what was moved away by claiming not to know', async () => {
    const { office, north, south } = await open();
    north.create('party', 'p1', { name: 'Ada', branchId: 'north' });
    await expectInStep(north, office);
    office.change('party', 'p1', { branchId: 'south' });
    await office.sync();
    north.now += 5000;
    north.change('party', 'p1', { branchId: 'north' });
    await north.sync();
    expect(codes(north)).toEqual(['outOfScope']);
    await expectInStep(south);
    expect(south.get('party', 'p1')).toBeDefined();
  });

  it('moves a record with what it hangs on, though a change of it came along that is refused', async () => {
    const { office, north, south } = await open();
    for (const id of ['p1', 'p2', 'p3']) office.create('party', id, { name: id, branchId: 'north' });
    office.create('link', 'k1', { contactId: 'p1', companyId: 'p2' });
    await expectInStep(office, north);
    office.change('party', 'p2', { branchId: 'south' });
    await office.sync();
    north.change('link', 'k1', { contactId: 'p3', companyId: 'p3' });
    north.change('party', 'p1', { branchId: 'south' });
    await north.sync();
    expect(codes(north)).toEqual(['outOfScope']);
    await expectInStep(south, office);
    expect(south.get('link', 'k1')).toEqual({ contactId: 'p1', companyId: 'p2' });
  });

  it('keeps what hangs on something unknown with whoever sent it, until that comes', async () => {
    const { office, north, south } = await open();
    north.create('activity', 'a1', { text: 'rang', partyId: 'p1' });
    await expectInStep(north, south, office);
    office.create('party', 'p1', { name: 'Ada', branchId: 'south' });
    await expectInStep(office, south, north);
    expect(south.get('activity', 'a1')).toBeDefined();
    expect(north.get('activity', 'a1')).toBeUndefined();
  });

  it('takes what waited for something unknown away when that comes and is head office’s alone', async () => {
    const { office, north } = await open();
    north.create('activity', 'a1', { text: 'rang', partyId: 'p1' });
    await expectInStep(north);
    office.create('party', 'p1', { name: 'Ada', branchId: null });
    await expectInStep(office, north);
    expect(north.get('activity', 'a1')).toBeUndefined();
  });

  it('moves what has just come on with what it hangs on, which waited for something else', async () => {
    const { office, north, south } = await open('common');
    south.create('task', 't1', { title: 'Call', partyId: 'p1', dealId: 'd1', branchId: 'south' });
    await south.sync();
    office.create('party', 'p1', { name: 'Ada', branchId: null });
    office.create('deal', 'd1', { title: 'Door', partyId: 'p1', branchId: null });
    office.create('activity', 'a1', { text: 'secret', partyId: 'p1', taskId: 't1' });
    office.create('file', 'f1', { name: 'secret', activityId: 'a1' });
    await expectInStep(office, south, north);
    expect(south.get('task', 't1')).toBeUndefined();
    expect(south.get('file', 'f1')).toBeUndefined();
    expect(south.get('activity', 'a1')).toBeUndefined();
  });

  it('keeps kinds of record it doesn’t know between head office and the branch they came from', async () => {
    const { office, north, south } = await open();
    north.create('loyalty_card', 'c1', { points: 5 });
    await expectInStep(north, south, office);
    expect(office.get('loyalty_card', 'c1')).toEqual({ points: 5 });
    expect(south.get('loyalty_card', 'c1')).toBeUndefined();
    office.change('loyalty_card', 'c1', { points: 7 });
    await expectInStep(office, north);
    expect(north.get('loyalty_card', 'c1')).toEqual({ points: 7 });
  });

  it('lets a shop that joins bring what head office writes, once and only what is new', async () => {
    const { store, office } = await open('common');
    const joining = await makeTestCopy(store, { id: 'joining1', branchId: 'west', brings: true });
    joining.create('pipeline', 'x', { name: 'West' });
    joining.create('setting', 'clientCards', { value: 'private' });
    await joining.sync();
    expect(codes(joining)).toEqual(['notYours']);
    joining.create('pipeline', 'y', { name: 'Later' });
    await joining.sync();
    expect(codes(joining)).toEqual(['notYours']);
    await office.sync();
    expect(office.get('pipeline', 'x')).toEqual({ name: 'West' });
    expect(office.get('setting', 'clientCards')).toEqual({ value: 'common' });
  });

  it('lets a branch take on people up to a head, and leaves to head office what they may do from then on', async () => {
    const { office, north } = await open('common');
    const person = { name: 'Eva', branchId: 'north', archivedAt: null };
    for (const role of ['owner', 'role-of-the-shop', undefined])
      north.create('user', `as ${role}`.replaceAll(' ', '-'), { ...person, role });
    for (const role of ['head', 'seller', 'specialist', 'readOnly']) north.create('user', role, { ...person, role });
    await north.sync();
    expect(codes(north)).toEqual(['notYours', 'notYours', 'notYours']);
    north.change('user', 'seller', { phone: '1', archivedAt: 5 });
    north.remove('user', 'specialist');
    await north.sync();
    await office.sync();
    expect([...office.records.keys()].filter((key) => key.startsWith('user|as'))).toEqual([]);
    expect(office.get('user', 'seller')).toEqual({ ...person, role: 'seller', phone: '1', archivedAt: 5 });
    expect(office.get('user', 'specialist')).toBeUndefined();
  });

  it('takes from a branch nothing that gives its people more than they had', async () => {
    const { office, north } = await open('common');
    office.create('user', 'eva', { name: 'Eva', branchId: 'north', role: 'seller', archivedAt: null });
    office.create('user', 'ana', { name: 'Ana', branchId: 'north', role: 'owner', archivedAt: null });
    await office.sync();
    await north.sync();
    north.change('user', 'ana', { phone: '2' });
    await north.sync();
    expect(codes(north)).toEqual([]);
    const forged = [
      () => north.change('user', 'eva', { role: 'owner' }),
      () => north.change('user', 'eva', { role: 'head', name: 'Eva the head' }),
      () => north.change('user', 'eva', { branchId: null }),
      () => north.create('user', 'eva', { name: 'Eva', branchId: 'north', role: 'owner', archivedAt: null }),
      () => north.change('user', 'ana', { archivedAt: 5 }),
      () => north.change('user', 'ana', { role: 'readOnly' }),
      () => north.remove('user', 'ana'),
    ];
    for (const forge of forged) forge();
    await north.sync();
    expect(codes(north)).toEqual(forged.map(() => 'notYours'));
    await office.sync();
    expect(office.get('user', 'eva')).toEqual({ name: 'Eva', branchId: 'north', role: 'seller', archivedAt: null });
    expect(office.get('user', 'ana')).toMatchObject({ role: 'owner', archivedAt: null, phone: '2' });
  });

  it('sends with a record what it hangs on, though that was written later', async () => {
    const { office, north, south } = await open('common');
    createClient(north);
    await north.sync();
    office.create('pipeline', 'line', { name: 'Sales' });
    office.create('product', 'door', { name: 'Door' });
    office.create('stage', 'first', { pipelineId: 'line', name: 'New' });
    await office.sync();
    office.change('pipeline', 'line', { name: 'Selling' });
    office.change('deal', 'd1', { branchId: 'south' });
    office.change('party', 'p1', { name: 'Ada B.' });
    await office.sync();
    const seen = new Set<string>();
    for (;;) {
      const response = await south.send(south.request(null, 1));
      const changes = unpack(response.page?.changes ?? []);
      for (const { type, id } of changes) seen.add(`${type}|${id}`);
      for (const { type, id } of changes) {
        const fields = changes.find((change) => change.type === type && change.id === id && change.base !== null)?.fields ?? {};
        if (fields['partyId']) expect(seen).toContain(`party|${fields['partyId'] as string}`);
        if (fields['pipelineId']) expect(seen).toContain(`pipeline|${fields['pipelineId'] as string}`);
        if (fields['dealId']) expect(seen).toContain(`deal|${fields['dealId'] as string}`);
      }
      south.apply(response);
      if (response.page?.next === response.page?.head) break;
    }
    await expectInStep(south);
    expect(south.get('deal', 'd1')).toBeDefined();
  });
});
