import { describe, expect, it } from 'vitest';
import type { AutomationAction } from '#shared/automation/actions.ts';
import type { Filter } from '#shared/filter/filter.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const minute = 60_000;
const noon = Date.parse('2026-11-23T12:00:00Z');

const taskAtOnce = {
  type: 'createTask',
  taskType: 'call',
  title: 'Again',
  assignee: { type: 'owner' },
  due: { type: 'after', amount: 0, unit: 'minutes' },
} as const satisfies Partial<AutomationAction>;

async function openShop() {
  const shop = openClockedCore({ at: noon });
  const { client } = shop;
  await client.settings.update({ country: 'ES', language: 'en', timeZone: 'Europe/Madrid', firstRunDone: true });
  const { id: partyId } = await client.contact.create({ givenName: 'Rosa' });
  const stopped = async () =>
    (await client.automation.runs({ status: 'stopped', limit: 500 })).rows.map(({ steps }) => steps[0]?.code);
  const told = async () => (await client.notice.list({ limit: 500 })).rows.filter(({ kind }) => kind === 'ruleStopped').length;
  return { ...shop, partyId, stopped, told };
}

describe('rules that go round', () => {
  it('through tasks that are overdue at once are stopped', async () => {
    const { client, clock, partyId, stopped, told } = await openShop();
    await client.automation.create({ name: 'Nag', event: { type: 'taskOverdue' }, actions: [taskAtOnce] });
    await client.task.create({ title: 'Call', type: 'call', partyId, dueAt: noon });
    for (let second = 1; second < 50; second++) await clock.set(noon + second * 1000);
    expect((await client.task.list({})).total).toBe(31);
    expect([await stopped(), await told()]).toEqual([['tooOften'], 1]);
  });

  it('and make several tasks each time are stopped before they fill the disk', async () => {
    const { client, clock, partyId, stopped } = await openShop();
    await client.automation.create({
      name: 'Nag',
      event: { type: 'taskOverdue' },
      actions: [taskAtOnce, taskAtOnce, taskAtOnce],
    });
    await client.task.create({ title: 'Call', type: 'call', partyId, dueAt: noon });
    for (let second = 1; second < 10; second++) await clock.set(noon + second * 1000);
    expect((await client.task.list({})).total).toBeLessThan(1000);
    expect(new Set(await stopped())).toEqual(new Set(['tooOften']));
  });

  it('through the tasks they make in one go are stopped at the first', async () => {
    const { client, partyId, stopped } = await openShop();
    const event = { type: 'recordCreated', record: 'task' } as const;
    await client.automation.create({ name: 'One', event, actions: [taskAtOnce, taskAtOnce, taskAtOnce] });
    await client.automation.create({ name: 'Other', event, actions: [taskAtOnce, taskAtOnce] });
    await client.task.create({ title: 'Call', type: 'call', partyId });
    expect((await client.task.list({})).total).toBe(1 + 3 + 2 + 3 * 2 + 2 * 3);
    expect(new Set(await stopped())).toEqual(new Set(['loop']));
  });

  it('by putting each other in charge, by stages and by fields, and after a pause, are stopped', async () => {
    const { client, clock, partyId, stopped } = await openShop();
    const [ana, eva] = [
      await client.people.create({ name: 'Ana', role: 'seller' }),
      await client.people.create({ name: 'Eva', role: 'seller' }),
    ];
    const assign = (id: string) =>
      ({ type: 'assign', assignee: { type: 'people', userIds: [id], by: 'turn' } }) as const satisfies AutomationAction;
    const wait = { type: 'wait', amount: 1, unit: 'minutes' } as const;
    const event = { type: 'fieldChanged', record: 'deal', field: 'ownerId' } as const;
    const ownedBy = (id: string): Filter => ({ all: [{ field: 'ownerId', is: 'isAnyOf', value: [id] }] });
    await client.automation.create({
      name: 'To Eva',
      event,
      conditions: ownedBy(ana.id),
      actions: [wait, assign(eva.id)],
    });
    await client.automation.create({ name: 'To Ana', event, conditions: ownedBy(eva.id), actions: [assign(ana.id)] });
    await client.deal.create({ partyId, ownerId: ana.id });
    for (let passed = 1; passed < 60; passed++) await clock.set(noon + passed * minute);
    expect(await stopped()).toHaveLength(1);
    expect((await client.automation.runs({ limit: 500 })).total).toBeLessThan(40);
  });
});
