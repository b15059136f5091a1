import { describe, expect, it } from 'vitest';
import { checkDatabase } from '#core/check/check-database.ts';
import { restoreArchive } from '#core/export/restore-archive.ts';
import { visitsOf } from '#core/deal/stage-visits.ts';
import { readDealCard } from '#core/deal/deal-card.ts';
import { exportAll, exportRecords, openTestData } from '#test/factories/archives.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const today = { now: 0, end: 0 };

async function openShop() {
  const { client, core, directory } = await openTestCore({ trade: 'other' });
  const pipeline = await client.pipeline.addReady({ trade: 'other' });
  const { id: partyId } = await client.contact.create({ givenName: 'Ana' });
  const product = await client.product.create({ name: 'Cristal', code: 'C1' });
  await client.product.priceLists();
  const lines = [{ productId: product.id, unitPrice: 1250, pieces: 2.5, width: 900, height: 1200 }];
  const { id } = await client.deal.create({ partyId, lines, notes: 'nota' });
  await client.deal.setContacts({ id, contacts: [{ partyId, role: 'pagador' }] });
  const [, second, third] = pipeline.stages;
  await client.deal.move({ id, stageId: second?.id ?? '' });
  const { actId } = await client.deal.move({ id, stageId: third?.id ?? '' });
  await client.history.undo({ id: actId });
  const [reason] = await client.pipeline.lostReasons();
  await client.deal.lose({ id, reasonId: reason?.id ?? '', note: 'caro' });
  return { client, core, directory, id };
}

describe('an archive', () => {
  it('keeps deals, products and pipelines, and tells where each deal has been', async () => {
    const { core, id } = await openShop();
    const here = { store: core.store, files: core.files };
    const there = openTestData();
    await restoreArchive(there.store, { actor: core.owner(), files: there.files, path: await exportAll(here), name: 'a.zip' });
    expect(await exportRecords(there)).toEqual(await exportRecords(here));
    expect(readDealCard(there.store.db, id, today)).toEqual(readDealCard(core.store.db, id, today));
    expect(visitsOf(there.store.db, id)).toEqual(visitsOf(core.store.db, id));
    expect(visitsOf(there.store.db, id)).toHaveLength(3);
    expect(checkDatabase(there.store.connection).faults).toEqual([]);
  });
});

describe('checking the data', () => {
  it.each([
    ['deal', 'UPDATE deal SET amount = amount + 1'],
    ['deal', 'UPDATE deal SET paid = 5'],
    ['deal', 'UPDATE deal_line SET width = NULL'],
    ['deal', 'UPDATE deal SET next_task_at = 5'],
    ['stage_visit', 'DELETE FROM stage_visit WHERE left_at IS NULL'],
    ['stage_visit', `UPDATE stage_visit SET status = 'won' WHERE left_at IS NULL`],
    ['stage_visit', 'UPDATE stage_visit SET left_at = left_at + 1 WHERE left_at IS NOT NULL'],
  ])('finds what doesn’t agree in %s: %s', async (table, sql) => {
    const { core } = await openShop();
    const { connection } = core.store;
    expect(checkDatabase(connection).faults).toEqual([]);
    connection.execute(sql);
    expect(checkDatabase(connection).faults).toMatchObject([{ code: 'derived', table, missing: 1 }]);
  });
});
