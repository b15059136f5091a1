import { expect } from '#test/e2e/walkthrough/clocked-shop.ts';
import type { Shop } from '#test/e2e/walkthrough/clocked-shop.ts';
import { openCall, taskOfDay } from '#test/e2e/walkthrough/day.ts';
import { dealOnBoard } from '#test/e2e/walkthrough/deal.ts';
import { closeNotices, expectOneNotice, notices } from '#test/e2e/walkthrough/notices.ts';
import { dropFile, expectCard, request, sendForm, takeDown } from '#test/e2e/walkthrough/requests.ts';
import { client, droppedRequest, formRequest, siteAddress, times } from '#test/e2e/walkthrough/shop-life.ts';

const firstCall = ({ say }: Shop, name: string) => say('process.task.call', { client: name });

/** W1: a request is taken down, and whoever asks has a card. */
export async function requestIsTakenDown(shop: Shop): Promise<void> {
  await shop.setClock(times.request);
  await takeDown(shop);
  await shop.expectFits();
  await expectCard(shop, client.name);
}

/** W2: the manager is told, and has a quarter of an hour. */
export async function managerIsToCall(shop: Shop): Promise<void> {
  const task = firstCall(shop, client.name);
  await shop.workAs('manager');
  await expectOneNotice(shop, 'taskAssigned', task);
  await expect(await taskOfDay(shop, task)).toContainText(shop.clock(times.callDue));
  await shop.expectFits();
}

/** W3: the minute passes while the program is open: the head is told of it, once. */
export async function minutePasses(shop: Shop): Promise<void> {
  const task = firstCall(shop, client.name);
  await shop.setClock(times.callDue);
  await expect(await taskOfDay(shop, task)).toContainText(shop.say('task.late', { span: '' }).trim());
  await expectOneNotice(shop, 'reminder', task);
  await shop.workAs('head');
  await expectOneNotice(shop, 'overdue', task);
}

/** W1: a file is dropped into the watched folder: the request appears in the open inbox, once. */
export async function requestIsDropped(shop: Shop): Promise<void> {
  await shop.goTo('/leads');
  await expect(request(shop, client.name)).toHaveCount(1);
  await shop.setClock(times.dropped);
  await dropFile(shop);
  await expect(request(shop, droppedRequest.name)).toHaveCount(1);
  await expectCard(shop, droppedRequest.name);
}

/** W3: the program is killed before the minute and started after it: the head is told that minute, once. */
export async function programIsKilled(shop: Shop): Promise<void> {
  const task = firstCall(shop, droppedRequest.name);
  await shop.setClock(times.killed);
  await expect(await notices(shop, 'overdue', task)).toHaveCount(0);
  await closeNotices(shop);
  await shop.killAndStart(times.startedAgain);
  const told = await notices(shop, 'overdue', task);
  await expect(told).toHaveCount(1);
  await expect(told).toContainText(shop.clock(times.droppedCallDue));
  await closeNotices(shop);
  await expectOneNotice(shop, 'overdue', firstCall(shop, client.name));
}

/** W1: the site sends a form: the request appears in the open inbox, once. */
export async function formIsSent(shop: Shop): Promise<void> {
  await shop.goTo('/leads');
  await expect(request(shop, droppedRequest.name)).toHaveCount(1);
  await shop.setClock(times.formSent);
  await sendForm(shop);
  await expect(request(shop, formRequest.name)).toHaveCount(1);
  await expectCard(shop, formRequest.name);
}

/** W4: a call in time that nobody answers asks for nothing, and is to be made again; the head hears nothing of it. */
export async function nobodyAnswers(shop: Shop): Promise<void> {
  const { say } = shop;
  await shop.setClock(times.formCalled);
  await shop.workAs('manager');
  const card = await openCall(shop, firstCall(shop, formRequest.name), formRequest.phones[0]);
  await card.getByText(say('activity.outcome.noAnswer'), { exact: true }).click();
  await card.getByRole('button', { name: say('call.save') }).click();
  await expect(card).toBeHidden();
  await taskOfDay(shop, say('process.task.callAgain', { client: formRequest.name }));
  await shop.setClock(times.called);
  await shop.workAs('head');
  await expect(await notices(shop, 'overdue', formRequest.name)).toHaveCount(0);
  await closeNotices(shop);
}

/** W4: the call is made by the script; where and when to measure is written down, and the request is a deal. */
export async function callIsMade(shop: Shop): Promise<void> {
  const { page, say } = shop;
  await shop.workAs('manager');
  const card = await openCall(shop, firstCall(shop, client.name), client.phone);
  await expect(card.getByText(say('process.script.hello'))).toBeVisible();
  await card.getByText(say('activity.outcome.reached'), { exact: true }).click();
  await card.getByRole('textbox', { name: say('call.points') }).fill('Dos ventanas y una pequeña, tercer piso');
  await card.getByRole('textbox', { name: say('deal.asked.siteAddress') }).fill(siteAddress);
  await card.getByRole('textbox', { name: say('deal.asked.visitAt') }).fill(shop.typed(times.visit));
  await card.getByRole('textbox', { name: say('deal.asked.leaveAt') }).fill(shop.typed(times.leave));
  await shop.expectFits();
  await card.getByRole('button', { name: say('call.save') }).click();
  await expect(card).toBeHidden();
  await shop.goTo('/deals');
  const measuring = page.getByRole('region', { name: say('pipeline.stage.measuring'), exact: true });
  await expect(dealOnBoard(measuring)).toHaveCount(1);
  await shop.expectFits();
}

/** W4: the measurer is told where to be, and when to leave. */
export async function measurerHasVisit(shop: Shop): Promise<void> {
  const { page, say, clock } = shop;
  const measure = say('process.task.measure', { client: client.name });
  const leave = say('task.leave', { time: clock(times.leave) });
  await shop.workAs('measurer');
  await expectOneNotice(shop, 'taskAssigned', measure);
  await shop.goTo('/calendar');
  const visit = page.getByRole('main').getByRole('button', { name: measure }).first();
  await expect(visit).toContainText(clock(times.visit));
  await expect(visit).toContainText(leave);
  await shop.setClock(times.leave);
  const task = await taskOfDay(shop, measure);
  for (const said of [clock(times.visit), leave, siteAddress]) await expect(task).toContainText(said);
  await shop.expectFits();
}
