import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Lead } from '#shared/lead/contract.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { startClockedHost } from '#test/factories/start-clocked-host.ts';
import { expectLife } from '#test/walkthrough/steps/live-through.ts';
import { leadsOf, noticesOf, openTask, tasksOf } from '#test/walkthrough/steps/read-shop.ts';
import { restClient } from '#test/walkthrough/steps/rest-client.ts';
import { setUpShop, speakAs } from '#test/walkthrough/steps/set-up-shop.ts';
import { droppedRequest, moments, request, requestsFile } from '#test/walkthrough/steps/shop-data.ts';

const minute = 60_000;
const second = 1000;

/** A shop on a host of its own, which can be killed and started again. */
async function openShop() {
  const dataDirectory = makeTestDirectory();
  let host = await startClockedHost({ dataDirectory, at: moments.opening });
  onTestFinished(() => host.close());
  const shop = await setUpShop(restClient(host));
  return {
    dataDirectory,
    shop,
    as: speakAs(shop, host),
    setClock: (at: number) => host.setClock(at),
    async killAndStart(at: number) {
      await host.kill();
      host = await startClockedHost({ dataDirectory, at });
      return speakAs(shop, host);
    },
  };
}

describe('the walk-through of a window shop, by REST alone', { timeout: 120_000 }, () => {
  it('W1: requests come in by the form, the watched folder and a file, each with a card, none lost and none twice', async () => {
    const { as, shop, dataDirectory } = await openShop();
    const lead = await as.owner.send<Lead>('POST', '/leads', request);
    const again = await as.owner.send<Lead>('POST', '/leads', request);
    expect(again.id).toBe(lead.id);
    expect(lead).toMatchObject({ status: 'new', hasNewParty: true, partyTitle: request.name });
    expect(await as.owner.get(`/contacts/${lead.partyId}`)).toMatchObject({ kind: 'lead', title: request.name });

    writeFileSync(join(dataDirectory, 'inbox', 'one.json'), JSON.stringify(droppedRequest));
    await vi.waitFor(async () => expect(await leadsOf(as.owner)).toHaveLength(2), { timeout: 30_000, interval: 250 });
    writeFileSync(join(dataDirectory, 'inbox', 'two.json'), JSON.stringify(droppedRequest));
    const brought = await as.owner.upload('/leads/import', 'requests.csv', requestsFile);
    expect(brought).toEqual({ created: 2, known: 0, problems: [] });
    expect(await as.owner.upload('/leads/import', 'requests.csv', requestsFile)).toEqual({ created: 0, known: 2, problems: [] });
    await vi.waitFor(
      async () =>
        expect(await as.owner.get('/leads/inbox')).toMatchObject({ files: [{ name: 'two.json', created: 0, known: 1 }, {}] }),
      { timeout: 30_000, interval: 250 },
    );

    const leads = await leadsOf(as.owner);
    expect(leads.map(({ name }) => name).toSorted()).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Bea Soler', 'Carlos Vega']);
    // Who asks a second time is the same card, and stays with whoever is in charge of it.
    expect(new Set(leads.map(({ partyId }) => partyId)).size).toBe(3);
    const calls = await tasksOf(as.owner, { status: 'open' });
    expect(calls).toHaveLength(4);
    expect(new Set(calls.map(({ leadId }) => leadId)).size).toBe(4);
    const turns = calls.map(({ assigneeId }) => assigneeId);
    expect(turns.filter((id) => id === shop.ids.manager)).toHaveLength(2);
    expect(turns.filter((id) => id === shop.ids.secondManager)).toHaveLength(2);
  });

  it('W2, W3: a call not made in time is told to the head at its minute, once', async () => {
    const { as, shop, setClock, killAndStart } = await openShop();
    await setClock(moments.request);
    const lead = await as.owner.send<Lead>('POST', '/leads', request);
    const call = await openTask(as.owner, { leadId: lead.id }, 'firstCall');
    expect(call).toMatchObject({ assigneeId: shop.ids.manager, dueAt: moments.callDue, title: 'Call Ana Ruiz', type: 'call' });
    expect(await noticesOf(as.manager, 'taskAssigned')).toMatchObject([{ recordId: call.id, at: moments.request }]);
    await setClock(moments.callDue - second);
    expect(await noticesOf(as.manager, 'reminder')).toEqual([]);
    expect(await noticesOf(as.head, 'overdue')).toEqual([]);
    await setClock(moments.callDue);
    expect(await noticesOf(as.manager, 'reminder')).toMatchObject([{ recordId: call.id, at: moments.callDue }]);
    expect(await noticesOf(as.head, 'overdue')).toMatchObject([{ recordId: call.id, at: moments.callDue }]);
    const later = await killAndStart(moments.callDue + 20 * minute);
    expect(await noticesOf(later.head, 'overdue')).toHaveLength(1);
    expect(await noticesOf(later.manager, 'overdue')).toEqual([]);
  });

  it('W3: the head is told the true minute also when the program was killed before and started after it', async () => {
    const { as, setClock, killAndStart } = await openShop();
    await setClock(moments.request);
    const lead = await as.owner.send<Lead>('POST', '/leads', request);
    await setClock(moments.callDue - second);
    const back = moments.callDue + 20 * minute;
    const after = await killAndStart(back);
    const told = await noticesOf(after.head, 'overdue');
    expect(told).toMatchObject([{ at: moments.callDue, createdAt: back, params: { client: request.name } }]);
    expect(await openTask(after.owner, { leadId: lead.id }, 'firstCall')).toMatchObject({ escalatedAt: moments.callDue });
    const again = await killAndStart(back + 60 * minute);
    expect(await noticesOf(again.head, 'overdue')).toEqual(told);
  });

  it('W1 to W9: from the request to the report, each step by itself and once', async () => {
    const { as, shop, setClock } = await openShop();
    await expectLife({ as, shop, setClock, meet: async () => {} });
  });
});
