import { describe, expect, it } from 'vitest';
import type { AutomationEvent } from '#shared/automation/events.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const hour = 3_600_000;
/** A Monday, 20:00 in Madrid. */
const evening = Date.parse('2026-11-23T19:00:00Z');
/** 10:00 on the next day. */
const tomorrow = evening + 14 * hour;

type DateEvent = Partial<Extract<AutomationEvent, { type: 'dateReached' }>>;

async function openShop(event: DateEvent = {}) {
  const shop = openClockedCore({ at: evening });
  const { client } = shop;
  await client.settings.update({ ownerName: 'Ana', trade: 'salon', timeZone: 'Europe/Madrid', firstRunDone: true });
  await client.automation.create({
    name: 'Recordar',
    event: { type: 'dateReached', record: 'deal', field: 'visitAt', days: -1, at: '18:00', ...event },
    actions: [{ type: 'createTask', taskType: 'message', title: 'Recordar', assignee: { type: 'owner' }, due: { type: 'none' } }],
  });
  const { id: partyId } = await client.contact.create({ givenName: 'Rosa' });
  const count = async () => (await client.task.list({})).rows.length;
  return { ...shop, partyId, count };
}

describe('a date set when the moment of its rule has passed', () => {
  it('is answered at once while the visit itself is ahead, and only once', async () => {
    const { client, clock, partyId, count } = await openShop();
    const deal = await client.deal.create({ partyId, visitAt: tomorrow });
    expect(await count()).toBe(1);
    await client.deal.update({ id: deal.id, visitAt: tomorrow + hour });
    await clock.set(evening + 2 * hour);
    await clock.set(tomorrow);
    expect(await count()).toBe(1);
  });

  it('is answered when it is set later on, too', async () => {
    const { client, partyId, count } = await openShop();
    const { id } = await client.deal.create({ partyId });
    await client.deal.update({ id, title: 'Tinte' });
    expect(await count()).toBe(0);
    await client.deal.update({ id, visitAt: tomorrow });
    expect(await count()).toBe(1);
    await client.deal.update({ id, title: 'Tinte y corte' });
    expect(await count()).toBe(1);
  });

  it('is left to the clock while the moment is ahead', async () => {
    const { client, clock, partyId, count } = await openShop();
    await client.deal.create({ partyId, visitAt: tomorrow + 24 * hour });
    expect(await count()).toBe(0);
    await clock.set(evening + 22 * hour + 60_000);
    expect(await count()).toBe(1);
  });

  it('is let go on the day itself by what is done days before, but not by what is done on that day', async () => {
    const { client, partyId, count } = await openShop();
    await client.deal.create({ partyId, visitAt: evening + hour });
    expect(await count()).toBe(0);
    const [rule] = await client.automation.list();
    const event = { type: 'dateReached', record: 'deal', field: 'visitAt', days: 0, at: '09:00' } as const;
    await client.automation.update({ id: rule?.id ?? '', event });
    await client.deal.create({ partyId, visitAt: evening + hour });
    expect(await count()).toBe(1);
  });

  it('is let go once the moment itself has passed', async () => {
    const { client, partyId, count } = await openShop({ days: 0, at: '09:00' });
    await client.deal.create({ partyId, visitAt: evening - hour });
    expect(await count()).toBe(0);
  });

  it('is answered as conditions are met', async () => {
    const { client, partyId, count } = await openShop();
    const [rule] = await client.automation.list();
    const conditions = { all: [{ field: 'amount', is: 'atLeast' as const, value: 100 }] };
    await client.automation.update({ id: rule?.id ?? '', conditions });
    await client.deal.create({ partyId, visitAt: tomorrow });
    expect(await count()).toBe(0);
    await client.deal.create({ partyId, visitAt: tomorrow, estimate: 200 });
    expect(await count()).toBe(1);
  });

  it.each([
    ['tomorrow', '2026-11-24', 1],
    ['today', '2026-11-23', 0],
    ['in a month', '2026-12-23', 0],
  ])('can be a calendar date, that is ahead until it begins: %s', async (_, expectedClose, tasks) => {
    const { client, partyId, count } = await openShop({ field: 'expectedClose' });
    await client.deal.create({ partyId, expectedClose });
    expect(await count()).toBe(tasks);
  });

  it.each([
    ['1980-11-24', 1],
    ['0000-11-24', 1],
    ['1980-11-23', 0],
    ['1980-11-22', 0],
    ['1980-12-24', 0],
  ])('can be a birthday, which comes every year: %s', async (birthday, tasks) => {
    const { client, clock, count } = await openShop({ record: 'party', field: 'birthday' });
    await client.contact.create({ givenName: 'Luz', birthday });
    await clock.set(evening + hour);
    expect(await count()).toBe(tasks);
  });

  it('answers only the rule whose date it is', async () => {
    const { client, partyId } = await openShop({ field: 'workAt' });
    await client.automation.create({
      name: 'Visita',
      event: { type: 'dateReached', record: 'deal', field: 'visitAt', days: -1, at: '18:00' },
      actions: [{ type: 'addTag', tag: 'x' }],
    });
    await client.deal.create({ partyId, visitAt: tomorrow });
    expect((await client.automation.runs({})).rows.map(({ automationName }) => automationName)).toEqual(['Visita']);
  });
});
