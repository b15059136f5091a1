import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import type { DocumentFormat } from '#shared/document/contract.ts';
import { docxText } from '#test/factories/docx.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';
import { pdfPages } from '#test/factories/pdf-text.ts';
import { openSoldDeal } from '#test/factories/sold-deal.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const morning = Date.parse('2026-11-22T09:00:00Z');

async function openShop() {
  const clock = createTestClock(morning);
  const test = await openTestCore({}, { clock });
  return { ...test, clock, ...(await openSoldDeal(test)) };
}

type Client = TestCore['client'];

async function bytesOf(client: Client, id: string, format: DocumentFormat): Promise<Uint8Array> {
  return new Uint8Array(await (await client.document.download({ id, format })).arrayBuffer());
}

async function textOf(client: Client, id: string, format: DocumentFormat): Promise<string> {
  const bytes = await bytesOf(client, id, format);
  const texts = format === 'pdf' ? await pdfPages(bytes) : await docxText(bytes);
  return texts.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
}

const refusal = (field: string, code: string) => ({ code: 'REFUSED', data: { field, code } });

describe('a document', () => {
  it('says on paper who sells what to whom, as PDF and as docx', async () => {
    const { client, deal } = await openShop();
    await client.payment.create({ dealId: deal.id, amount: 52_000 });
    const quote = await client.document.create({ kind: 'quote', dealId: deal.id, notes: 'Ring twice.' });
    expect(quote).toMatchObject({
      number: 'Q-2026-0001',
      version: 1,
      status: 'draft',
      date: '2026-11-22',
      validUntil: '2026-12-22',
      net: 210_000,
      gross: 252_000,
      currency: 'EUR',
      partyTitle: 'Ana Ruiz',
    });
    for (const format of ['pdf', 'docx'] as const) {
      const text = await textOf(client, quote.id, format);
      for (const said of ['Clear Windows', 'B12345678', 'Ana Ruiz', '12345678Z', '5 River Road, 28001 Madrid', 'Q-2026-0001'])
        expect(text, format).toContain(said);
      for (const said of [
        'Window',
        '1200 × 1400',
        'Installation',
        '€2,520.00',
        '€520.00',
        '€2,000.00',
        'Ring twice.',
        'Half in advance.',
      ])
        expect(text, format).toContain(said);
    }
    const file = await client.document.download({ id: quote.id, format: 'docx' });
    expect(file.name).toBe('Quote Q-2026-0001.docx');
  });

  it('prints the same for ever, whatever becomes of its deal, its client and the shop', async () => {
    const { client, deal, contact } = await openShop();
    const quote = await client.document.create({ kind: 'quote', dealId: deal.id });
    const before = await textOf(client, quote.id, 'pdf');
    await client.deal.setLines({ id: deal.id, lines: [{ name: 'Door', unitPrice: 1 }] });
    await client.contact.update({ id: contact.id, givenName: 'Eva' });
    await client.settings.update({ shopName: 'Other', country: 'PT' });
    expect(await textOf(client, quote.id, 'pdf')).toBe(before);
    expect((await client.document.get({ id: quote.id })).gross).toBe(252_000);
  });

  it('has versions under one number, of which the earlier is valid no more', async () => {
    const { client, deal } = await openShop();
    const first = await client.document.create({ kind: 'quote', dealId: deal.id, notes: 'Ring twice.' });
    await client.document.setStatus({ id: first.id, status: 'sent' });
    await client.deal.setLines({ id: deal.id, lines: [{ name: 'Door', unitPrice: 90_000 }] });
    const second = await client.document.create({ kind: 'quote', dealId: deal.id, basedOn: first.id, asVersion: true });
    expect(second).toMatchObject({ number: 'Q-2026-0001', version: 2, basedOn: first.id, gross: 90_000 });
    expect((await client.document.get({ id: first.id })).status).toBe('cancelled');
    expect((await client.document.get({ id: second.id })).data).toMatchObject({ version: 2, notes: 'Ring twice.' });
    const third = await client.document.create({ kind: 'quote', dealId: deal.id, basedOn: first.id, asVersion: true });
    expect(third.version).toBe(3);
    const [act] = (await client.history.acts({ limit: 1 })).rows;
    await client.history.undo({ id: act?.id ?? '' });
    const { rows } = await client.document.list({ dealId: deal.id });
    expect(rows.map(({ version, status }) => [version, status])).toEqual([
      [2, 'draft'],
      [1, 'cancelled'],
    ]);
  });

  it('made from a quote has what the quote says, though the deal changed since', async () => {
    const { client, deal } = await openShop();
    const quote = await client.document.create({ kind: 'quote', dealId: deal.id });
    await client.deal.setLines({ id: deal.id, lines: [] });
    await client.payment.create({ dealId: deal.id, amount: 52_000 });
    for (const kind of ['order', 'invoice'] as const) {
      const made = await client.document.create({ kind, dealId: deal.id, basedOn: quote.id });
      expect(made).toMatchObject({ version: 1, gross: 252_000, basedOn: quote.id, validUntil: null });
      const { data } = await client.document.get({ id: made.id });
      expect(data.lines.map(({ name }) => name)).toEqual(['Window', 'Installation']);
      expect(data.totals).toMatchObject({ paid: 52_000, balance: 200_000 });
    }
    const { rows, total } = await client.document.list({ dealId: deal.id, kind: 'invoice' });
    expect([total, rows[0]?.number]).toEqual([1, 'INV-2026-0001']);
  });

  it('is sent, accepted or refused, and an acceptance can be undone', async () => {
    const { client, deal, clock } = await openShop();
    const { id } = await client.document.create({ kind: 'quote', dealId: deal.id });
    expect((await client.document.setStatus({ id, status: 'sent' })).decidedAt).toBeNull();
    await clock.set(morning + 1000);
    const accepted = await client.document.setStatus({ id, status: 'accepted', note: 'By phone' });
    expect(accepted).toMatchObject({ status: 'accepted', note: 'By phone', decidedAt: morning + 1000 });
    const { rows } = await client.history.acts({ limit: 1 });
    expect(rows[0]).toMatchObject({ kind: 'document', subject: 'Q-2026-0001, Kitchen windows' });
    await client.history.undo({ id: accepted.actId });
    expect(await client.document.get({ id })).toMatchObject({ status: 'sent', note: '', decidedAt: null });
  });

  it('for the job says when to leave, where to go and who goes', async () => {
    const { client, deal, core } = await openShop();
    const visitAt = morning + 24 * 3600_000;
    await client.deal.update({
      id: deal.id,
      visitAt,
      leaveAt: visitAt - 1800_000,
      siteAddress: '9 Hill Street',
      notes: 'Third floor',
    });
    const first = await client.document.create({ kind: 'jobSheet', dealId: deal.id });
    expect((await client.document.get({ id: first.id })).data).toMatchObject({
      visit: { at: visitAt, leaveAt: visitAt - 1800_000, address: '9 Hill Street', assignee: '' },
      notes: 'Third floor',
    });
    await client.people.update({ id: core.owner().userId, name: 'Pedro' });
    const dueAt = visitAt + 3600_000;
    await client.task.create({ type: 'visit', title: 'Install', dealId: deal.id, dueAt, leaveAt: dueAt - 600_000 });
    const second = await client.document.create({ kind: 'jobSheet', dealId: deal.id });
    const { data } = await client.document.get({ id: second.id });
    expect(data.visit).toEqual({ at: dueAt, leaveAt: dueAt - 600_000, address: '9 Hill Street', assignee: 'Pedro' });
    const text = await textOf(client, second.id, 'pdf');
    for (const said of ['J-2026-0002', 'Pedro', '9 Hill Street', 'Kitchen', '1400', 'Third floor']) expect(text).toContain(said);
  });

  it('on the sale tells its stages, tasks and payments', async () => {
    const { client, deal } = await openShop();
    await client.payment.create({ dealId: deal.id, amount: 252_000, method: 'card', paidOn: '2026-11-20' });
    const wrong = await client.payment.create({ dealId: deal.id, amount: 1 });
    await client.payment.reverse({ id: wrong.id });
    await client.task.create({ type: 'call', title: 'Call at once', dealId: deal.id, dueAt: morning });
    await client.deal.win({ id: deal.id });
    const { id } = await client.document.create({ kind: 'dealReport', dealId: deal.id });
    const { report } = (await client.document.get({ id })).data;
    expect(report?.stages.at(-1)).toMatchObject({ name: 'Won', leftAt: null });
    expect(report?.tasks.map(({ title, dueAt }) => [title, dueAt])).toEqual([['Call at once', morning]]);
    expect(report?.payments).toEqual([{ date: '2026-11-20', amount: 252_000, method: 'Card' }]);
  });

  it('is refused where it can’t be made', async () => {
    const { client, deal, contact, clientOf, core } = await openShop();
    const empty = await client.deal.create({ partyId: contact.id, title: 'Later' });
    const { create } = client.document;
    for (const kind of ['quote', 'order', 'invoice'] as const)
      await expect(create({ kind, dealId: empty.id })).rejects.toMatchObject(refusal('lines', 'noLines'));
    const sheet = await create({ kind: 'jobSheet', dealId: empty.id });
    const wrong = [
      [{ basedOn: 'nothing' }, refusal('basedOn', 'unknown')],
      [{ asVersion: true }, refusal('basedOn', 'unknown')],
      [{ basedOn: sheet.id }, refusal('basedOn', 'otherDeal')],
      [{ templateId: 'nothing' }, refusal('templateId', 'unknown')],
      [{ dealId: 'nothing' }, { code: 'NOT_FOUND' }],
      [{ date: '22/11/2026' }, { code: 'BAD_REQUEST' }],
      [{ kind: 'letter' as 'quote' }, { code: 'BAD_REQUEST' }],
    ] as const;
    for (const [input, error] of wrong)
      await expect(create({ kind: 'quote', dealId: deal.id, ...input })).rejects.toMatchObject(error);
    const quote = await create({ kind: 'quote', dealId: deal.id });
    await expect(create({ kind: 'order', dealId: deal.id, basedOn: quote.id, asVersion: true })).rejects.toMatchObject(
      refusal('basedOn', 'otherKind'),
    );
    expect(quote.number).toBe('Q-2026-0001');
    await expect(client.document.get({ id: 'nothing' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.document.setStatus({ id: 'nothing', status: 'sent' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.document.download({ id: 'nothing', format: 'pdf' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const specialist = clientOf(personActor({ id: core.owner().userId, name: 'Pedro', role: 'specialist' }));
    await expect(specialist.document.create({ kind: 'quote', dealId: deal.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await specialist.document.get({ id: quote.id })).number).toBe(quote.number);
  });
});
