import { closeTask, openCall, openCallOfDeal, taskOfDay } from '#test/e2e/walkthrough/day.ts';
import { expect, test } from '#test/e2e/walkthrough/clocked-shop.ts';
import {
  accept,
  enterPayment,
  enterPrices,
  enterSizes,
  expectStage,
  makeQuote,
  openDeal,
  openDealOnBoard,
  readDocument,
  showDocument,
} from '#test/e2e/walkthrough/deal.ts';
import { expectLog } from '#test/e2e/walkthrough/log.ts';
import { closeNotices, expectOneNotice, notices } from '#test/e2e/walkthrough/notices.ts';
import { enterProducts, installProcess, takeOnPeople } from '#test/e2e/walkthrough/open-shop.ts';
import { dropFile, expectCard, request, sendForm, takeDown } from '#test/e2e/walkthrough/requests.ts';
import { client, droppedRequest, formRequest, people, products, site, times, workDay } from '#test/e2e/walkthrough/shop-life.ts';
import { sizes } from '#test/walkthrough/steps/shop-data.ts';

// The page misses the program while that is killed.
test.use({ allowedConsoleErrors: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE/] });

test('a window shop, from the request to the report', async ({ shop }) => {
  test.setTimeout(240_000);
  const { page, say, goTo, setClock, killAndStart, workAs } = shop;
  const call = (name: string) => say('process.task.call', { client: name });
  const clock = new Intl.DateTimeFormat('es', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Europe/Madrid',
  });
  const time = (at: number) => clock.format(at);

  await test.step('the shop: its people, what it sells, and the ready process', async () => {
    await takeOnPeople(shop);
    await enterProducts(shop);
    await installProcess(shop);
  });

  await test.step('W1: a request is taken down, and who asks has a card', async () => {
    await setClock(times.request);
    await takeDown(shop);
    await expectCard(shop, client.name);
  });

  await test.step('W2: the manager is told to call within a quarter of an hour', async () => {
    await workAs('manager');
    await expectOneNotice(shop, 'taskAssigned', call(client.name));
    await expect(await taskOfDay(shop, call(client.name))).toContainText(time(times.callDue));
  });

  await test.step('W3: the minute passes while the program is open, and the head is told once', async () => {
    await setClock(times.callDue);
    await expect(await taskOfDay(shop, call(client.name))).toContainText(say('task.late', { span: '' }).trim());
    await expectOneNotice(shop, 'reminder', call(client.name));
    await workAs('head');
    await expectOneNotice(shop, 'overdue', call(client.name));
  });

  await test.step('W1: a file is dropped into the watched folder: the request appears, once', async () => {
    await goTo('/leads');
    await expect(request(shop, client.name)).toHaveCount(1);
    await setClock(times.dropped);
    await dropFile(shop);
    await expect(request(shop, droppedRequest.name)).toHaveCount(1);
    await expectCard(shop, droppedRequest.name);
  });

  await test.step('W3: the program is killed before the minute and started after it: the head is told that minute, once', async () => {
    await setClock(times.killed);
    await expect(await notices(shop, 'overdue', call(droppedRequest.name))).toHaveCount(0);
    await closeNotices(shop);
    await killAndStart(times.startedAgain);
    const told = await notices(shop, 'overdue', call(droppedRequest.name));
    await expect(told).toHaveCount(1);
    await expect(told).toContainText(time(times.droppedCallDue));
    await closeNotices(shop);
    await expectOneNotice(shop, 'overdue', call(client.name));
  });

  await test.step('W1: the site sends a form: the request appears, once, and its call is made in time', async () => {
    await goTo('/leads');
    await setClock(times.formSent);
    await sendForm(shop);
    await expect(request(shop, formRequest.name)).toHaveCount(1);
    await expectCard(shop, formRequest.name);
    await setClock(times.formCalled);
    await workAs('manager');
    const card = await openCall(shop, call(formRequest.name));
    await card.getByText(say('activity.outcome.noAnswer'), { exact: true }).click();
    await card.getByRole('button', { name: say('call.save') }).click();
    await expect(card).toBeHidden();
    await taskOfDay(shop, say('process.task.callAgain', { client: formRequest.name }));
  });

  await test.step('W4: the call is made with the script; where and when is written down', async () => {
    await setClock(times.called);
    const card = await openCall(shop, call(client.name));
    await expect(card.getByText(say('process.script.hello'))).toBeVisible();
    await card.getByText(say('activity.outcome.reached'), { exact: true }).click();
    await card.getByRole('textbox', { name: say('call.points') }).fill('Dos ventanas y una pequeña, tercer piso');
    await card.getByLabel(say('deal.asked.siteAddress')).fill(site.address);
    await card.getByLabel(say('deal.asked.visitAt')).fill(site.visit);
    await card.getByLabel(say('deal.asked.leaveAt')).fill(site.leave);
    await card.getByRole('button', { name: say('call.save') }).click();
    await expect(card).toBeHidden();
    await goTo('/deals');
    const measuring = page.getByRole('region', { name: say('pipeline.stage.measuring'), exact: true });
    await expect(measuring.getByRole('link', { name: new RegExp(`^${client.wish}`) })).toHaveCount(1);
  });

  const measure = say('process.task.measure', { client: client.name });
  await test.step('W4: the measurer is told where to be, and when to leave', async () => {
    await workAs('measurer');
    await expectOneNotice(shop, 'taskAssigned', measure);
    await goTo('/calendar');
    await expect(page.getByRole('main').getByText(measure).first()).toBeVisible();
    await setClock(times.leave);
    const task = await taskOfDay(shop, measure);
    await expect(task).toContainText(time(times.visit));
    await expect(task).toContainText(say('task.leave', { time: time(times.leave) }));
    await expect(task).toContainText(site.address);
  });

  await test.step('W5: sizes are entered, and somebody is to work out the price', async () => {
    await setClock(times.measured);
    await openDeal(shop, await taskOfDay(shop, measure));
    await enterSizes(shop);
    await expectStage(shop, 'pipeline.stage.quote');
    await closeTask(shop, measure, { result: 'Tercer piso, hay ascensor' });
    await workAs('estimator');
    await expectOneNotice(shop, 'taskAssigned', say('process.task.price', { client: client.name }));
  });

  await test.step('W6: prices, a quote as docx and PDF, and the client accepts', async () => {
    await setClock(times.priced);
    const price = say('process.task.price', { client: client.name });
    await openDeal(shop, await taskOfDay(shop, price));
    await enterPrices(shop);
    await makeQuote(shop);
    await showDocument(shop, 'quote');
    for (const format of ['docx', 'pdf'] as const) {
      const text = await readDocument(shop, 'quote', format);
      const said = [
        client.name,
        '+34 612 34 56 78',
        products.window.name,
        products.work.name,
        '1148,53 €',
        'La mitad por adelantado.',
      ];
      const places = sizes.flatMap(({ place, width, height }) => [place, `${width}`, `${height}`]);
      for (const fact of [...said, ...places]) expect(text).toContain(fact);
    }
    await closeTask(shop, price, { result: 'De acuerdo por teléfono' });
    await setClock(times.accepted);
    await openDealOnBoard(shop);
    await accept(shop);
    await expectStage(shop, 'pipeline.stage.payment');
  });

  await test.step('W7: a part is paid, and the deal goes on to the installation', async () => {
    await setClock(times.partPaid);
    await workAs('manager');
    await openDealOnBoard(shop);
    await enterPayment(shop, '600');
    await expectStage(shop, 'pipeline.stage.installation');
    const payments = page.getByRole('region', { name: say('payment.title') });
    await expect(payments).toContainText(say('payment.toPay', { amount: '548,53 €' }));
  });

  const install = say('process.task.install', { client: client.name });
  await test.step('W8: the day is agreed; the installer has the job, its time and a sheet to print', async () => {
    await setClock(times.dayAgreed);
    const agree = await openCallOfDeal(shop, say('process.task.agreeDay', { client: client.name }));
    await agree.getByText(say('activity.outcome.reached'), { exact: true }).click();
    await agree.getByLabel(say('deal.asked.workAt')).fill(workDay);
    await agree.getByRole('button', { name: say('call.save') }).click();
    await expect(agree).toBeHidden();
    await workAs('installer');
    await expectOneNotice(shop, 'taskAssigned', install);
    const sheet = await notices(shop, 'report', say('document.kind.jobSheet'));
    await expect(sheet).toHaveCount(1);
    await sheet.getByRole('button').click();
    await showDocument(shop, 'jobSheet');
    const text = await readDocument(shop, 'jobSheet', 'pdf');
    const places = sizes.flatMap(({ place, width, height }) => [place, `${width}`, `${height}`]);
    for (const fact of [client.name, '+34 612 34 56 78', site.address, people.installer.name, ...places])
      expect(text).toContain(fact);
    expect(text).not.toContain('€');
  });

  await test.step('W9: installed and won; the head has the report', async () => {
    await setClock(times.installed);
    await closeTask(shop, install, { result: 'Todo montado' });
    await workAs('head');
    const report = await notices(shop, 'report', say('document.kind.dealReport'));
    await expect(report).toHaveCount(1);
    await report.getByRole('button').click();
    await expect(page.getByText(say('deal.status.won'), { exact: true })).toBeVisible();
    await showDocument(shop, 'dealReport');
    const text = await readDocument(shop, 'dealReport', 'pdf');
    const stages = ['request', 'measuring', 'quote', 'payment', 'installation'] as const;
    const names = stages.map((stage) => say(`pipeline.stage.${stage}`));
    const who = (['manager', 'estimator', 'measurer', 'installer'] as const).map((key) => people[key].name);
    for (const fact of [client.name, ...names, ...who, '600,00 €', '1148,53 €', '548,53 €']) expect(text).toContain(fact);
  });

  await test.step('W7: the rest is paid', async () => {
    await setClock(times.restPaid);
    await enterPayment(shop, '548,53');
    await expect(page.getByRole('region', { name: say('payment.title') })).toContainText(say('payment.paidUp'));
  });

  await test.step('each automatic step was taken once, and the data is sound', async () => {
    await expectLog(shop);
    expect(await shop.check()).toMatchObject({ ok: true });
  });
});
