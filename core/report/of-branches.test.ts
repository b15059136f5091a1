import { describe, expect, it } from 'vitest';
import { dealRecord } from '#core/deal/deal.ts';
import { changeRecord } from '#core/records/write.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';
import { bringBranches, makeOneOf } from '#test/factories/branch-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const day = 86_400_000;
const year = { from: '2026-01-01', to: '2026-12-31' };

/** Head office with a client who bought in two branches. */
async function openOffice() {
  const test = await openTestCore({ timeZone: 'UTC' });
  const { client, core } = test;
  bringBranches(core, 'North', 'South');
  const ana = (await client.contact.create({ givenName: 'Ana' })).id;
  const { id: productId } = await client.product.create({ name: 'Window' });
  const buy = async (branchId: string | null, at: number) => {
    const lines = [{ productId, name: 'Window', unitPrice: 1000, taxRate: 0 }];
    const { id } = await client.deal.create({ partyId: ana, lines });
    core.store.performNow({ actor: core.owner(), kind: 'restore', subject: '' }, (act) =>
      changeRecord(act, dealRecord, { id, changes: { status: 'won', closedAt: at, branchId } }),
    );
    return id;
  };
  const start = Date.parse('2026-06-01T10:00:00Z');
  const deals = [
    await buy('North', start),
    await buy('South', start + day),
    await buy('South', start + 2 * day),
    await buy(null, start),
  ];
  makeOneOf(core, { branchId: null });
  core.store.connection.transaction((tx) =>
    writeSyncState(tx, 'branchContacts', [{ branchId: 'South', heardAt: start + 3 * day, waiting: 37 }]),
  );
  return { ...test, ana, deals, start };
}

describe('figures of head office', () => {
  it('are counted by branch under its name, and say up to when each branch is known', async () => {
    const { client, start } = await openOffice();
    const { rows, asOf } = await client.report.sales({ ...year, by: 'branch' });
    expect(rows.map(({ key, name, won }) => [key, name, won])).toEqual([
      ['South', 'South', 2],
      ['', '', 1],
      ['North', 'North', 1],
    ]);
    const known = [
      { branchId: 'North', name: 'North', heardAt: null, waiting: 0 },
      { branchId: 'South', name: 'South', heardAt: start + 3 * day, waiting: 37 },
    ];
    expect(asOf).toEqual(known);
    expect((await client.report.orders(year)).asOf).toEqual(known);
    expect((await client.deal.forecast({})).asOf).toEqual(known);
  });

  it('say where a client bought what', async () => {
    const { client, ana, deals, start } = await openOffice();
    const { boughtAt, owned, asOf } = await client.report.purchases({ id: ana });
    expect(boughtAt).toEqual([
      { branchId: 'South', name: 'South', won: 2, lastAt: start + 2 * day },
      { branchId: 'North', name: 'North', won: 1, lastAt: start },
      { branchId: null, name: null, won: 1, lastAt: start },
    ]);
    expect(owned).toMatchObject([{ name: 'Window', quantity: 4, dealId: deals[2], branchId: 'South', branchName: 'South' }]);
    expect(asOf).toHaveLength(2);
  });

  it('are narrowed to a branch', async () => {
    const { client, ana } = await openOffice();
    const ofSouth = { all: [{ field: 'branchId', is: 'isAnyOf' as const, value: ['South'] }] };
    expect((await client.report.sales({ ...year, by: 'source', where: ofSouth })).totals.won).toBe(2);
    await client.task.create({ title: 'Call', partyId: ana });
    expect((await client.task.list({ filter: { where: ofSouth } })).total).toBe(0);
  });
});

describe('figures of a shop that is alone, or of a branch', () => {
  it('are its own as of now', async () => {
    const { client, core } = await openTestCore();
    expect((await client.report.sales({ ...year, by: 'branch' })).asOf).toEqual([]);
    bringBranches(core, 'North');
    makeOneOf(core, { branchId: 'North' });
    expect((await client.report.sales({ ...year, by: 'branch' })).asOf).toEqual([]);
  });
});
