import { describe, expect, it } from 'vitest';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-11-23T12:00:00Z');

async function openShop() {
  const shop = openClockedCore({ at: noon });
  const { client } = shop;
  await client.settings.update({ country: 'ES', trade: 'windows', language: 'en', timeZone: 'Europe/Madrid' });
  const ana = await client.people.create({ name: 'Ana', role: 'seller' });
  const eva = await client.people.create({ name: 'Eva', role: 'seller' });
  await client.automation.create({
    name: 'Later',
    event: { type: 'recordCreated', record: 'deal' },
    actions: [
      { type: 'wait', amount: 1, unit: 'hours' },
      {
        type: 'createTask',
        taskType: 'call',
        title: 'Call {client.name}',
        assignee: { type: 'people', userIds: [ana.id, eva.id], by: 'turn' },
        due: { type: 'after', amount: 15, unit: 'minutes' },
      },
    ],
  });
  const { id: partyId } = await client.contact.create({ givenName: 'Rosa' });
  const sell = () => client.deal.create({ partyId });
  return { ...shop, ana, eva, partyId, sell };
}

describe('what a rule does after a pause', () => {
  it('goes to people in turn as it would have at once', async () => {
    const { client, clock, sell } = await openShop();
    for (const _ of [1, 2, 3, 4]) await sell();
    await clock.set(noon + hour);
    const { rows } = await client.task.list({});
    expect(rows.map(({ assigneeName }) => assigneeName).toSorted()).toEqual(['Ana', 'Ana', 'Eva', 'Eva']);
    const runs = await client.automation.runs({});
    expect(runs.rows.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('is left when its deal, or the client, went into the recycle bin meanwhile', async () => {
    const { client, clock, partyId, sell } = await openShop();
    const deal = await sell();
    await client.deal.delete({ id: deal.id });
    await clock.set(noon + hour);
    expect((await client.task.list({})).total).toBe(0);
    const { rows } = await client.automation.runs({});
    expect(rows).toMatchObject([{ status: 'done', steps: [{ action: 'wait', status: 'skipped', code: 'gone' }] }]);
    await sell();
    await client.contact.delete({ id: partyId });
    await clock.set(noon + 3 * hour);
    expect((await client.task.list({})).total).toBe(0);
  });

  it('is left, and the log says so, when the rule was switched off meanwhile', async () => {
    const { client, clock, sell } = await openShop();
    await sell();
    const [rule] = await client.automation.list();
    await client.automation.update({ id: rule?.id ?? '', isOn: false });
    await clock.set(noon + hour);
    expect((await client.task.list({})).total).toBe(0);
    const { rows } = await client.automation.runs({});
    expect(rows).toMatchObject([{ status: 'done', steps: [{ action: 'wait', status: 'skipped', code: 'switchedOff' }] }]);
  });
});
