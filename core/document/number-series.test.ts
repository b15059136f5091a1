import { describe, expect, it, onTestFinished } from 'vitest';
import { createDocument } from '#core/document/commands.ts';
import { openDatabase } from '#core/database/open-database.ts';
import { createStore } from '#core/records/store.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { openSoldDeal } from '#test/factories/sold-deal.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

async function openShop() {
  const clock = createTestClock(Date.parse('2026-12-31T22:30:00Z'));
  const test = await openTestCore({}, { clock });
  const sold = await openSoldDeal(test);
  const quote = async (date?: string) =>
    (await test.client.document.create({ kind: 'quote', dealId: sold.deal.id, ...(date && { date }) })).number;
  return { ...test, ...sold, clock, quote };
}

describe('numbers of documents', () => {
  it('go up by one within a kind, and begin at 1 in the new year of the shop’s own clock', async () => {
    const { client, deal, clock, quote } = await openShop();
    expect([await quote(), await quote()]).toEqual(['Q-2026-0001', 'Q-2026-0002']);
    expect((await client.document.create({ kind: 'invoice', dealId: deal.id })).number).toBe('INV-2026-0001');
    await clock.set(Date.parse('2026-12-31T23:10:00Z'));
    expect((await client.document.series()).find(({ kind }) => kind === 'quote')).toMatchObject({ next: 1 });
    expect([await quote(), await quote()]).toEqual(['Q-2027-0001', 'Q-2027-0002']);
    expect([await quote('2026-12-31'), await quote()]).toEqual(['Q-2026-0003', 'Q-2027-0003']);
  });

  it('follow the shop’s own pattern, and go on through the years where it has no year', async () => {
    const { client, clock, quote } = await openShop();
    const series = await client.document.setSeries({ kind: 'quote', pattern: 'OF/{number:6}', next: 41 });
    expect(series.filter(({ kind }) => kind === 'quote')).toEqual([
      { kind: 'quote', branchId: null, till: 1, branch: '', isOwn: true, pattern: 'OF/{number:6}', next: 41 },
    ]);
    expect(await quote()).toBe('OF/000041');
    await clock.set(Date.parse('2027-03-01T10:00:00Z'));
    expect(await quote()).toBe('OF/000042');
  });

  it('are a branch’s own where it has a series', async () => {
    const { client, deal, quote } = await openShop();
    await client.document.setSeries({ kind: 'quote', branchId: 'north', pattern: '{branch}-{number}', next: 7 });
    expect(await quote()).toBe('Q-2026-0001');
    await client.deal.update({ id: deal.id, branchId: 'north' });
    expect(await quote()).toBe('north-7');
    await client.deal.update({ id: deal.id, branchId: 'south' });
    expect(await quote()).toBe('Q-2026-0002');
  });

  it('are never given twice: not after an undo, not when the series is put back, not to two programs at once', async () => {
    const { client, core, deal, directory, quote } = await openShop();
    await quote();
    await quote();
    const [act] = (await client.history.acts({ limit: 1 })).rows;
    await client.history.undo({ id: act?.id ?? '' });
    expect(await quote()).toBe('Q-2026-0003');
    await client.document.setSeries({ kind: 'quote', pattern: 'Q-{year}-{number:4}', next: 1 });
    expect([await quote(), await quote()]).toEqual(['Q-2026-0002', 'Q-2026-0004']);
    const connection = openDatabase(directory);
    onTestFinished(() => connection.close());
    const other = createStore(connection, core.clock.now);
    const request = { actor: core.owner(), kind: 'document', subject: '' } as const;
    const numbers: string[] = [];
    for (let round = 0; round < 5; round += 1)
      for (const store of [core.store, other]) {
        const { result } = await store.perform(request, (made) => createDocument(made, { kind: 'quote', dealId: deal.id }));
        if (result.type === 'created') numbers.push(result.document.number);
      }
    expect(numbers).toHaveLength(10);
    expect(new Set(numbers).size).toBe(10);
  });

  it('let an earlier document be undone without asking about later ones', async () => {
    const { client, quote } = await openShop();
    await quote();
    const [act] = (await client.history.acts({ limit: 1 })).rows;
    await quote();
    expect((await client.history.undo({ id: act?.id ?? '' })).kept).toEqual([]);
    expect((await client.document.list({})).rows.map(({ number }) => number)).toEqual(['Q-2026-0002']);
  });

  it('can’t be made by a pattern that doesn’t count', async () => {
    const { client } = await openShop();
    const set = (pattern: string, next = 1) => client.document.setSeries({ kind: 'quote', pattern, next });
    const refusal = (code: string) => ({ code: 'REFUSED', data: { field: 'pattern', code } });
    await expect(set('P-{year}')).rejects.toMatchObject(refusal('noNumber'));
    await expect(set('P-{number}-{month}')).rejects.toMatchObject(refusal('unknownField'));
    await expect(set('P-{number')).rejects.toMatchObject(refusal('noNumber'));
    await expect(set('P-{number}', 0)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});
