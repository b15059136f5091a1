import { describe, expect, it } from 'vitest';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-11-22T12:00:00Z');
const asks = ['siteAddress', 'visitAt'] as const;
const found = { siteAddress: 'Calle Mayor 5', visitAt: noon + 24 * hour };

async function openShop() {
  const shop = openClockedCore({ at: noon });
  const { client } = shop;
  await client.settings.update({ country: 'ES', trade: 'windows', language: 'en', timeZone: 'Europe/Madrid' });
  const lead = await client.lead.create({ name: 'José', phones: ['612 34 56 78'], text: 'Two windows' });
  const task = await client.task.create({ type: 'call', title: 'Call', leadId: lead.id, asks: [...asks] });
  return { ...shop, lead, task };
}

describe('the deal of a task that is closed', () => {
  it('is made of the request, in the same act, with what was found out', async () => {
    const { client, lead, task } = await openShop();
    const { task: done, actId, activityId } = await client.task.done({ id: task.id, outcome: 'reached', deal: found });
    const accepted = await client.lead.get({ id: lead.id });
    expect(accepted).toMatchObject({ status: 'accepted', dealId: expect.any(String) });
    expect(done).toMatchObject({ status: 'done', dealId: accepted.dealId });
    expect(activityId).not.toBeNull();
    const deal = await client.deal.get({ id: accepted.dealId ?? '' });
    expect(deal).toMatchObject({ ...found, stageName: 'Request', notes: 'Two windows', partyId: lead.partyId, status: 'open' });
    await client.history.undo({ id: actId });
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ status: 'new', dealId: null });
    expect(await client.task.get({ id: task.id })).toMatchObject({ status: 'open', dealId: null });
    await expect(client.deal.get({ id: deal.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not made while something asked for is missing', async () => {
    const { client, lead, task } = await openShop();
    const missing = (fields: string[]) => ({ code: 'FIELDS_MISSING', data: { stageId: null, fields } });
    await expect(client.task.done({ id: task.id, outcome: 'reached' })).rejects.toMatchObject(missing([...asks]));
    await expect(client.task.done({ id: task.id, deal: { siteAddress: 'Calle Mayor 5' } })).rejects.toMatchObject(
      missing(['visitAt']),
    );
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ status: 'new' });
    expect(await client.task.get({ id: task.id })).toMatchObject({ status: 'open' });
    expect((await client.deal.list({})).total).toBe(0);
  });

  it.each(['noAnswer', 'busy', 'leftMessage', 'wrongNumber'] as const)('is asked nothing about after %s', async (outcome) => {
    const { client, lead, task } = await openShop();
    const { task: done } = await client.task.done({ id: task.id, outcome });
    expect(done).toMatchObject({ status: 'done', outcome, dealId: null });
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ status: 'new' });
  });

  it('that is there already is asked only when somebody was reached', async () => {
    const { client, lead, task } = await openShop();
    await client.lead.accept({ id: lead.id });
    await expect(client.task.done({ id: task.id, outcome: 'reached' })).rejects.toMatchObject({ code: 'FIELDS_MISSING' });
    await client.task.done({ id: task.id, outcome: 'noAnswer', deal: { siteAddress: 'Calle Mayor 5' } });
    const { dealId } = await client.lead.get({ id: lead.id });
    expect(await client.deal.get({ id: dealId ?? '' })).toMatchObject({ siteAddress: 'Calle Mayor 5' });
  });

  it('is made of a request that nothing is asked about only when something is said of it', async () => {
    const { client, lead } = await openShop();
    const quiet = await client.task.create({ type: 'call', title: 'Call', leadId: lead.id });
    await client.task.done({ id: quiet.id, outcome: 'reached' });
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ status: 'new' });
    const next = await client.task.create({ type: 'call', title: 'Call', leadId: lead.id });
    await client.task.done({ id: next.id, outcome: 'reached', deal: {} });
    expect(await client.lead.get({ id: lead.id })).toMatchObject({ status: 'accepted' });
  });
});
