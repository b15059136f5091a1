import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Overview } from '#shared/sync/office-protocol.ts';
import type { BundleReport, SyncStatus } from '#shared/sync/contract.ts';
import { freePort } from '#test/factories/company.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { startClockedHost } from '#test/factories/start-clocked-host.ts';
import { startClockedOffice } from '#test/factories/start-clocked-office.ts';
import { expectLife } from '#test/walkthrough/steps/live-through.ts';
import type { Life } from '#test/walkthrough/steps/live-through.ts';
import { leadsOf, noticesOf, runsOf } from '#test/walkthrough/steps/read-shop.ts';
import { restClient } from '#test/walkthrough/steps/rest-client.ts';
import type { RestClient } from '#test/walkthrough/steps/rest-client.ts';
import { setUpShop, speakAs } from '#test/walkthrough/steps/set-up-shop.ts';
import { moments } from '#test/walkthrough/steps/shop-data.ts';

/**
 * A shop with two computers, one of them carried about by who measures and who installs, and head office in a third process. By
 * themselves they exchange nothing.
 */
async function openTwoComputers() {
  const officeData = makeTestDirectory();
  const port = await freePort();
  let at: number = moments.opening;
  const startOffice = () => startClockedOffice({ dataDirectory: officeData, at, port });
  const shopPc = await startClockedHost({ dataDirectory: makeTestDirectory(), at });
  onTestFinished(() => shopPc.close());
  const laptop = await startClockedHost({ dataDirectory: makeTestDirectory(), at });
  onTestFinished(() => laptop.close());
  const atShop = restClient(shopPc);
  const onLaptop = restClient(laptop);
  const shop = await setUpShop(atShop);
  const office = await startOffice();
  onTestFinished(() => office.close());
  const { address, adminKey } = office;
  await atShop.send('POST', '/branches/hub/elsewhere', { address, key: adminKey, companyName: 'Clear Windows' });
  await settled(atShop);
  const { code } = await atShop.send<{ code: string }>('POST', '/branches/invites', { branchId: null, name: 'Laptop' });
  await onLaptop.send('POST', '/sync/join', { code, address, computerName: 'Laptop' });
  await settled(onLaptop);
  for (const computer of [atShop, onLaptop]) await computer.send('PATCH', '/sync', { automatic: false });
  const everybody = speakAs(shop, shopPc);
  const away = speakAs(shop, laptop);
  const as: Life['as'] = { ...everybody, measurer: away.measurer, installer: away.installer };
  async function setClock(moment: number) {
    at = moment;
    await Promise.all([shopPc.setClock(moment), laptop.setClock(moment)]);
  }
  return { shop, as, away, atShop, onLaptop, office, startOffice, setClock, now: () => at };
}

/** Exchanges until both sides are the same. */
async function settled(computer: RestClient) {
  await computer.send('POST', '/sync');
  await vi.waitFor(async () => expect(await computer.get('/sync')).toMatchObject({ state: 'synced', waiting: 0 }), {
    timeout: 30_000,
    interval: 100,
  });
}

/** What has to be true of both when all is over. */
async function expectSame({ as, away }: Pick<Awaited<ReturnType<typeof openTwoComputers>>, 'as' | 'away'>) {
  const [lead] = await leadsOf(as.owner);
  const runs = async (client: RestClient) =>
    (await runsOf(client, lead?.partyId ?? '')).map(({ id, status }) => `${id} ${status}`).toSorted();
  expect(await runs(away.owner)).toEqual(await runs(as.owner));
  expect(await noticesOf(away.head, 'overdue')).toEqual(await noticesOf(as.head, 'overdue'));
  expect(await noticesOf(as.head, 'overdue')).toHaveLength(1);
}

describe('the walk-through of a window shop on two computers', { timeout: 240_000 }, () => {
  it('by a network that is there only now and then: head office’s program runs while they meet, and at no other time', async () => {
    const life = await openTwoComputers();
    await life.office.close();
    async function meet() {
      const office = await life.startOffice();
      // What one sends the other has fetched at the end.
      for (const computer of [life.onLaptop, life.atShop, life.onLaptop]) await settled(computer);
      await office.close();
    }
    await expectLife({ ...life, meet });
    await meet();
    await expectSame(life);
  });

  it('with files alone carried between them', async () => {
    const life = await openTwoComputers();
    await life.onLaptop.send('PATCH', '/sync', { addresses: [] });
    const { devices } = await life.atShop.get<Overview>('/branches/overview');
    const laptop = devices.find(({ name }) => name === 'Laptop')?.id;
    async function carry(from: RestClient, to: RestClient, deviceId?: string) {
      const file = await from.post('/sync/bundle', deviceId === undefined ? {} : { deviceId });
      return await to.upload<BundleReport>('/sync/bundle/import', 'changes.cartera', file);
    }
    async function meet() {
      await life.office.setClock(life.now());
      expect((await carry(life.onLaptop, life.atShop)).missing).toEqual([]);
      await settled(life.atShop);
      expect((await carry(life.atShop, life.onLaptop, laptop)).missing).toEqual([]);
    }
    await expectLife({ ...life, meet });
    await meet();
    await expectSame(life);
    const status = await life.onLaptop.get<SyncStatus>('/sync');
    expect(status).toMatchObject({ waiting: 0, refused: 0, aside: 0, openConflicts: 0, equalAt: life.now() });
  });
});
