import { expect } from 'vitest';
import type { Deal } from '#shared/deal/contract.ts';
import type { Document } from '#shared/document/contract.ts';
import type { Lead } from '#shared/lead/contract.ts';
import type { PaymentSum } from '#shared/payment/contract.ts';
import type { Task } from '#shared/task/contract.ts';
import { docxPlainText, expectJobSheet, expectQuote, expectReport, pdfText } from '#test/walkthrough/steps/check-documents.ts';
import { documentsOf, leadsOf, noticesOf, openTask, runsOf, tasksOf } from '#test/walkthrough/steps/read-shop.ts';
import type { RestClient } from '#test/walkthrough/steps/rest-client.ts';
import type { Shop } from '#test/walkthrough/steps/set-up-shop.ts';
import { expectedRuns, moments, request, site, sizes, sums, workMinutes } from '#test/walkthrough/steps/shop-data.ts';
import type { StaffKey } from '#test/walkthrough/steps/shop-data.ts';

const minute = 60_000;

export interface Life {
  readonly shop: Shop;
  /** Everybody at the computer they work at. */
  readonly as: Readonly<Record<StaffKey | 'owner', RestClient>>;
  setClock(at: number): Promise<void>;
  /** Where work goes from one to another: what was done at one computer comes to the others, if there are several. */
  meet(): Promise<void>;
}

/** From the request to the report (W1 to W9), each automatic step seen by itself and once. */
export async function expectLife({ shop, as, setClock, meet }: Life) {
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
  await meet();
  const first = await openTask(as.measurer, { partyId }, 'measure');
  await as.manager.send('POST', `/acts/${actId}/undo`);
  expect(await tasksOf(as.owner, { partyId })).toMatchObject([{ id: call.id, status: 'open', dealId: null }]);
  expect(await leadsOf(as.owner)).toMatchObject([{ status: 'new', dealId: null }]);
  expect((await runsOf(as.owner, partyId)).map(({ automationName }) => automationName).toSorted()).toEqual([
    'A new request gets somebody in charge',
    'Call whoever sent a request',
  ]);
  await close();
  await meet();
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
  await meet();
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
  await meet();
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
  await meet();
  expect(await deal()).toMatchObject({ status: 'won', closedAt: moments.installed });
  const reports = await noticesOf(as.head, 'report');
  expect(reports).toMatchObject([{ at: moments.installed, recordType: 'document', params: { documentKind: 'dealReport' } }]);
  expectReport(await pdfText(await as.head.bytes(`/documents/${reports[0]?.recordId}/pdf`)));

  // W7 again: the rest is paid, and moves nothing any more.
  await setClock(moments.restPaid);
  await as.manager.send('POST', '/payments', { dealId, amount: sums.rest, method: 'cash' });
  expect(await sumsNow()).toMatchObject({ sums: [{ paid: sums.gross, balance: 0 }] });
  expect(await deal()).toMatchObject({ status: 'won' });

  await meet();
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
}
