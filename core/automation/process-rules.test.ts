import { describe, expect, it } from 'vitest';
import type { ProcessMark } from '#shared/automation/processes/process.ts';
import { messageText } from '#shared/messages/message-text.ts';
import type { Settings } from '#shared/settings/contract.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday, 10:00 in Madrid. */
const monday = Date.parse('2026-11-23T09:00:00Z');

async function openShop(trade: Settings['trade'], key: string = trade) {
  const shop = openClockedCore({ at: monday });
  const { client } = shop;
  await client.settings.update({ ownerName: 'Olga', country: 'ES', trade, language: 'en', timeZone: 'Europe/Madrid' });
  const head = await client.people.create({ name: 'Elena', role: 'head' });
  const ana = await client.people.create({ name: 'Ana', role: 'seller', headId: head.id });
  const eva = await client.people.create({ name: 'Eva', role: 'specialist', headId: head.id });
  const processes = await client.automation.processes();
  const parts = processes.find((process) => process.key === key)?.parts ?? [];
  const people = Object.fromEntries(parts.map((part) => [part.key, [part.role === 'seller' ? ana.id : eva.id]]));
  const { pipelineId } = await client.automation.installProcess({ key, people });
  const pipeline = (await client.pipeline.list()).find(({ id }) => id === pipelineId);
  const { id: partyId } = await client.contact.create({
    givenName: 'Rosa',
    kind: 'client',
    birthday: '1990-11-25',
    phones: [{ raw: '612345678' }],
  });
  return {
    ...shop,
    ana,
    eva,
    head,
    partyId,
    sell: (input = {}) => client.deal.create({ partyId, pipelineId, ownerId: ana.id, ...input }),
    stage: (name: string) => pipeline?.stages.find((stage) => stage.name === name)?.id ?? '',
    stageOf: async (id: string) => (await client.deal.get({ id })).stageName,
    open: async () =>
      (await client.task.list({ filter: { status: 'open' } })).rows.map(({ title, assigneeName }) => `${assigneeName}: ${title}`),
    taskTo: async (mark: string) => {
      const purpose = messageText(`process.mark.${mark}` as ProcessMark, 'en');
      const { rows } = await client.task.list({ filter: { status: 'open' } });
      const task = rows.find((one) => one.purpose === purpose);
      if (!task) throw new Error(`nothing to ${mark} among ${JSON.stringify(rows.map((row) => row.title))}`);
      return task;
    },
  };
}

const glass = { name: 'Glass', unit: 'squareMetre', unitPrice: 10_000 } as const;

describe('the process of a window shop', () => {
  it('calls again as long as nobody answers', async () => {
    const { client, clock, open, taskTo } = await openShop('windows');
    await client.lead.create({ name: 'Luis', phones: ['612345679'] });
    expect(await open()).toEqual(['Ana: Call Luis']);
    await client.task.done({ id: (await taskTo('firstCall')).id, outcome: 'noAnswer' });
    const again = await taskTo('firstCall');
    expect(again).toMatchObject({ title: 'Call again: Luis', dueAt: monday + 2 * hour, asks: ['siteAddress', 'visitAt'] });
    await clock.set(monday + 2 * hour);
    await client.task.done({ id: again.id, outcome: 'busy' });
    const third = await taskTo('firstCall');
    expect(third.dueAt).toBe(monday + 4 * hour);
    await client.task.done({ id: third.id, outcome: 'wrongNumber' });
    expect(await open()).toEqual(['Ana: Wrong number: how else can Luis be reached?']);
  });

  it("leaves a client's next request with the seller in charge", async () => {
    const { client, eva, open, partyId } = await openShop('windows');
    await client.contact.update({ id: partyId, ownerId: eva.id });
    await client.lead.create({ name: 'Rosa', phones: ['612345678'] });
    expect(await open()).toEqual(['Eva: Call Rosa']);
  });

  it('gives nothing to a seller who left', async () => {
    const { client, ana, sell, open, taskTo } = await openShop('windows');
    const deal = await sell({ lines: [{ ...glass, width: 1000, height: 1000 }], siteAddress: 'Calle Mayor 5' });
    await client.people.archive({ id: ana.id });
    await client.payment.create({ dealId: deal.id, amount: 1000 });
    expect(await taskTo('agreeDay')).toMatchObject({ assigneeName: 'Olga' });
    await client.lead.create({ name: 'Luis', phones: ['612345679'] });
    expect(await open()).toContain('Olga: Call Luis');
  });

  it('goes on to the quote when all is measured, though sizes came one by one', async () => {
    const { client, sell, stageOf, open, taskTo } = await openShop('windows');
    const deal = await sell({ lines: [glass, glass], siteAddress: 'Calle Mayor 5' });
    await client.deal.update({ id: deal.id, visitAt: monday + day });
    expect(await open()).toEqual(['Eva: Take measurements: Rosa']);
    const [first, second] = deal.lines;
    if (!first || !second) throw new Error('two lines');
    const measure = (line: { id: string }) => ({ ...glass, id: line.id, width: 1000, height: 1000 });
    await client.deal.setLines({ id: deal.id, lines: [measure(first), { ...glass, id: second.id }] });
    expect(await stageOf(deal.id)).toBe('Measuring');
    await client.deal.setLines({ id: deal.id, lines: [measure(first), measure(second)] });
    await client.task.done({ id: (await taskTo('measure')).id });
    expect(await stageOf(deal.id)).toBe('Quote');
    expect(await open()).toEqual(['Ana: Price and agree with Rosa']);
  });

  it('does not take back a deal that is further when its visit is put off', async () => {
    const { client, sell, stage, stageOf } = await openShop('windows');
    const deal = await sell({ lines: [{ ...glass, width: 1000, height: 1000 }], siteAddress: 'Calle Mayor 5' });
    expect(await stageOf(deal.id)).toBe('Quote');
    await client.deal.update({ id: deal.id, visitAt: monday + day });
    expect(await stageOf(deal.id)).toBe('Quote');
    await client.deal.move({ id: deal.id, stageId: stage('Payment') });
    await client.payment.create({ dealId: deal.id, amount: 1000 });
    expect(await stageOf(deal.id)).toBe('Installation');
    await client.payment.create({ dealId: deal.id, amount: 1000 });
    expect(await stageOf(deal.id)).toBe('Installation');
  });

  it('gives the installer the job at once where the day was agreed before the payment', async () => {
    const { client, sell, taskTo, open } = await openShop('windows');
    const lines = [{ ...glass, width: 1000, height: 1000 }];
    const deal = await sell({ lines, siteAddress: 'Calle Mayor 5', workAt: monday + 5 * day, workMinutes: 90 });
    await client.payment.create({ dealId: deal.id, amount: 1000 });
    expect(await taskTo('install')).toMatchObject({ assigneeName: 'Eva', dueAt: monday + 5 * day, durationMinutes: 90 });
    expect((await open()).filter((title) => title.includes('Agree the installation day'))).toEqual([]);
    const documents = await client.document.list({ dealId: deal.id });
    expect(documents.rows.map(({ kind }) => kind)).toEqual(['jobSheet']);
  });

  it('asks what comes next where a deal stands still with nothing planned, and only then', async () => {
    const { clock, client, partyId, sell, taskTo, open } = await openShop('windows');
    const idle = await sell({ title: 'Idle' });
    const busy = await sell({ title: 'Busy' });
    await client.task.create({ title: 'Later', dealId: busy.id, partyId, dueAt: monday + 30 * day });
    for (let at = monday; at <= monday + 5 * day; at += 12 * hour) await clock.set(at);
    expect(await taskTo('next')).toMatchObject({ title: 'What comes next: Idle?', dealId: idle.id, assigneeName: 'Ana' });
    expect((await open()).filter((title) => title.includes('What comes next'))).toHaveLength(1);
  });
});

describe('the process of a salon', () => {
  it('reminds the day before, notices who did not come, and wins the deal of who did', async () => {
    const { client, clock, ana, sell, stageOf, taskTo, open } = await openShop('salon');
    const visitAt = monday + 2 * day + 5 * hour;
    const deal = await sell({ visitAt });
    expect(await stageOf(deal.id)).toBe('Booked');
    expect(await taskTo('appointment')).toMatchObject({ assigneeName: 'Eva', dueAt: visitAt, durationMinutes: 60 });
    await clock.set(monday + hour);
    await clock.set(monday + day + minute);
    const reminder = (await client.task.list({ filter: { assigneeId: ana.id } })).rows[0];
    expect(reminder).toMatchObject({ type: 'message', title: 'Remind the client the day before' });
    expect(reminder?.text).toMatch(/^Hello, Rosa! We expect you on .*25.*15:00/);
    await clock.set(visitAt + 59 * minute);
    expect((await open()).filter((title) => title.includes('Did Rosa come'))).toEqual([]);
    await clock.set(visitAt + 60 * minute);
    expect(await open()).toContain('Ana: Did Rosa come? Offer another day');
    await client.task.done({ id: (await taskTo('appointment')).id });
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ status: 'won' });
    expect(await taskTo('afterSale')).toMatchObject({ title: 'Invite Rosa again', assigneeName: 'Ana' });
  });

  it('has a greeting ready on the birthday', async () => {
    const { clock, open } = await openShop('salon');
    await clock.set(monday + hour);
    await clock.set(monday + 2 * day);
    expect(await open()).toEqual(['Olga: Birthday of Rosa']);
  });
});

describe('the process of a wholesaler', () => {
  it('goes from the quote to the delivery and asks for what is owed two weeks later', async () => {
    const { client, clock, clientOf, core, head, sell, stage, stageOf, taskTo, open } = await openShop('wholesale');
    const deal = await sell({ lines: [{ name: 'Nails', unitPrice: 500, pieces: 10 }] });
    await client.deal.move({ id: deal.id, stageId: stage('Quote') });
    await client.task.done({ id: (await taskTo('price')).id });
    const quote = await client.document.create({ kind: 'quote', dealId: deal.id });
    await client.document.setStatus({ id: quote.id, status: 'accepted' });
    expect(await stageOf(deal.id)).toBe('Order');
    const { rows } = await client.document.list({ dealId: deal.id });
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['invoice', 'order', 'quote']);
    await client.deal.move({ id: deal.id, stageId: stage('Delivery') });
    await client.task.done({ id: (await taskTo('deliver')).id });
    expect(await open()).toEqual(['Ana: Receive the rest from Rosa: €50.00']);
    for (let at = monday; at <= monday + 14 * day; at += day) await clock.set(at);
    expect(await taskTo('debt')).toMatchObject({ title: 'Still to be paid by Rosa: €50.00', assigneeName: 'Ana' });
    const actor = core.actorOf(head.id);
    if (actor.type !== 'actor') throw new Error('the head works here');
    const notices = await clientOf(actor.actor).notice.list({});
    expect(notices.rows.map(({ text }) => text)).toContain('Still to be paid by Rosa: €50.00');
  });
});

describe('the process of a garage', () => {
  it('goes from the fault to the car that is ready', async () => {
    const { client, sell, stage, stageOf, taskTo, open } = await openShop('garage');
    const deal = await sell({ title: 'Brakes', visitAt: monday + 2 * day });
    expect(await stageOf(deal.id)).toBe('Diagnosis');
    const diagnose = await taskTo('diagnose');
    await expect(client.task.done({ id: diagnose.id })).rejects.toMatchObject({ code: 'FIELDS_MISSING' });
    await client.deal.setLines({ id: deal.id, lines: [{ name: 'Pads', unitPrice: 8000 }] });
    await client.task.done({ id: diagnose.id });
    expect(await open()).toEqual(['Ana: Agree the repair with Rosa: €80.00']);
    await client.task.done({ id: (await taskTo('agreeRepair')).id });
    await client.deal.move({ id: deal.id, stageId: stage('Repair') });
    await client.task.done({ id: (await taskTo('repair')).id });
    expect(await stageOf(deal.id)).toBe('Ready');
    expect(await open()).toEqual(['Ana: Repaired: tell the client']);
  });
});

describe('the process of an online shop', () => {
  it('packs what is paid, and says that it is on its way', async () => {
    const { client, sell, stageOf, taskTo, open } = await openShop('online');
    const deal = await sell({ title: 'Order 7', lines: [{ name: 'Cup', unitPrice: 900 }] });
    await client.payment.create({ dealId: deal.id, amount: 900 });
    expect(await stageOf(deal.id)).toBe('Packing');
    expect(await open()).toEqual(['Eva: Pack and send: Order 7']);
    await client.task.done({ id: (await taskTo('pack')).id });
    expect(await stageOf(deal.id)).toBe('Delivery');
    expect(await open()).toEqual(['Ana: Packed: tell the client it is on its way']);
  });
});

describe('the process of any other shop', () => {
  it('asks about a quote that waits, and goes on when it is accepted', async () => {
    const { client, clock, sell, stage, stageOf, taskTo } = await openShop('other', 'sales');
    const deal = await sell({ lines: [{ name: 'Advice', unitPrice: 9000 }] });
    await client.deal.move({ id: deal.id, stageId: stage('Quote') });
    for (let at = monday; at <= monday + 3 * day + hour; at += 6 * hour) await clock.set(at);
    expect(await taskTo('quote')).toMatchObject({ title: 'Ask Rosa about the quote', assigneeName: 'Ana' });
    const quote = await client.document.create({ kind: 'quote', dealId: deal.id });
    await client.document.setStatus({ id: quote.id, status: 'accepted' });
    expect(await stageOf(deal.id)).toBe('Work');
  });
});
