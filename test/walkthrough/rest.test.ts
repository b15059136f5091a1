import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Deal } from '#shared/deal/contract.ts';
import type { Document } from '#shared/document/contract.ts';
import type { Lead } from '#shared/lead/contract.ts';
import type { PaymentSum } from '#shared/payment/contract.ts';
import type { Task } from '#shared/task/contract.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { startClockedHost } from '#test/factories/start-clocked-host.ts';
import { docxPlainText, expectJobSheet, expectQuote, expectReport, pdfText } from '#test/walkthrough/steps/check-documents.ts';
import { documentsOf, leadsOf, noticesOf, openTask, runsOf, tasksOf } from '#test/walkthrough/steps/read-shop.ts';
import { restClient } from '#test/walkthrough/steps/rest-client.ts';
import { setUpShop, speakAs } from '#test/walkthrough/steps/set-up-shop.ts';
import {
  droppedRequest,
  expectedRuns,
  moments,
  request,
  requestsFile,
  site,
  sizes,
  sums,
  workMinutes,
} from '#test/walkthrough/steps/shop-data.ts';

const minute = 60_000;
const second = 1000;

/** A shop on a host of its own, which can be killed and started again. */
async function openShop() {
  const dataDirectory = makeTestDirectory();
  let host = await startClockedHost({ dataDirectory, at: moments.opening });
  onTestFinished(() => host.close());
  const shop = await setUpShop(restClient(host));
  return {
    dataDirectory,
    shop,
    as: speakAs(shop, host),
    setClock: (at: number) => host.setClock(at),
    async killAndStart(at: number) {
      await host.kill();
      host = await startClockedHost({ dataDirectory, at });
      return speakAs(shop, host);
    },
  };
}

describe('the walk-through of a window shop, by REST alone', { timeout: 120_000 }, () => {
  it('W1: requests come in by the form, the watched folder and a file, each with a card, none lost and none twice', async () => {
    const { as, shop, dataDirectory } = await openShop();
    const lead = await as.owner.send<Lead>('POST', '/leads', request);
    const again = await as.owner.send<Lead>('POST', '/leads', request);
    expect(again.id).toBe(lead.id);
    expect(lead).toMatchObject({ status: 'new', hasNewParty: true, partyTitle: request.name });
    expect(await as.owner.get(`/contacts/${lead.partyId}`)).toMatchObject({ kind: 'lead', title: request.name });

    writeFileSync(join(dataDirectory, 'inbox', 'one.json'), JSON.stringify(droppedRequest));
    await vi.waitFor(async () => expect(await leadsOf(as.owner)).toHaveLength(2), { timeout: 30_000, interval: 250 });
    writeFileSync(join(dataDirectory, 'inbox', 'two.json'), JSON.stringify(droppedRequest));
    const brought = await as.owner.upload('/leads/import', 'requests.csv', requestsFile);
    expect(brought).toEqual({ created: 2, known: 0, problems: [] });
    expect(await as.owner.upload('/leads/import', 'requests.csv', requestsFile)).toEqual({ created: 0, known: 2, problems: [] });
    await vi.waitFor(
      async () =>
        expect(await as.owner.get('/leads/inbox')).toMatchObject({ files: [{ name: 'two.json', created: 0, known: 1 }, {}] }),
      { timeout: 30_000, interval: 250 },
    );

    const leads = await leadsOf(as.owner);
    expect(leads.map(({ name }) => name).toSorted()).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Bea Soler', 'Carlos Vega']);
    // Who asks a second time is the same card, and stays with whoever is in charge of it.
    expect(new Set(leads.map(({ partyId }) => partyId)).size).toBe(3);
    const calls = await tasksOf(as.owner, { status: 'open' });
    expect(calls).toHaveLength(4);
    expect(new Set(calls.map(({ leadId }) => leadId)).size).toBe(4);
    const turns = calls.map(({ assigneeId }) => assigneeId);
    expect(turns.filter((id) => id === shop.ids.manager)).toHaveLength(2);
    expect(turns.filter((id) => id === shop.ids.secondManager)).toHaveLength(2);
  });

  it('W2, W3: a call not made in time is told to the head at its minute, once', async () => {
    const { as, shop, setClock, killAndStart } = await openShop();
    await setClock(moments.request);
    const lead = await as.owner.send<Lead>('POST', '/leads', request);
    const call = await openTask(as.owner, { leadId: lead.id }, 'firstCall');
    expect(call).toMatchObject({ assigneeId: shop.ids.manager, dueAt: moments.callDue, title: 'Call Ana Ruiz', type: 'call' });
    expect(await noticesOf(as.manager, 'taskAssigned')).toMatchObject([{ recordId: call.id, at: moments.request }]);
    await setClock(moments.callDue - second);
    expect(await noticesOf(as.manager, 'reminder')).toEqual([]);
    expect(await noticesOf(as.head, 'overdue')).toEqual([]);
    await setClock(moments.callDue);
    expect(await noticesOf(as.manager, 'reminder')).toMatchObject([{ recordId: call.id, at: moments.callDue }]);
    expect(await noticesOf(as.head, 'overdue')).toMatchObject([{ recordId: call.id, at: moments.callDue }]);
    const later = await killAndStart(moments.callDue + 20 * minute);
    expect(await noticesOf(later.head, 'overdue')).toHaveLength(1);
    expect(await noticesOf(later.manager, 'overdue')).toEqual([]);
  });

  it('W3: the head is told the true minute also when the program was killed before and started after it', async () => {
    const { as, setClock, killAndStart } = await openShop();
    await setClock(moments.request);
    const lead = await as.owner.send<Lead>('POST', '/leads', request);
    await setClock(moments.callDue - second);
    const back = moments.callDue + 20 * minute;
    const after = await killAndStart(back);
    const told = await noticesOf(after.head, 'overdue');
    expect(told).toMatchObject([{ at: moments.callDue, createdAt: back, params: { client: request.name } }]);
    expect(await openTask(after.owner, { leadId: lead.id }, 'firstCall')).toMatchObject({ escalatedAt: moments.callDue });
    const again = await killAndStart(back + 60 * minute);
    expect(await noticesOf(again.head, 'overdue')).toEqual(told);
  });

  it('W1 to W9: from the request to the report, each step by itself and once', async () => {
    const { as, shop, setClock } = await openShop();
    const { ids } = shop;

    // W1, W2, W3
    await setClock(moments.request);
    const lead = await as.owner.send<Lead>('POST', '/leads', request);
    const partyId = lead.partyId ?? '';
    const call = await openTask(as.manager, { leadId: lead.id }, 'firstCall');
    await setClock(moments.callDue);
    expect(await noticesOf(as.head, 'overdue')).toHaveLength(1);

    // W4: without what is asked for nothing happens; with it the measurer is told where to be, and when to leave.
    await setClock(moments.called);
    const talk = { result: 'Two windows and a small one', outcome: 'reached', duration: 240 };
    await expect(as.manager.send('POST', `/tasks/${call.id}/done`, talk)).rejects.toThrow(/409.*FIELDS_MISSING/);
    const close = () => as.manager.send<{ actId: string }>('POST', `/tasks/${call.id}/done`, { ...talk, deal: site });
    const { actId } = await close();
    const first = await openTask(as.measurer, { partyId }, 'measure');
    await as.manager.send('POST', `/acts/${actId}/undo`);
    expect(await tasksOf(as.owner, { partyId })).toMatchObject([{ id: call.id, status: 'open', dealId: null }]);
    expect(await leadsOf(as.owner)).toMatchObject([{ status: 'new', dealId: null }]);
    expect((await runsOf(as.owner, partyId)).map(({ automationName }) => automationName).toSorted()).toEqual([
      'A new request gets somebody in charge',
      'Call whoever sent a request',
    ]);
    await close();
    const measuring = await openTask(as.measurer, { partyId }, 'measure');
    expect(measuring.id).not.toBe(first.id);
    expect(measuring).toMatchObject({
      type: 'visit',
      assigneeId: ids.measurer,
      dueAt: moments.visit,
      leaveAt: moments.leave,
      location: site.siteAddress,
      durationMinutes: 60,
    });
    expect((await noticesOf(as.measurer, 'taskAssigned')).some(({ recordId }) => recordId === measuring.id)).toBe(true);
    const { dealId } = measuring;
    const deal = () => as.owner.get<Deal>(`/deals/${dealId}`);
    expect(await deal()).toMatchObject({ stageName: 'Measuring', pipelineId: shop.pipelineId, ownerId: ids.manager });

    // W5: who measures enters sizes; who prices gets the task.
    await setClock(moments.visit - 60 * minute);
    expect(await noticesOf(as.measurer, 'reminder')).toMatchObject([{ recordId: measuring.id }]);
    await setClock(moments.measured);
    await expect(as.measurer.send('POST', `/tasks/${measuring.id}/done`)).rejects.toThrow(/FIELDS_MISSING.*sizes/);
    const windows = sizes.map((size) => ({ ...size, productId: shop.productIds.window }));
    const measured = await as.measurer.send<Deal>('PUT', `/deals/${dealId}/lines`, { lines: windows });
    await as.measurer.send('POST', `/tasks/${measuring.id}/done`, { result: 'Third floor, lift' });
    expect(await deal()).toMatchObject({ stageName: 'Quote' });
    const pricing = await openTask(as.secondManager, { partyId }, 'price');
    expect(pricing).toMatchObject({ assigneeId: ids.secondManager, title: 'Price and agree with Ana Ruiz' });

    // W6: the quote, as both files, accepted; the invoice is of the same sum.
    await setClock(moments.priced);
    const lines = [...measured.lines.map(({ id }, index) => ({ ...windows[index], id })), { productId: shop.productIds.work }];
    await as.secondManager.send('PUT', `/deals/${dealId}/lines`, { lines });
    expect(await deal()).toMatchObject({ net: sums.net, tax: sums.tax, amount: sums.gross });
    await as.secondManager.send('POST', `/tasks/${pricing.id}/done`, { result: 'Agreed by telephone' });
    const quote = await as.secondManager.send<Document>('POST', '/documents', { kind: 'quote', dealId });
    expectQuote(await docxPlainText(await as.secondManager.bytes(`/documents/${quote.id}/docx`)), quote.number);
    expectQuote(await pdfText(await as.secondManager.bytes(`/documents/${quote.id}/pdf`)), quote.number);
    await setClock(moments.accepted);
    await as.secondManager.send('POST', `/documents/${quote.id}/status`, { status: 'accepted' });
    expect(await deal()).toMatchObject({ stageName: 'Payment' });
    const invoices = (await documentsOf(as.owner, dealId ?? '')).filter(({ kind }) => kind === 'invoice');
    expect(invoices).toMatchObject([{ gross: sums.gross, basedOn: quote.id }]);
    const receiving = await openTask(as.manager, { partyId }, 'payment');
    expect(receiving).toMatchObject({ assigneeId: ids.manager });

    // W7: a part is enough to go on.
    await setClock(moments.partPaid);
    await as.manager.send('POST', '/payments', {
      dealId,
      amount: sums.partPayment,
      method: 'transfer',
      documentId: invoices[0]?.id,
    });
    expect(await deal()).toMatchObject({ stageName: 'Installation', paid: sums.partPayment });
    const sumsNow = () => as.owner.get<{ sums: PaymentSum[] }>(`/payments?dealId=${dealId}`);
    expect(await sumsNow()).toMatchObject({ sums: [{ balance: sums.rest }] });
    expect(await as.manager.get(`/tasks/${receiving.id}`)).toMatchObject({ status: 'done' });

    // W8: the day is agreed; the installer gets job, time and a sheet to print.
    await setClock(moments.dayAgreed);
    const agreeing = await openTask(as.manager, { partyId }, 'agreeDay');
    const day = { workAt: moments.install, workMinutes };
    await as.manager.send('POST', `/tasks/${agreeing.id}/done`, { outcome: 'reached', deal: day });
    const installing = await openTask(as.installer, { partyId }, 'install');
    expect(installing).toMatchObject({
      type: 'visit',
      assigneeId: ids.installer,
      dueAt: moments.install,
      durationMinutes: workMinutes,
      location: site.siteAddress,
      leaveAt: null,
    });
    expect(await noticesOf(as.installer, 'taskAssigned')).toMatchObject([{ recordId: installing.id }]);
    const [sheet] = await noticesOf(as.installer, 'report');
    expect(sheet).toMatchObject({ recordType: 'document', params: { documentKind: 'jobSheet' } });
    expectJobSheet(await pdfText(await as.installer.bytes(`/documents/${sheet?.recordId}/pdf`)));

    // W9: done, won, and the head has the report.
    await setClock(moments.installed);
    await as.installer.send<{ task: Task }>('POST', `/tasks/${installing.id}/done`, { result: 'All three stand' });
    expect(await deal()).toMatchObject({ status: 'won', closedAt: moments.installed });
    const reports = await noticesOf(as.head, 'report');
    expect(reports).toMatchObject([{ at: moments.installed, recordType: 'document', params: { documentKind: 'dealReport' } }]);
    expectReport(await pdfText(await as.head.bytes(`/documents/${reports[0]?.recordId}/pdf`)));

    // W7 again: the rest is paid, and moves nothing any more.
    await setClock(moments.restPaid);
    await as.manager.send('POST', '/payments', { dealId, amount: sums.rest, method: 'cash' });
    expect(await sumsNow()).toMatchObject({ sums: [{ paid: sums.gross, balance: 0 }] });
    expect(await deal()).toMatchObject({ status: 'won' });

    const runs = await runsOf(as.owner, partyId);
    const counts = Object.fromEntries(
      Map.groupBy(runs, ({ automationName }) => automationName)
        .entries()
        .map(([name, all]) => [name, all.length]),
    );
    expect(counts).toEqual(expectedRuns);
    expect(
      runs.flatMap(({ status, steps }) => [status, ...steps.map((step) => step.status)]).every((status) => status === 'done'),
    ).toBe(true);
    expect(await noticesOf(as.head, 'overdue')).toMatchObject([{ recordId: call.id, at: moments.callDue }]);
  });
});
