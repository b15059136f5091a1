import { appendFileSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cloudServiceOf } from '#core/sync/cloud-folder.ts';
import { databasePath } from '#core/database/open-database.ts';
import { settle } from '#core/sync/settle.ts';
import { takeSyncLock } from '#core/sync/sync-lock.ts';
import { createStore } from '#core/records/store.ts';
import { connect } from '#core/database/connection.ts';
import { openCompany, useTemplates } from '#test/simulator/company.ts';
import { backUp, putBack } from '#test/simulator/copy.ts';
import type { Copy } from '#test/simulator/copy.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { newId } from '#core/records/new-id.ts';

useTemplates();

const day = 86_400_000;
const names = (copy: Copy) =>
  copy.connection.readColumn<[], string>('SELECT given_name FROM party WHERE deleted_at IS NULL ORDER BY given_name').all();
const waiting = (copy: Copy) =>
  copy.connection.readColumn<[], number>('SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM outbox_batch)').get();
const incarnationOf = (copy: Copy) => readSyncState(copy.connection, 'line')?.incarnation;

describe('disks', () => {
  it('12 a cloned disk: both edit, both are heard, and from then on they are told apart', async () => {
    const company = await openCompany();
    const { a, sync } = company;
    const { id } = await a.client.contact.create({ givenName: 'Rosa', notes: 'first' });
    await sync(a);
    mkdirSync(company.directory('twin'), { recursive: true });
    backUp(a, databasePath(company.directory('twin')));
    const twin = company.open(a, 'twin');
    twin.skew = 5000;
    await a.client.contact.create({ givenName: 'Of the first' });
    await twin.client.contact.create({ givenName: 'Of the second' });
    await a.client.contact.update({ id, notes: 'one' });
    await twin.client.contact.update({ id, notes: 'other' });
    await sync(a);
    await sync(twin);
    expect(incarnationOf(twin)).not.toBe(incarnationOf(a));
    expect(await company.settle()).toEqual([]);
    expect(names(company.office)).toEqual(['Of the first', 'Of the second', 'Rosa']);
    const lost = company.office.connection.readColumn("SELECT lost_value FROM conflict WHERE field = 'notes'").all();
    expect(lost).toEqual(['"one"']);
  });

  it('13 a branch put back from a backup of thirty days ago gets back what it had sent, and sends on', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    await a.client.contact.create({ givenName: 'Before' });
    await sync(a);
    backUp(a);
    company.pass(30 * day);
    await a.client.contact.create({ givenName: 'Since' });
    await sync(a);
    await sync(b);
    putBack(a, company.now);
    expect(names(a)).toEqual(['Before']);
    await a.client.contact.create({ givenName: 'After' });
    await sync(a);
    expect(names(a)).toEqual(['After', 'Before', 'Since']);
    expect(await company.settle()).toEqual([]);
    expect(names(b)).toEqual(['After', 'Before', 'Since']);
  });

  it('14 a head office put back from an old backup gets from the copies what it lost, removals too', async () => {
    const company = await openCompany();
    const { a, b, office, sync } = company;
    const kept = await b.client.contact.create({ givenName: 'Kept' });
    const gone = await b.client.contact.create({ givenName: 'Gone' });
    await sync(b);
    await sync(office);
    company.hub.backUp();
    await sync(a);
    await a.client.contact.create({ givenName: 'Since' });
    await a.client.contact.update({ id: kept.id, notes: 'since' });
    await b.client.party.deleteMany({ ids: [gone.id] });
    await b.client.party.purgeMany({ ids: [gone.id] });
    for (const copy of [a, b, office, a]) await sync(copy);
    const epoch = readSyncState(a.connection, 'cursor')?.epoch;
    await company.hub.restore();
    expect(await company.settle()).toEqual([]);
    expect(readSyncState(a.connection, 'cursor')?.epoch).not.toBe(epoch);
    for (const copy of [a, b, office]) expect(names(copy)).toEqual(['Kept', 'Since']);
    expect(b.connection.readColumn('SELECT notes FROM party WHERE id = ?').get(kept.id)).toBe('since');
  });

  it('15 an empty head office takes nothing away and acknowledges nothing, and fills again once it knows the computers', async () => {
    const company = await openCompany();
    const { a, b, office, hub, sync } = company;
    await a.client.contact.create({ givenName: 'Rosa' });
    for (const copy of [a, b, office]) await sync(copy);
    await a.client.contact.create({ givenName: 'Eva' });
    const full = await hub.store().read((tx) => tx.all<{ id: string }>('SELECT id FROM device'));
    await hub.store().transaction(async (tx) => {
      for (const table of ['device', 'record', 'entry', 'digest', 'incarnation', 'batch', 'record_parent'])
        await tx.run(`DELETE FROM ${table}`);
      await tx.run("UPDATE company SET seq = 0, epoch = 'new'");
    });
    expect(await sync(a)).toEqual({ type: 'fault', code: 'unknownDevice' });
    expect(names(a)).toEqual(['Eva', 'Rosa']);
    expect(waiting(a)).toBeGreaterThan(0);
    expect(full.length).toBe(4);
    for (const copy of [office, a, company.a2, b])
      await hub.enrol({ id: copy.device, branchId: copy.branchId, brings: false, part: '' });
    expect(await company.settle()).toEqual([]);
    for (const copy of [a, b, office]) expect(names(copy)).toEqual(['Eva', 'Rosa']);
  });

  it('28 a full disk and a power cut leave all that was saved, and nothing is taken for bad data', async () => {
    const company = await openCompany();
    const { a, b, sync } = company;
    for (let index = 0; index < 120; index += 1)
      await b.client.contact.create({ givenName: `R${100 + index}`, notes: 'x'.repeat(2000) });
    await sync(b);
    const [row] = a.connection.pragma('page_count') as readonly { readonly page_count: number }[];
    for (let spare = 0; spare < 24; spare += 1) {
      a.connection.pragma(`max_page_count = ${(row?.page_count ?? 0) + spare * 3}`);
      await expect(sync(a, { pageRecords: 2000 })).rejects.toMatchObject({ code: 'SQLITE_FULL' });
      expect(a.connection.read('SELECT * FROM sync_waiting').all()).toEqual([]);
    }
    a.connection.pragma('max_page_count = 1073741823');
    expect((await sync(a)).type).toBe('equal');
    await a.client.contact.create({ givenName: 'Last' });
    // The log as a power cut in the middle of writing leaves it.
    mkdirSync(company.directory('cut'), { recursive: true });
    const [from, to] = [databasePath(a.directory), databasePath(company.directory('cut'))];
    for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end);
    appendFileSync(`${to}-wal`, Buffer.alloc(5000, 7));
    const cut = company.open(a, 'cut');
    expect(names(cut)).toContain('Last');
    expect(await company.settle()).toEqual([]);
  });

  it('29 a copy whose keys are lost joins anew, and what it had not sent goes with it', async () => {
    const company = await openCompany();
    const { a, b, hub, sync } = company;
    await a.client.contact.create({ givenName: 'Sent' });
    await sync(a);
    await a.client.contact.create({ givenName: 'Not sent' });
    await a.core.store.keep((tx) => tx.write("DELETE FROM sync_state WHERE key IN ('own', 'identity', 'line', 'cursor')").run());
    const device = newId();
    await hub.enrol({ id: device, branchId: a.branchId, brings: true, part: '' });
    const [row] = await hub.store().read((tx) => tx.all<{ epoch: string }>('SELECT epoch FROM company'));
    const settled = await settle(a.core.store, {
      membership: {
        company: { id: 'company', name: 'Company' },
        device: { id: device, name: 'a', branchId: a.branchId, till: 2, isMain: false, brings: 'data' },
        office: { id: 'office', name: 'Office', keys: { signing: '', agreement: '' }, epoch: row?.epoch ?? '' },
      },
      keys: {} as never,
      addresses: [],
    });
    expect(settled).toBe('settled');
    Object.assign(a, { device });
    expect(await company.settle()).toEqual([]);
    expect(names(b)).toEqual(['Not sent', 'Sent']);
  });

  it('30 a database in a folder of a cloud service is noticed, and of two programs on one only one exchanges', async () => {
    expect(cloudServiceOf('/home/ana/Dropbox/shop')).toBeDefined();
    expect(cloudServiceOf('/home/ana/shop')).toBeUndefined();
    const company = await openCompany();
    const second = connect(databasePath(company.a.directory));
    const other = createStore(second, company.now);
    const lock = await takeSyncLock(company.a.core.store);
    expect(lock).not.toBeNull();
    expect(await takeSyncLock(other)).toBeNull();
    await lock?.release();
    const taken = await takeSyncLock(other);
    expect(taken).not.toBeNull();
    await taken?.release();
    second.close();
  });
});
