import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDuties } from '#core/clock/start-duties.ts';
import { openCore } from '#core/core.ts';
import type { AutomationAction } from '#shared/automation/actions.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A Monday. */
const noon = Date.parse('2026-11-23T12:00:00Z');

const callTask = {
  type: 'createTask',
  taskType: 'call',
  title: 'Llamar a {client.name}',
  assignee: { type: 'owner' },
  due: { type: 'after', amount: 15, unit: 'minutes' },
} as const satisfies Partial<AutomationAction>;

async function openShop() {
  const clock = createTestClock(noon);
  const shop = await openTestCore(
    { ownerName: 'Ana', trade: 'windows', language: 'es', timeZone: 'Europe/Madrid', firstRunDone: true },
    { clock },
  );
  const start = () => onTestFinished(startDuties(shop.core));
  const [pipeline] = await shop.client.pipeline.list();
  if (!pipeline) throw new Error('the trade has a pipeline');
  const { id: partyId } = await shop.client.contact.create({ givenName: 'Rosa', phones: [{ raw: '625607313' }] });
  const tasks = async () => (await shop.client.task.list({})).rows;
  const runs = async () => (await shop.client.automation.runs({})).rows;
  return { ...shop, clock, start, pipeline, stages: pipeline.stages, partyId, tasks, runs };
}

describe('a rule', () => {
  it('answers a request with a task for whoever is in charge, and says so in the log', async () => {
    const { client, tasks, runs } = await openShop();
    const rule = await client.automation.create({ name: 'Llamar', event: { type: 'leadCame' }, actions: [callTask] });
    const lead = await client.lead.create({ name: 'Luis Gil', phones: ['612345678'], text: 'Dos ventanas' });
    expect(await tasks()).toMatchObject([
      { title: 'Llamar a Luis Gil', type: 'call', dueAt: noon + 15 * minute, leadId: lead.id },
    ]);
    expect(await runs()).toMatchObject([
      {
        automationId: rule.id,
        automationName: 'Llamar',
        recordType: 'lead',
        status: 'done',
        steps: [{ action: 'createTask', status: 'done' }],
      },
    ]);
    expect((await client.automation.list())[0]).toMatchObject({ recentRuns: 1, lastRunAt: noon });
  });

  it('fires only where its conditions hold, once for each event', async () => {
    const { client, partyId, tasks } = await openShop();
    await client.automation.create({
      name: 'Grande',
      event: { type: 'fieldChanged', record: 'deal', field: 'estimate' },
      conditions: { all: [{ field: 'amount', is: 'atLeast', value: 100_000 }] },
      actions: [callTask],
    });
    const deal = await client.deal.create({ partyId, estimate: 50_000 });
    expect(await tasks()).toHaveLength(0);
    await client.deal.update({ id: deal.id, estimate: 150_000 });
    await client.deal.update({ id: deal.id, title: 'Otra cosa' });
    expect(await tasks()).toHaveLength(1);
  });

  it('is undone with the act that set it off, and may fire anew', async () => {
    const { client, partyId, stages, tasks, runs } = await openShop();
    const [, second] = stages;
    await client.pipeline.update({
      id: second?.pipelineId ?? '',
      stages: stages.map((stage) => ({ ...stage, requiredFields: [] })),
    });
    await client.automation.create({
      name: 'Medir',
      event: { type: 'stageEntered', stageId: second?.id ?? '' },
      actions: [callTask],
    });
    const deal = await client.deal.create({ partyId });
    const { actId } = await client.deal.move({ id: deal.id, stageId: second?.id ?? '' });
    expect([(await tasks()).length, (await runs()).length]).toEqual([1, 1]);
    await client.history.undo({ id: actId });
    expect([(await tasks()).length, (await runs()).length]).toEqual([0, 0]);
    await client.deal.move({ id: deal.id, stageId: second?.id ?? '' });
    expect(await tasks()).toHaveLength(1);
  });

  it('is undone with that act also after the clock has reminded of its task', async () => {
    const { client, clock, start, partyId, tasks } = await openShop();
    await client.automation.create({ name: 'Llamar', event: { type: 'dealWon' }, actions: [callTask] });
    const deal = await client.deal.create({ partyId });
    const { actId } = await client.deal.win({ id: deal.id });
    start();
    await clock.set(noon + 16 * minute);
    expect((await client.notice.list({})).rows.map(({ kind }) => kind)).toContain('reminder');
    await client.history.undo({ id: actId });
    expect([(await tasks()).length, (await client.deal.get({ id: deal.id })).status]).toEqual([0, 'open']);
  });

  it('closes the tasks whose purpose a payment has met, and no others', async () => {
    const { client, partyId } = await openShop();
    await client.automation.create({
      name: 'Cobrado',
      event: { type: 'paymentEntered' },
      actions: [{ type: 'closeTasks', purpose: 'Cobro' }],
    });
    const deal = await client.deal.create({ partyId, estimate: 50_000 });
    const other = await client.deal.create({ partyId, estimate: 50_000 });
    for (const dealId of [deal.id, other.id]) await client.task.create({ title: 'Cobrar', purpose: 'Cobro', dealId });
    await client.task.create({ title: 'Llamar', dealId: deal.id });
    await client.payment.create({ dealId: deal.id, amount: 10_000 });
    const open = (await client.task.list({ filter: { status: 'open' } })).rows;
    expect(open.map(({ title, dealId }) => `${title} ${dealId === deal.id}`).sort()).toEqual(['Cobrar false', 'Llamar true']);
  });

  it('gives tasks to people in turn', async () => {
    const { client, tasks } = await openShop();
    const people = [
      await client.people.create({ name: 'Pedro', role: 'seller' }),
      await client.people.create({ name: 'Marta', role: 'seller' }),
    ];
    const ids = people.map(({ id }) => id);
    const assignee = { type: 'people', userIds: ids, by: 'turn' } as const;
    await client.automation.create({ name: 'Turno', event: { type: 'leadCame' }, actions: [{ ...callTask, assignee }] });
    for (const phone of ['611111111', '622222222', '633333333', '644444444'])
      await client.lead.create({ phones: [phone], name: phone });
    const counted = (await tasks()).map(({ assigneeName }) => assigneeName).sort();
    expect(counted).toEqual(['Marta', 'Marta', 'Pedro', 'Pedro']);
  });

  it('that fails at one action does the others, and never the save any harm', async () => {
    const { client, partyId, runs } = await openShop();
    const last = (await client.pipeline.list())[0]?.stages.at(-1);
    await client.automation.create({
      name: 'Salto',
      event: { type: 'recordCreated', record: 'deal' },
      actions: [
        { type: 'moveStage', stageId: last?.id ?? '' },
        { type: 'notify', to: { type: 'owner' }, text: 'Nueva venta: {deal.title}' },
      ],
    });
    const deal = await client.deal.create({ partyId, title: 'Puerta' });
    expect((await client.deal.get({ id: deal.id })).stageId).not.toBe(last?.id);
    expect((await runs())[0]?.steps).toMatchObject([
      { action: 'moveStage', status: 'skipped', code: 'fieldsMissing' },
      { action: 'notify', status: 'done' },
    ]);
    expect((await client.notice.list({})).rows).toMatchObject([{ kind: 'rule', text: 'Nueva venta: Puerta' }]);
  });

  it('that goes round in circles is stopped, and the owner is told', async () => {
    const { client, partyId, stages, runs } = await openShop();
    const [first, second] = stages.map((stage) => ({ ...stage, requiredFields: [] }));
    await client.pipeline.update({
      id: first?.pipelineId ?? '',
      stages: stages.map((stage) => ({ ...stage, requiredFields: [] })),
    });
    const there = { type: 'moveStage', stageId: second?.id ?? '' } as const;
    const back = { type: 'moveStage', stageId: first?.id ?? '' } as const;
    await client.automation.create({ name: 'Ida', event: { type: 'stageEntered', stageId: first?.id ?? '' }, actions: [there] });
    await client.automation.create({
      name: 'Vuelta',
      event: { type: 'stageEntered', stageId: second?.id ?? '' },
      actions: [back],
    });
    await client.deal.create({ partyId });
    expect((await runs()).map(({ automationName, status }) => `${automationName} ${status}`).sort()).toEqual([
      'Ida done',
      'Ida stopped',
      'Vuelta done',
    ]);
    expect((await client.notice.list({})).rows).toMatchObject([{ kind: 'ruleStopped', params: { rule: 'Ida' } }]);
  });

  it('for any stage answers each stage that another rule moves the deal to', async () => {
    const { client, partyId, stages, tasks, runs } = await openShop();
    const [first, second] = stages;
    await client.pipeline.update({
      id: first?.pipelineId ?? '',
      stages: stages.map((stage) => ({ ...stage, requiredFields: [] })),
    });
    const there = { type: 'moveStage', stageId: second?.id ?? '' } as const;
    await client.automation.create({ name: 'Ida', event: { type: 'stageEntered', stageId: first?.id ?? '' }, actions: [there] });
    await client.automation.create({ name: 'Cada', event: { type: 'stageEntered', stageId: null }, actions: [callTask] });
    await client.deal.create({ partyId });
    expect((await runs()).map(({ status }) => status)).toEqual(['done', 'done', 'done']);
    expect(await tasks()).toHaveLength(2);
  });

  it('that makes what sets it off is stopped too', async () => {
    const { client, partyId, tasks, runs } = await openShop();
    await client.automation.create({ name: 'Más', event: { type: 'recordCreated', record: 'task' }, actions: [callTask] });
    await client.task.create({ title: 'Uno', partyId });
    expect((await tasks()).length).toBeLessThan(20);
    expect((await runs()).filter(({ status }) => status === 'stopped')).toHaveLength(1);
  });

  it('goes on after its wait, also when the program was closed at that time', async () => {
    const { client, core, directory, clock, partyId, tasks, runs } = await openShop();
    await client.automation.create({
      name: 'Más tarde',
      event: { type: 'dealWon' },
      actions: [{ type: 'wait', amount: 3, unit: 'days' }, callTask],
    });
    const deal = await client.deal.create({ partyId });
    await client.deal.win({ id: deal.id });
    expect([(await tasks()).length, (await runs())[0]?.status]).toEqual([0, 'waiting']);
    const later = createTestClock(clock.now() + 3 * day + minute);
    const again = openCore(directory, { clock: later });
    onTestFinished(() => again.close());
    const stop = startDuties(again);
    await later.tick();
    await later.tick();
    await stop();
    expect((await tasks()).map(({ title }) => title)).toEqual(['Llamar a Rosa']);
    expect((await runs())[0]).toMatchObject({
      status: 'done',
      steps: [{ action: 'wait', status: 'done' }, { action: 'createTask' }],
    });
    expect(core.store.db.read("SELECT count(*) AS n FROM automation_step WHERE status = 'waiting'").get()).toEqual({ n: 0 });
  });

  it('for a date fires on its day at its hour, once, also after days without the program', async () => {
    const { client, clock, start, tasks } = await openShop();
    await client.contact.create({ givenName: 'Luz', birthday: '1980-11-25' });
    await client.contact.create({ givenName: 'Sol', birthday: '0000-11-29' });
    await client.automation.create({
      name: 'Felicitar',
      event: { type: 'dateReached', record: 'party', field: 'birthday', at: '10:00' },
      actions: [callTask],
    });
    start();
    await clock.set(Date.parse('2026-11-25T08:59:00Z'));
    expect(await tasks()).toHaveLength(0);
    await clock.set(Date.parse('2026-11-25T09:01:30Z'));
    await clock.set(Date.parse('2026-11-25T11:00:00Z'));
    expect((await tasks()).map(({ title }) => title)).toEqual(['Llamar a Luz']);
    await clock.set(Date.parse('2026-12-02T11:00:00Z'));
    expect((await tasks()).map(({ title }) => title).sort()).toEqual(['Llamar a Luz', 'Llamar a Sol']);
  });

  it('keeps silent about what an import, a restored archive or an undo brings', async () => {
    const { client, partyId, tasks } = await openShop();
    await client.automation.create({ name: 'Alta', event: { type: 'recordCreated', record: 'party' }, actions: [callTask] });
    await client.party.deleteMany({ ids: [partyId] });
    await client.party.restoreMany({ ids: [partyId] });
    expect(await tasks()).toHaveLength(0);
    await client.contact.create({ givenName: 'Nueva' });
    expect(await tasks()).toHaveLength(1);
  });

  it('tells how often it would have fired, and changes nothing by that', async () => {
    const { client, partyId, tasks } = await openShop();
    for (const estimate of [100, 200_000, 300_000]) await client.deal.create({ partyId, estimate });
    const conditions = { all: [{ field: 'amount', is: 'atLeast', value: 150_000 }] } as const;
    const event = { type: 'recordCreated', record: 'deal' } as const;
    const tried = await client.automation.dryRun({ event, conditions: { all: [...conditions.all] } });
    expect(tried).toMatchObject({ events: 3, fired: 2 });
    expect(tried.latest).toHaveLength(2);
    expect(await tasks()).toHaveLength(0);
  });

  it('is refused where it could not work, naming the part', async () => {
    const { client } = await openShop();
    const event = { type: 'leadCame' } as const;
    const create = (part: object) => client.automation.create({ name: 'x', event, actions: [callTask], ...part });
    const wrong = (field: string, code: string) =>
      expect.objectContaining({ code: 'REFUSED', data: expect.objectContaining({ field, code }) });
    await expect(create({ actions: [{ type: 'moveStage', stageId: 'nowhere' }] })).rejects.toEqual(
      wrong('actions.0.stageId', 'unknownStage'),
    );
    await expect(create({ conditions: { all: [{ field: 'shoe', is: 'isFilled' }] } })).rejects.toEqual(
      wrong('conditions.all.0.field', 'unknownField'),
    );
    await expect(create({ actions: [{ ...callTask, title: 'Para {client.shoe}' }] })).rejects.toEqual(
      wrong('actions.0.title', 'unknownField'),
    );
    await expect(create({ event: { type: 'fieldChanged', record: 'deal', field: 'shoe' } })).rejects.toEqual(
      wrong('event.field', 'unknownField'),
    );
  });
});

describe('a web address that a rule tells', () => {
  it('is tried again with growing pauses while it is down, and no save waits for it', async () => {
    const { client, clock, start, partyId, runs } = await openShop();
    const deliveries: { readonly id: string | undefined; readonly body: { readonly event: string } }[] = [];
    let isUp = false;
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (piece: Buffer) => (text += piece.toString()));
      request.on('end', () => {
        deliveries.push({ id: String(request.headers['x-cartera-delivery']), body: JSON.parse(text) as { event: string } });
        response.writeHead(isUp ? 204 : 503).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    await client.automation.create({
      name: 'Avisar',
      event: { type: 'recordCreated', record: 'deal' },
      actions: [{ type: 'webhook', url }],
    });
    await client.deal.create({ partyId });
    expect([deliveries.length, (await runs())[0]?.status]).toEqual([0, 'waiting']);
    start();
    await clock.tick();
    expect(deliveries).toHaveLength(1);
    await clock.set(noon + minute / 2);
    expect(deliveries).toHaveLength(1);
    await clock.set(noon + minute + 1000);
    expect(deliveries).toHaveLength(2);
    await clock.set(noon + 2 * minute);
    expect(deliveries).toHaveLength(2);
    isUp = true;
    await clock.set(noon + 7 * minute);
    expect(deliveries).toHaveLength(3);
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(1);
    expect(deliveries[0]?.body).toMatchObject({ event: 'recordCreated', deal: { partyId } });
    expect((await runs())[0]).toMatchObject({ status: 'done', steps: [{ action: 'webhook', status: 'done' }] });
    await clock.set(noon + 60 * minute);
    expect(deliveries).toHaveLength(3);
  });

  it('is given up after a day, and the log says why', async () => {
    const { client, clock, start, partyId, runs } = await openShop();
    await client.automation.create({
      name: 'Avisar',
      event: { type: 'recordCreated', record: 'deal' },
      actions: [{ type: 'webhook', url: 'http://127.0.0.1:9/nobody' }],
    });
    await client.deal.create({ partyId });
    start();
    for (let hours = 0; hours <= 30; hours += 1) await clock.set(noon + hours * 60 * minute);
    expect((await runs())[0]).toMatchObject({ status: 'failed', steps: [{ action: 'webhook', status: 'failed' }] });
  });
});
