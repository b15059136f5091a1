import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { closeTask, openCallOfDeal, taskOfDay } from '#test/e2e/walkthrough/day.ts';
import { enterPayment, enterPrices, enterSizes, expectStage, openDeal, openDealOnBoard } from '#test/e2e/walkthrough/deal.ts';
import { accept, makeQuote, readDocument, showDocument } from '#test/e2e/walkthrough/documents.ts';
import { expectOneNotice, notices } from '#test/e2e/walkthrough/notices.ts';
import { client, people, products, siteAddress, sumsShown, times, workDayShown } from '#test/e2e/walkthrough/shop-life.ts';
import { sizes } from '#test/walkthrough/steps/shop-data.ts';

const sizesWritten = sizes.flatMap(({ place, width, height }) => [place, String(width), String(height)]);
const phoneWritten = '+34 612 34 56 78';

/** W5: sizes are entered, and somebody is to work out the price. */
export async function sizesAreEntered(shop: Shop): Promise<void> {
  const { say } = shop;
  const measure = say('process.task.measure', { client: client.name });
  await shop.setClock(times.measured);
  await openDeal(shop, await taskOfDay(shop, measure));
  await enterSizes(shop);
  await expectStage(shop, 'pipeline.stage.quote');
  await closeTask(shop, measure, 'Tercer piso, hay ascensor');
  await shop.workAs('estimator');
  await expectOneNotice(shop, 'taskAssigned', say('process.task.price', { client: client.name }));
}

/** W6: prices, and a quote that says the same as docx and as PDF. */
export async function quoteIsMade(shop: Shop): Promise<void> {
  const price = shop.say('process.task.price', { client: client.name });
  await shop.setClock(times.priced);
  await openDeal(shop, await taskOfDay(shop, price));
  await enterPrices(shop);
  await makeQuote(shop);
  await showDocument(shop, 'quote');
  for (const format of ['docx', 'pdf'] as const) {
    const text = await readDocument(shop, 'quote', format);
    const { window, work } = products;
    const facts = [client.name, phoneWritten, window.name, work.name, ...sizesWritten, sumsShown.gross, shop.terms];
    for (const fact of facts) expect(text).toContain(fact);
  }
  await closeTask(shop, price, 'De acuerdo por teléfono');
}

/** W6: the client accepts. */
export async function quoteIsAccepted(shop: Shop): Promise<void> {
  await shop.setClock(times.accepted);
  await openDealOnBoard(shop);
  await accept(shop);
  await expectStage(shop, 'pipeline.stage.payment');
  const invoice = await readDocument(shop, 'invoice', 'pdf');
  for (const fact of [client.name, sumsShown.gross]) expect(invoice).toContain(fact);
}

/** W7: a part is paid, and the deal goes on to the installation. */
export async function partIsPaid(shop: Shop): Promise<void> {
  const { page, say } = shop;
  await shop.setClock(times.partPaid);
  await shop.workAs('manager');
  await openDealOnBoard(shop);
  await enterPayment(shop, '600');
  await expectStage(shop, 'pipeline.stage.installation');
  const payments = page.getByRole('region', { name: say('payment.title') });
  await expect(payments).toContainText(say('payment.toPay', { amount: sumsShown.rest }));
}

/** W8: the day is agreed. */
export async function dayIsAgreed(shop: Shop): Promise<void> {
  const { say } = shop;
  await shop.setClock(times.dayAgreed);
  const card = await openCallOfDeal(shop, say('process.task.agreeDay', { client: client.name }));
  await card.getByText(say('activity.outcome.reached'), { exact: true }).click();
  await card.getByRole('textbox', { name: say('deal.asked.workAt') }).fill(shop.typed(times.install));
  await card.getByRole('button', { name: say('call.save') }).click();
  await expect(card).toBeHidden();
}

/** W8: the installer has the job, its time, and a sheet to print. */
export async function installerHasJob(shop: Shop): Promise<void> {
  const { say } = shop;
  await shop.workAs('installer');
  await expectOneNotice(shop, 'taskAssigned', say('process.task.install', { client: client.name }));
  await openReport(shop, say('document.kind.jobSheet'));
  await showDocument(shop, 'jobSheet');
  const text = await readDocument(shop, 'jobSheet', 'pdf');
  const facts = [client.name, phoneWritten, siteAddress, people.installer.name, workDayShown, ...sizesWritten];
  for (const fact of facts) expect(text).toContain(fact);
  expect(text).not.toContain('€');
}

/** W9: the windows stand, and the deal is won; the head has the report. */
export async function dealIsWon(shop: Shop): Promise<void> {
  const { page, say } = shop;
  await shop.setClock(times.installed);
  await closeTask(shop, say('process.task.install', { client: client.name }), 'Todo montado');
  await shop.workAs('head');
  await openReport(shop, say('document.kind.dealReport'));
  await expect(page.getByText(say('deal.status.won'), { exact: true })).toBeVisible();
  await showDocument(shop, 'dealReport');
  const text = await readDocument(shop, 'dealReport', 'pdf');
  const stages = ['request', 'measuring', 'quote', 'payment', 'installation'] as const;
  const staff = ['manager', 'estimator', 'measurer', 'installer'] as const;
  const way = [...stages.map((stage) => say(`pipeline.stage.${stage}`)), ...staff.map((key) => people[key].name)];
  for (const fact of [client.name, ...way, ...Object.values(sumsShown)]) expect(text).toContain(fact);
}

/** W7: the rest is paid. */
export async function restIsPaid(shop: Shop): Promise<void> {
  const { page, say } = shop;
  await shop.setClock(times.restPaid);
  await enterPayment(shop, '548,53');
  await expect(page.getByRole('region', { name: say('payment.title') })).toContainText(say('payment.paidUp'));
}

/** The one notice of a document that is ready, which shows its deal. */
async function openReport(shop: Shop, document: string): Promise<void> {
  const notice = await notices(shop, 'report', document);
  await expect(notice).toHaveCount(1);
  await notice.getByRole('button').click();
}
