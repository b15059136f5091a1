import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const hour = 3_600_000;
const monday = Date.parse('2026-11-23T09:00:00Z');
const visitAt = monday + 24 * hour;
const later = monday + 48 * hour;

async function openShop() {
  const shop = openClockedCore({ at: monday });
  const { client, clock } = shop;
  await client.settings.update({ country: 'ES', trade: 'windows', language: 'en', timeZone: 'Europe/Madrid' });
  const mario = await client.people.create({ name: 'Mario', role: 'specialist' });
  await client.automation.installProcess({ key: 'windows', people: { measurer: [mario.id] } });
  const { id: partyId } = await client.contact.create({ givenName: 'Rosa', phones: [{ raw: '612345678' }] });
  const deal = await client.deal.create({ partyId, siteAddress: 'Calle Mayor 5', visitAt, leaveAt: visitAt - hour });
  await clock.set(monday + hour);
  const visits = async () => (await client.task.list({ filter: { dealId: deal.id } })).rows;
  const told = async () =>
    (await shop.clientOf(personActor(mario)).notice.list({})).rows.filter(({ kind }) => kind === 'taskAssigned');
  return { ...shop, partyId, deal, visits, told };
}

describe('a visit that a rule made', () => {
  it('goes with its deal when that is put off, and whoever goes there is told', async () => {
    const { client, deal, visits, told } = await openShop();
    expect(await visits()).toMatchObject([{ dueAt: visitAt, leaveAt: visitAt - hour }]);
    expect(await told()).toHaveLength(1);
    await client.deal.update({ id: deal.id, visitAt: later, leaveAt: later - 2 * hour, siteAddress: 'Calle Nueva 1' });
    expect(await visits()).toMatchObject([{ dueAt: later, leaveAt: later - 2 * hour, location: 'Calle Nueva 1' }]);
    expect((await told())[0]).toMatchObject({ params: { dueAt: later } });
    expect(await told()).toHaveLength(2);
    await client.deal.update({ id: deal.id, title: 'Kitchen' });
    expect(await told()).toHaveLength(2);
  });

  it('goes back with it when that is undone', async () => {
    const { client, deal, visits } = await openShop();
    await client.deal.update({ id: deal.id, visitAt: later });
    const { rows } = await client.history.acts({});
    await client.history.undo({ id: rows[0]?.id ?? '' });
    expect(await visits()).toMatchObject([{ dueAt: visitAt, leaveAt: visitAt - hour }]);
  });

  it('takes its deal along when somebody moves it in the calendar, with the time to set off', async () => {
    const { client, deal, visits } = await openShop();
    const [visit] = await visits();
    const { actId } = await client.task.update({ id: visit?.id ?? '', dueAt: later });
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ visitAt: later, leaveAt: later - hour });
    expect(await visits()).toMatchObject([{ dueAt: later, leaveAt: later - hour }]);
    await client.history.undo({ id: actId });
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ visitAt, leaveAt: visitAt - hour });
    expect(await visits()).toMatchObject([{ dueAt: visitAt, leaveAt: visitAt - hour }]);
  });

  it("is nobody's news any more when it is undone", async () => {
    const { client, partyId, told } = await openShop();
    const { id } = await client.deal.create({ partyId, siteAddress: 'Calle Sol 1', visitAt: later });
    expect(await told()).toHaveLength(2);
    const { rows } = await client.history.acts({});
    await client.history.undo({ id: rows[0]?.id ?? '' });
    await expect(client.deal.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await told()).toHaveLength(1);
  });
});
