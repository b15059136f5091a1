import { describe, expect, it } from 'vitest';
import { dealRecord } from '#core/deal/deal.ts';
import { boughtWithSql } from '#core/report/bought-with.ts';
import { changeRecord } from '#core/records/write.ts';
import { dice } from '#test/factories/dice.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

const day = 86_400_000;

async function openShop() {
  const { client, core, clientOf } = await openTestCore({ timeZone: 'Europe/Madrid' });
  const product = async (name: string) => (await client.product.create({ name })).id;
  const contact = async (givenName: string) => (await client.contact.create({ givenName })).id;
  /** A deal won on some day, of products each of which costs 10,00. */
  const buy = async (partyId: string, productIds: readonly (string | null)[], { at = 0, currency = 'EUR' } = {}) => {
    const { id } = await client.deal.create({
      partyId,
      currency,
      lines: productIds.map((productId) => ({ productId, name: 'By hand', unitPrice: 1000, taxRate: 0 })),
    });
    core.store.performNow({ actor: core.owner(), kind: 'restore', subject: '' }, (act) =>
      changeRecord(act, dealRecord, { id, changes: { status: 'won', closedAt: at } }),
    );
    return id;
  };
  return { client, core, clientOf, product, contact, buy };
}

describe('what a client bought', () => {
  it('says how often, for how much, what and when last', async () => {
    const { client, product, contact, buy } = await openShop();
    const [ana, window] = [await contact('Ana'), await product('Window')];
    await buy(ana, [window, null], { at: 10 * day });
    const last = await buy(ana, [window, window], { at: 16 * day });
    await buy(ana, [null], { at: 12 * day, currency: 'USD' });
    await client.deal.create({ partyId: ana, estimate: 5000 });
    await client.payment.create({ dealId: last, amount: 500, paidOn: '2026-11-01' });
    const bought = await client.report.purchases({ id: ana });
    expect(bought).toMatchObject({
      won: 3,
      sums: [
        { currency: 'EUR', count: 2, amount: 4000, average: 2000 },
        { currency: 'USD', count: 1, amount: 1000, average: 1000 },
      ],
      firstAt: 10 * day,
      lastAt: 16 * day,
      averageGap: 3,
      toPay: [
        { currency: 'EUR', amount: 3500 },
        { currency: 'USD', amount: 1000 },
      ],
    });
    expect(bought.owned).toMatchObject([
      { productId: window, name: 'Window', quantity: 3, lastAt: 16 * day, dealId: last },
      { productId: null, name: 'By hand', quantity: 2, lastAt: 12 * day },
    ]);
  });

  it('says nothing of who bought nothing, and nothing at all of nobody or to whoever may not see cards', async () => {
    const { client, core, clientOf, contact } = await openShop();
    expect(await client.report.purchases({ id: await contact('Ana') })).toEqual({
      won: 0,
      sums: [],
      firstAt: null,
      lastAt: null,
      averageGap: null,
      owned: [],
      suggestions: [],
      toPay: [],
      boughtAt: [],
      asOf: [],
    });
    await expect(client.report.purchases({ id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const blind = clientOf({ ...core.owner(), permissions: new Set(['deal.see'] as const) });
    await expect(blind.report.purchases({ id: await contact('Eva') })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('what others bought with it', () => {
  it('counts other clients as one does by hand', async () => {
    const { client, product, contact, buy } = await openShop();
    const roll = dice(3);
    const products: string[] = [];
    for (let index = 0; index < 9; index++) products.push(await product(`P${index}`));
    const clients: string[] = [];
    for (let index = 0; index < 12; index++) clients.push(await contact(`C${index}`));
    const baskets: { readonly partyId: string; readonly items: readonly string[] }[] = [];
    for (let index = 0; index < 20; index++) {
      const basket = { partyId: clients[roll(12)] ?? '', items: [products[roll(9)] ?? '', products[roll(9)] ?? ''] };
      await buy(basket.partyId, basket.items);
      baskets.push(basket);
    }
    const boughtBy = (id: string) => new Set(baskets.flatMap(({ partyId, items }) => (partyId === id ? items : [])));
    for (const me of clients) {
      const mine = boughtBy(me);
      const others = clients.filter((id) => id !== me && [...boughtBy(id)].some((item) => mine.has(item)));
      const expected = products
        .filter((id) => !mine.has(id))
        .map((id) => ({ productId: id, buyers: others.filter((other) => boughtBy(other).has(id)).length }))
        .filter(({ buyers }) => buyers >= 2)
        .toSorted((one, other) => other.buyers - one.buyers);
      const { suggestions } = await client.report.purchases({ id: me });
      expect(suggestions.map(({ productId, buyers }) => ({ productId, buyers }))).toEqual(expected.slice(0, 5));
    }
  });

  it('leaves out what lies in the deal already, what isn’t sold any more, and what was not won', async () => {
    const { client, product, contact, buy } = await openShop();
    const [window, sill, blind, gone] = [
      await product('Window'),
      await product('Sill'),
      await product('Blind'),
      await product('Gone'),
    ];
    for (const name of ['A', 'B']) await buy(await contact(name), [window, sill, blind, gone]);
    const lost = await client.deal.create({ partyId: await contact('C'), lines: [{ productId: window }, { productId: sill }] });
    await client.deal.lose({ id: lost.id, reasonId: null });
    await client.product.archive({ id: gone });
    const partyId = await contact('Ana');
    const names = async (productIds: string[]) =>
      (await client.report.boughtWith({ productIds, partyId })).map(({ name, buyers }) => [name, buyers]);
    expect(await names([window])).toEqual([
      ['Blind', 2],
      ['Sill', 2],
    ]);
    expect(await names([window, sill])).toEqual([['Blind', 2]]);
    expect(await names([])).toEqual([]);
  });

  it('is read by indexes', async () => {
    const { core } = await openShop();
    const plan = core.store.db
      .read<string[], { detail: string }>(`EXPLAIN QUERY PLAN ${boughtWithSql}`)
      .all('[]', '', '[]', '')
      .map(({ detail }) => detail);
    expect(plan.filter((line) => /^SCAN (deal|line|own|product)\b/.test(line))).toEqual([]);
  });
});
