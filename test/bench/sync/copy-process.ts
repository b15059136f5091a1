import { createRouterClient } from '@orpc/server';
import { openCore } from '#core/core.ts';
import { router } from '#core/router.ts';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import { foundCompany } from '#core/sync/join.ts';
import { synchronise } from '#core/sync/synchronise.ts';
import { readShare } from '#test/bench/sync/data-share.ts';
import { serveTasks } from '#test/bench/sync/tasks.ts';
import { createCustomers, editCustomers } from '#test/bench/sync/write-customers.ts';

// A shop's computer as it works, in a process of its own.

const core = openCore(process.argv[2] ?? '');
const { store } = core;
const client = createRouterClient(router, { context: () => ({ core, actor: core.owner(), apiAddress: null }) });
let made: readonly string[] = [];

/** Milliseconds of waiting for the clock. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

serveTasks({
  async found({ address, adminKey }: { address: string; adminKey: string }) {
    await client.settings.update({ country: 'ES', ownerName: 'Ana' });
    const carrierTo = (addresses: readonly string[]) => createHttpCarrier({ addresses });
    const names = { name: 'Office', companyName: 'Bench' };
    const founded = await foundCompany({ store, carrierTo }, { address, adminKey, ...names });
    if (founded.type !== 'joined') throw new Error(founded.code);
    await synchronise(store);
  },
  async invite() {
    const branch = await client.branch.create({ name: `Branch ${Date.now()}` });
    await synchronise(store);
    return (await client.branch.invite({ branchId: branch.id, name: 'Till', brings: 'nothing' })).code;
  },
  join: ({ code, address }: { code: string; address: string }) => client.sync.join({ code, address, computerName: 'Till' }),
  create: (count: number) => timed(async () => (made = await createCustomers(store, count))),
  edit: ({ count, round }: { count: number; round: number }) => timed(() => editCustomers(store, made.slice(0, count), round)),
  async sync() {
    let firstList: number | null = null;
    const began = performance.now();
    const stop = store.onSaved(({ recordTypes }) => {
      if (firstList !== null || !recordTypes.includes('party')) return;
      firstList = 0;
      void client.party.list({}).then(() => (firstList = performance.now() - began));
    });
    const { end } = await synchronise(store);
    stop();
    if (end.type !== 'equal') throw new Error(`not equal: ${JSON.stringify(end)}`);
    return { time: performance.now() - began, firstList };
  },
  count: (where: string) => store.db.readColumn<[], number>(`SELECT count(*) FROM party WHERE ${where}`).get(),
  share: () => readShare(store),
});
