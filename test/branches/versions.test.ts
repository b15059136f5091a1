import { beforeAll, describe, expect, it, vi } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { joinBranch as joinOld, openComputer as openOld } from '#test/factories/company.ts';
import type { Computer } from '#test/factories/company.ts';
import * as older from '#test/branches/company-of-two.ts';
import { loadNewer } from '#test/branches/newer.ts';
import type { Newer } from '#test/branches/newer.ts';

vi.setConfig({ testTimeout: 120_000 });

let newer: Newer;

beforeAll(async () => {
  newer = await loadNewer();
}, 60_000);

/** Head office and a branch that run the newer program, and a branch that is two versions behind. */
async function openCompany() {
  const company = await newer.company.foundCompany();
  const { office, address } = company;
  const other = await office.client.branch.create({ name: 'South' });
  await office.sync();
  const north = await newer.company.joinBranch(company);
  const south = await joinOld({ office, branch: other, address }, 'nothing', openOld());
  const all = async () => {
    for (let round = 0; round < 2; round += 1) {
      await newer.ofTwo.exchange(north, office);
      await older.exchange(south);
    }
    await newer.ofTwo.exchange(north, office);
  };
  await all();
  return { ...company, other, north, south, all };
}

const rosa = { loyalty: 'gold' };

/** A client whose card says more than the old program knows, with a visit. */
async function openWithClient() {
  const company = await openCompany();
  const { north, all } = company;
  const { id } = await north.client.contact.create({ givenName: 'Rosa', notes: 'first' });
  await newer.ofTwo.write(north, { type: 'party', id, changes: rosa });
  await newer.ofTwo.make(north, { type: 'visit', id: 'visit-1', fields: { partyId: id, text: 'came by' } });
  await newer.ofTwo.make(company.office, { type: 'setting', id: 'loyaltyName', fields: { value: 'Sol y sombra' } });
  await all();
  return { ...company, id };
}

function value({ core }: Computer, sql: string): unknown {
  return core.store.db.readColumn<[], unknown>(sql).get();
}

function aside({ core }: Computer): readonly string[] {
  return core.store.db.readColumn<[], string>('SELECT record_type FROM sync_waiting ORDER BY record_type').all();
}

/** The same data under the newer program; nobody is asked for anything. */
async function upgrade({ core, directory }: Computer): Promise<Computer> {
  await core.store.keep((tx) => tx.write("DELETE FROM sync_state WHERE key = 'options'").run());
  await core.close();
  return newer.company.openComputer(directory);
}

async function goOnline({ core }: Computer, address: string) {
  await core.store.keep((tx) =>
    tx
      .write("INSERT INTO sync_state (key, value) VALUES ('options', ?)")
      .run(JSON.stringify({ addresses: [address], automatic: false, intervalSeconds: 30 })),
  );
}

describe('a branch two versions behind', () => {
  it('keeps what it doesn’t know, is the same as head office meanwhile, and shows all of it after the upgrade', async () => {
    const { south, office, north, id, all, address } = await openWithClient();
    expect(aside(south)).toEqual(['setting', 'visit']);
    expect(await south.client.sync.status()).toMatchObject({ state: 'synced', aside: 2 });
    await south.client.contact.update({ id, nickname: 'Rosita' });
    await newer.ofTwo.write(office, { type: 'party', id, changes: { loyalty: 'silver' } });
    await newer.ofTwo.write(north, { type: 'visit', id: 'visit-1', changes: { text: 'came by twice' } });
    await all();
    for (const computer of [office, north]) expect(value(computer, 'SELECT nickname || loyalty FROM party')).toBe('Rositasilver');
    // Sums that are counted anew count what waits.
    await south.core.store.keep((tx) => tx.write('DELETE FROM sync_digest').run());
    await all();
    await south.client.contact.update({ id, givenName: 'Rosalía' });

    const upgraded = await upgrade(south);
    expect(aside(upgraded)).toEqual([]);
    expect(value(upgraded, 'SELECT count(*) FROM unknown_field')).toBe(0);
    expect(value(upgraded, 'SELECT loyalty || given_name FROM party')).toBe('silverRosalía');
    expect(value(upgraded, 'SELECT text FROM visit')).toBe('came by twice');
    expect(value(upgraded, "SELECT value FROM setting WHERE id = 'loyaltyName'")).toBe('"Sol y sombra"');
    await goOnline(upgraded, address);
    await newer.ofTwo.exchange(upgraded, office, north, upgraded);
    expect(value(north, 'SELECT loyalty || given_name FROM party')).toBe('silverRosalía');
    await newer.ofTwo.write(upgraded, { type: 'party', id, changes: { loyalty: 'platinum' } });
    await newer.ofTwo.exchange(upgraded, office);
    expect(value(office, 'SELECT loyalty FROM party')).toBe('platinum');
  });

  it('loses neither a value that its database refuses nor what is written to that record here', async () => {
    const { south, office, north, id, all, address } = await openWithClient();
    await north.client.contact.update({ id, notes: 'from the north' });
    await south.client.contact.update({ id, notes: 'from the south' });
    await newer.ofTwo.exchange(north);
    await all();
    const conflictId = String(value(south, 'SELECT id FROM conflict'));
    await newer.ofTwo.write(north, { type: 'conflict', id: conflictId, changes: { status: 'postponed', keptBy: 'Eva' } });
    await all();
    expect(aside(south)).toEqual(['conflict', 'setting', 'visit']);
    expect(value(south, 'SELECT status FROM conflict')).toBe('open');
    await older.write(south, { type: 'conflict', id: conflictId, changes: { lostBy: 'Luis' } });
    await older.write(south, { type: 'conflict', id: conflictId, changes: { lostBy: 'Leo' } });
    await all();
    for (const computer of [office, north])
      expect(value(computer, 'SELECT status || kept_by || lost_by FROM conflict')).toBe('postponedEvaLeo');
    await older.write(south, { type: 'conflict', id: conflictId, changes: { lostBy: 'Lea' } });
    const upgraded = await upgrade(south);
    expect(value(upgraded, 'SELECT status || kept_by || lost_by FROM conflict')).toBe('postponedEvaLea');
    await goOnline(upgraded, address);
    await newer.ofTwo.exchange(upgraded, office);
    expect(value(office, 'SELECT status || kept_by || lost_by FROM conflict')).toBe('postponedEvaLea');
  });

  it('removes what it can’t show like all else, and hears of its removal', async () => {
    const { south, office, north, id, all } = await openWithClient();
    await north.client.contact.update({ id, notes: 'from the north' });
    await south.client.contact.update({ id, notes: 'from the south' });
    await all();
    const conflictId = String(value(south, 'SELECT id FROM conflict'));
    await newer.ofTwo.write(north, { type: 'conflict', id: conflictId, changes: { status: 'postponed' } });
    await all();
    expect(aside(south)).toContain('conflict');
    await older.remove(south, { type: 'conflict', id: conflictId });
    await all();
    expect(aside(south)).toEqual(['setting', 'visit']);
    for (const computer of [office, north, south]) expect(value(computer, 'SELECT count(*) FROM conflict')).toBe(0);
    await newer.ofTwo.remove(north, { type: 'visit', id: 'visit-1' });
    await all();
    expect(aside(south)).toEqual(['setting']);
  });

  it('forgets what it can’t show with the client that it hangs on', async () => {
    const { south, office, id, all } = await openWithClient();
    await office.client.settings.update({ clientCards: 'private' });
    await all();
    expect(value(south, 'SELECT count(*) FROM party')).toBe(0);
    expect(aside(south)).toEqual(['setting']);
    await office.client.branch.shareClient({ id, branchIds: [older.branchOf(south)] });
    await all();
    expect(aside(south)).toEqual(['setting', 'visit']);
  });

  it('reads, where it is too old to write, and sends all when it may', async () => {
    const { south, office, id, all } = await openWithClient();
    const setMinimum = (minimum: number) => {
      const data = connect(`${office.directory}/office/office.db`, { busyTimeout: 2000 });
      data.transaction((tx) => tx.write('UPDATE company SET minimum_protocol = ?').run(minimum));
      data.close();
    };
    setMinimum(99);
    await south.client.contact.update({ id, nickname: 'Rosita' });
    const before = JSON.stringify(value(office, 'SELECT given_name FROM party'));
    expect((await south.sync()).end).toEqual({ type: 'outdated', minimum: 99 });
    expect(await south.client.sync.status()).toMatchObject({ state: 'trouble', trouble: 'outdated', waiting: 1 });
    setMinimum(1);
    await newer.ofTwo.write(office, { type: 'party', id, changes: { notes: 'second' } });
    await newer.ofTwo.exchange(office);
    setMinimum(99);
    expect((await south.sync()).end).toMatchObject({ type: 'outdated' });
    expect(await south.client.contact.get({ id })).toMatchObject({ notes: 'second', nickname: 'Rosita' });
    expect(JSON.stringify(value(office, 'SELECT given_name FROM party'))).toBe(before);
    setMinimum(1);
    await all();
    expect(value(office, 'SELECT nickname FROM party')).toBe('Rosita');
    expect(readSyncState(south.core.store.db, 'last')?.trouble).toBeNull();
  });
});
