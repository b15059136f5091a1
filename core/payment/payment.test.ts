import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { openSoldDeal } from '#test/factories/sold-deal.ts';

async function openShop() {
  const test = await openTestCore();
  return { ...test, ...(await openSoldDeal(test)) };
}

const refusal = (field: string, code: string) => ({ code: 'REFUSED', data: { field, code } });

describe('payments', () => {
  it('add up to what was paid of the deal and what is still to come', async () => {
    const { client, deal } = await openShop();
    const first = await client.payment.create({ dealId: deal.id, amount: 100_000, method: 'transfer', paidOn: '2026-11-20' });
    expect(first).toMatchObject({
      amount: 100_000,
      currency: 'EUR',
      paidOn: '2026-11-20',
      isReversed: false,
      dealTitle: deal.title,
    });
    await client.payment.create({ dealId: deal.id, amount: 52_000 });
    const { rows, sums } = await client.payment.list({ dealId: deal.id });
    expect(rows.map(({ amount }) => amount)).toEqual([52_000, 100_000]);
    expect(sums).toEqual([{ currency: 'EUR', agreed: 252_000, paid: 152_000, balance: 100_000 }]);
    expect((await client.deal.get({ id: deal.id })).paid).toBe(152_000);
  });

  it('are written down as acts of their own, under the deal’s name', async () => {
    const { client, deal } = await openShop();
    await client.payment.create({ dealId: deal.id, amount: 1 });
    const { rows } = await client.history.acts({ limit: 1 });
    expect(rows[0]).toMatchObject({ kind: 'payment', subject: 'Kitchen windows', canUndo: false });
  });

  it('are refused where together they are more than an amount can be', async () => {
    const { client, deal, contact } = await openShop();
    const most = 9_000_000_000_000;
    await client.payment.create({ dealId: deal.id, amount: most });
    await expect(client.payment.create({ dealId: deal.id, amount: 1 })).rejects.toMatchObject(refusal('amount', 'tooMuch'));
    expect((await client.deal.get({ id: deal.id })).paid).toBe(most);
    const other = await client.deal.create({ partyId: contact.id });
    await client.payment.create({ dealId: other.id, amount: most });
    const { sums } = await client.payment.list({ partyId: contact.id });
    expect(sums[0]?.paid).toBe(2 * most);
  });

  it('keep the deal in its currency', async () => {
    const { client, deal } = await openShop();
    await client.payment.create({ dealId: deal.id, amount: 500 });
    const change = client.deal.update({ id: deal.id, currency: 'USD' });
    await expect(change).rejects.toMatchObject(refusal('currency', 'hasPayments'));
    expect((await client.deal.update({ id: deal.id, currency: 'EUR', notes: 'Paid' })).paid).toBe(500);
  });

  it('are taken back by another, once', async () => {
    const { client, deal } = await openShop();
    const { id } = await client.payment.create({ dealId: deal.id, amount: 500 });
    const reversal = await client.payment.reverse({ id, note: 'Wrong client' });
    expect(reversal).toMatchObject({ amount: -500, reversesId: id, note: 'Wrong client' });
    const { rows, sums } = await client.payment.list({ dealId: deal.id });
    expect(rows.map(({ isReversed }) => isReversed)).toEqual([false, true]);
    expect(sums[0]).toMatchObject({ paid: 0, balance: 252_000 });
    await expect(client.payment.reverse({ id })).rejects.toMatchObject(refusal('id', 'reversed'));
    await expect(client.payment.reverse({ id: reversal.id })).rejects.toMatchObject(refusal('id', 'isReversal'));
  });

  it('stay when their act is undone, and come back with a client who was deleted for good', async () => {
    const { client, deal, contact } = await openShop();
    await client.payment.create({ dealId: deal.id, amount: 500 });
    const [act] = (await client.history.acts({ limit: 1 })).rows;
    await client.history.undo({ id: act?.id ?? '', keepEdited: true });
    expect((await client.payment.list({ dealId: deal.id })).total).toBe(1);
    await client.contact.delete({ id: contact.id });
    const { actId } = await client.party.purgeMany({ ids: [contact.id] });
    expect((await client.payment.list({ partyId: contact.id })).total).toBe(0);
    await client.history.undo({ id: actId });
    expect((await client.payment.list({ dealId: deal.id })).sums[0]?.paid).toBe(500);
  });

  it('are summed up for a client: what was agreed, in each currency', async () => {
    const { client, deal, contact } = await openShop();
    expect((await client.payment.list({ partyId: contact.id })).sums).toEqual([]);
    await client.payment.create({ dealId: deal.id, amount: 52_000 });
    const other = await client.deal.create({ partyId: contact.id, title: 'Door', currency: 'USD', estimate: 900 });
    await client.deal.win({ id: other.id });
    const lost = await client.deal.create({ partyId: contact.id, title: 'Roof', estimate: 7000 });
    await client.payment.create({ dealId: lost.id, amount: 300 });
    await client.deal.lose({ id: lost.id, reasonId: null });
    const { sums, total } = await client.payment.list({ partyId: contact.id });
    expect(total).toBe(2);
    expect(sums).toEqual([
      { currency: 'EUR', agreed: 252_000, paid: 52_300, balance: 199_700 },
      { currency: 'USD', agreed: 900, paid: 0, balance: 900 },
    ]);
  });

  it('are refused where they can’t be', async () => {
    const { client, deal, contact, clientOf, core } = await openShop();
    const other = await client.deal.create({ partyId: contact.id, title: 'Door', lines: [{ name: 'Door', unitPrice: 5 }] });
    const document = await client.document.create({ kind: 'invoice', dealId: other.id });
    const { create, list } = client.payment;
    await expect(create({ dealId: deal.id, amount: 0 })).rejects.toMatchObject(refusal('amount', 'notPositive'));
    await expect(create({ dealId: deal.id, amount: -5 })).rejects.toMatchObject(refusal('amount', 'notPositive'));
    await expect(create({ dealId: deal.id, amount: 5, currency: 'USD' })).rejects.toMatchObject(
      refusal('currency', 'otherCurrency'),
    );
    await expect(create({ dealId: deal.id, amount: 5, documentId: document.id })).rejects.toMatchObject(
      refusal('documentId', 'otherDeal'),
    );
    await expect(create({ dealId: 'nothing', amount: 5 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(create({ dealId: deal.id, amount: 0.5 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(create({ dealId: deal.id, amount: 5, paidOn: 'today' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(list({})).rejects.toMatchObject(refusal('dealId', 'missing'));
    await expect(client.payment.reverse({ id: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const specialist = clientOf(personActor({ id: core.owner().userId, name: 'Pedro', role: 'specialist' }));
    await expect(specialist.payment.create({ dealId: deal.id, amount: 5 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await specialist.payment.list({ dealId: deal.id })).total).toBe(0);
  });
});
