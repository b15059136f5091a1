import { describe, expect, it } from 'vitest';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import type { Company } from '#test/simulator/company.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { takeNumber } from '#core/document/number-series.ts';
import { dealRecord } from '#core/deal/deal.ts';
import { changeRecord } from '#core/records/write.ts';
import { listRefused, resendRefused } from '#core/sync/refused-changes.ts';
import { protocolVersion } from '#shared/sync/protocol.ts';
import { pack } from '#shared/sync/pack.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { chainHash, chainStart } from '#wire/hash.ts';

useTemplates();

const day = 86_400_000;
const column = <Value>(copy: Copy, sql: string, ...values: string[]) =>
  copy.connection.readColumn<string[], Value>(sql).all(...values);
const conflictsOf = (copy: Copy, id: string) =>
  copy.connection
    .read<[string], { field: string; lost: string }>('SELECT field, lost_value AS lost FROM conflict WHERE record_id = ?')
    .all(id);

/** What a program of another version says, as a computer of head office. */
async function say({ hub }: Company, changes: readonly Partial<RecordChange>[]) {
  const device = `other${Math.random().toString(36).slice(2, 8)}`;
  await hub.enrol({ id: device, branchId: null, brings: false, part: '' });
  const none = { base: null, gone: null, stamps: {}, fields: {}, seen: {}, by: 'Newer' };
  const packed = pack(changes.map((change) => ({ ...none, ...change }) as RecordChange));
  const batch = { counter: 1, previous: chainStart, hash: chainHash(chainStart, packed), changes: packed };
  const request = {
    kind: 'sync' as const,
    protocol: protocolVersion,
    schema: 999,
    program: '9.0.0',
    at: 0,
    epoch: null,
    cursor: 0,
    acknowledged: { counter: 0, hash: chainStart },
    batch,
    waiting: 0,
    records: 0,
  };
  return hub.answer({ device, incarnation: 'i1' }, request as never);
}
const stampAt = (company: Company, counter = 0) =>
  `${company.now().toString(36).padStart(9, '0')}${counter.toString(36).padStart(4, '0')}newerone`;

async function clientEverywhere(company: Company) {
  const { id } = await company.office.client.contact.create({ givenName: 'Rosa', notes: 'first' });
  for (const copy of [company.office, company.a, company.b]) await company.sync(copy);
  company.pass(1000);
  return id;
}

async function purge({ client }: Copy, id: string) {
  await client.party.deleteMany({ ids: [id] });
  await client.party.purgeMany({ ids: [id] });
}

describe('what meets', () => {
  it.each(['edit', 'removal'] as const)(
    '16 edit against delete, the %s first: it is removed, and the edit is in the list of conflicts',
    async (first) => {
      const company = await openCompany();
      const { a, b, office, sync } = company;
      const id = await clientEverywhere(company);
      await purge(a, id);
      company.pass(1000);
      await b.client.contact.update({ id, notes: 'edited' });
      for (const copy of first === 'edit' ? [b, a, b] : [a, b, a]) await sync(copy);
      expect(await company.settle()).toEqual([]);
      expect(column(office, 'SELECT id FROM party WHERE id = ?', id)).toEqual([]);
      const lost = conflictsOf(office, id).find(({ field }) => field === '')?.lost ?? '{}';
      expect(JSON.parse(lost)).toMatchObject({ notes: 'edited' });
      const [conflict] = column<string>(office, "SELECT id FROM conflict WHERE record_id = ? AND field = ''", id);
      await office.client.conflict.resolve({ ids: [conflict ?? ''], with: 'take' });
      expect(await company.settle()).toEqual([]);
      expect(column(a, 'SELECT notes FROM party WHERE id = ?', id)).toEqual(['edited']);
    },
  );

  it('17 a branch that comes back after more than a year hears of removals, and what it wrote meanwhile is not lost', async () => {
    const company = await openCompany();
    const { a, b, office, sync } = company;
    const id = await clientEverywhere(company);
    const { id: other } = await b.client.contact.create({ givenName: 'Offline' });
    await b.client.contact.update({ id, notes: 'edited offline' });
    company.pass(1000);
    await purge(a, id);
    await sync(a);
    company.pass(400 * day);
    expect(await company.settle()).toEqual([]);
    for (const copy of [a, b, office]) {
      expect(column(copy, 'SELECT id FROM party WHERE id = ?', id)).toEqual([]);
      expect(column(copy, 'SELECT given_name FROM party WHERE id = ?', other)).toEqual(['Offline']);
    }
    expect(conflictsOf(office, id).some(({ lost }) => lost.includes('edited offline'))).toBe(true);
  });

  it('18 a column, a table and a value that an old program does not know are kept and go on', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const id = await clientEverywhere(company);
    const stamp = stampAt(company);
    const answer = await say(company, [
      { type: 'party', id, stamps: { loyalty: stamp, kind: stamp }, fields: { loyalty: { points: 7 }, kind: 'hologram' } },
      { type: 'voucher', id: 'v1', base: stamp, fields: { amount: 5 } },
      { type: 'deal_line', id: 'l1', base: stamp, fields: { dealId: 'none', name: 'x' } },
    ]);
    expect(answer).toMatchObject({ push: { type: 'taken', refused: [] } });
    expect((await sync(a)).type).toBe('equal');
    expect(column(a, 'SELECT kind FROM party WHERE id = ?', id)).toEqual(['hologram']);
    expect(column(a, 'SELECT value FROM unknown_field WHERE record_id = ? AND field = ?', id, 'loyalty')).toEqual([
      '{"points":7}',
    ]);
    await sync(company.office);
    expect(column(company.office, "SELECT reason FROM sync_waiting WHERE record_type = 'voucher'")).toEqual(['newer']);
    const held = await company.hub.records();
    expect(held.find(({ state }) => state.id === 'v1')?.state.fields).toEqual({ amount: 5 });
    expect((await sync(b)).type).toBe('equal');
  });

  it('19 an old program that edits such a row leaves alone what it does not know', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    const id = await clientEverywhere(company);
    const stamp = stampAt(company);
    await say(company, [{ type: 'party', id, stamps: { loyalty: stamp }, fields: { loyalty: { points: 7 } } }]);
    await sync(a);
    company.pass(1000);
    await a.client.contact.update({ id, notes: 'by an old program' });
    await sync(a);
    await sync(b);
    const held = (await company.hub.records()).find(({ state }) => state.id === id)?.state;
    expect(held?.fields).toMatchObject({ loyalty: { points: 7 }, notes: 'by an old program' });
    expect(column(b, 'SELECT value FROM unknown_field WHERE record_id = ?', id)).toEqual(['{"points":7}']);
    expect(await company.settle()).toEqual([]);
  });

  it('20 of a thousand rows one is invalid, and the other 999 are there', async () => {
    const company = await openCompany();
    const { a, sync } = company;
    const make = (index: number): Partial<RecordChange> => ({
      type: 'lost_reason',
      id: `r${index}`,
      base: stampAt(company, index),
      fields: { name: `reason ${index}`, position: index, archivedAt: null },
    });
    const rows = Array.from({ length: 1000 }, (_, index) => make(index));
    const forged = rows.map((row, index) => (index === 400 ? { ...row, base: 'no stamp' } : row));
    expect(await say(company, forged)).toMatchObject({ push: { refused: [{ code: 'invalid' }] } });
    const wrong = { ...make(2000), fields: { name: { not: 'text' }, position: null, archivedAt: null } };
    expect(await say(company, [wrong, make(2001)])).toMatchObject({ push: { refused: [] } });
    expect((await sync(a)).type).toBe('equal');
    expect(column(a, "SELECT count(*) FROM lost_reason WHERE name LIKE 'reason %'")).toEqual([1000]);
    expect(column(a, 'SELECT record_id FROM sync_waiting')).toEqual(['r2000']);
  });

  it('21 a refused write is put back, and goes when it is sent again after it was mended', async () => {
    const company = await openCompany();
    const { a, b, office, sync } = company;
    await office.client.settings.update({ purchasesInOtherBranches: true });
    const { id: partyId } = await b.client.contact.create({ givenName: 'Rosa' });
    const { id } = await b.client.deal.create({ partyId, title: 'of B' });
    await b.client.deal.win({ id });
    for (const copy of [office, b, a]) await sync(copy);
    company.pass(1000);
    // As a program wrote that didn't mind whose deal it is.
    a.core.store.performNow({ actor: a.core.owner(), kind: 'deal', subject: '' }, (act) =>
      changeRecord(act, dealRecord, { id, changes: { notes: 'by A' } }),
    );
    await sync(a);
    expect(column(a, 'SELECT notes FROM deal WHERE id = ?', id)).toEqual(['']);
    const { changes } = listRefused(a.connection, { offset: 0, limit: 10 });
    expect(changes).toMatchObject([{ recordId: id, code: 'notYours' }]);
    await b.client.branch.moveClients({ ids: [partyId], branchId: company.branchA });
    for (const copy of [b, a]) await sync(copy);
    company.pass(1000);
    a.core.store.performNow({ actor: a.core.owner(), kind: 'conflict', subject: '' }, (act) =>
      resendRefused(act, changes[0]?.id ?? ''),
    );
    expect(await company.settle()).toEqual([]);
    expect(column(office, 'SELECT notes FROM deal WHERE id = ?', id)).toEqual(['by A']);
    expect(listRefused(a.connection, { offset: 0, limit: 10 }).total).toBe(0);
  });

  it('32 two branches put the same duplicates together opposite ways, and nothing of either is lost', async () => {
    const company = await openCompany();
    const { a, b, office } = company;
    await clientEverywhere(company);
    const [one, other] = [
      await office.client.contact.create({ givenName: 'Rosa', phones: [{ raw: '612345678' }] }),
      await office.client.contact.create({ givenName: 'Rosa', phones: [{ raw: '600112233' }] }),
    ];
    for (const copy of [office, a, b]) await company.sync(copy);
    company.pass(1000);
    const merge = async ({ client }: Copy, kept: string, gone: string, note: string) => {
      await client.activity.create({ partyId: kept, type: 'note', text: note });
      await client.contact.update({ id: kept, phones: [{ raw: '612345678' }, { raw: '600112233' }], notes: note });
      await client.party.deleteMany({ ids: [gone] });
      await client.party.purgeMany({ ids: [gone] });
    };
    await merge(a, one.id, other.id, 'kept by A');
    await merge(b, other.id, one.id, 'kept by B');
    expect(await company.settle()).toEqual([]);
    const lost = [one, other].flatMap(({ id }) => conflictsOf(office, id)).map(({ lost: value }) => value);
    const everything = JSON.stringify([...lost, ...column(office, 'SELECT notes FROM party')]);
    for (const note of ['kept by A', 'kept by B']) expect(everything).toContain(note);
    const ids = column<string>(office, "SELECT id FROM conflict WHERE field = '' AND record_type = 'party'");
    expect(ids).toHaveLength(2);
    await office.client.conflict.resolve({ ids, with: 'take' });
    expect(await company.settle()).toEqual([]);
    expect(column(b, 'SELECT notes FROM party WHERE notes LIKE ? ORDER BY notes', 'kept%')).toEqual(['kept by A', 'kept by B']);
  });

  it('34 two tills number a thousand documents offline, and no number is given twice', async () => {
    const company = await openCompany();
    const { a, a2, office } = company;
    await a2.core.store.keep((tx) =>
      tx.write("UPDATE sync_state SET value = json_set(value, '$.till', 2) WHERE key = 'own'").run(),
    );
    const take = (copy: Copy) =>
      copy.core.store.performNow({ actor: copy.core.owner(), kind: 'document', subject: '' }, (act) =>
        Array.from({ length: 500 }, () => takeNumber(act, { kind: 'invoice', branchId: company.branchA }, '2026-11-02')),
      ).result;
    const numbers = [...take(a), ...take(a2)];
    expect(new Set(numbers).size).toBe(1000);
    expect(await company.settle()).toEqual([]);
    expect(column(office, "SELECT till FROM number_series WHERE kind = 'invoice' ORDER BY till")).toEqual([1, 2]);
    expect(new Set([...numbers, ...take(a), ...take(a2)]).size).toBe(2000);
    expect(await company.settle()).toEqual([]);
  });
});
