import { ORPCError } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { recordTypeNamed, recordTypeNames } from '#core/records/record-type.ts';
import { dice } from '#test/factories/dice.ts';
import type { TestCore } from '#test/factories/open-test-core.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const monday = Date.parse('2026-11-23T09:00:00Z');
const stepsOfOneRun = 60;

/** A number that was given is never given again, though its document is undone. */
const staying = new Set(['number_series']);

/** Every record there is, but for when each of its fields was last written. */
function everything(db: ReadDb): Record<string, Record<string, unknown>[]> {
  const types = recordTypeNames().filter((name) => !staying.has(name));
  const rowsOf = (name: string) =>
    db
      .read<[], Record<string, unknown>>(`SELECT * FROM ${recordTypeNamed(name).table} ORDER BY id`)
      .all()
      .map(({ stamp: _stamp, field_stamps: _stamps, seq: _seq, ...row }) => row);
  return Object.fromEntries(types.map((name) => [name, rowsOf(name)]));
}

async function openShop(seed: number) {
  const clock = createTestClock(monday);
  const shop = await openTestCore({ trade: 'windows', language: 'en', timeZone: 'Europe/Madrid', firstRunDone: true }, { clock });
  const { client, core } = shop;
  const { db } = core.store;
  const roll = dice(seed);
  const eva = await client.people.create({ name: 'Eva', role: 'seller' });
  await client.automation.installProcess({ key: 'windows', people: { manager: [eva.id] } });
  const any = (sql: string) => {
    const ids = db.readColumn<[], string>(sql).all();
    return ids[roll(Math.max(1, ids.length))] ?? 'none';
  };
  const phone = () => String(600_000_000 + roll(20));
  const deal = () => any('SELECT id FROM deal');
  const lead = () => any('SELECT id FROM lead');
  const task = () => any('SELECT id FROM task');
  const stageId = () => any('SELECT id FROM stage');
  const partyId = () => any('SELECT id FROM party');
  const product = () => any('SELECT id FROM product');
  const lines = () => [{ name: 'Window', pieces: 1 + roll(3), unitPrice: 1000, width: 1200, height: 1400 }];
  const visit = () => ({ siteAddress: 'River Road 5', visitAt: monday + roll(9) * 3_600_000, leaveAt: monday });
  const steps: Record<string, () => Promise<unknown>> = {
    contact: () =>
      client.contact.create({ givenName: `Ana ${roll(9)}`, phones: [{ raw: phone() }], addresses: [{ street: 'x' }] }),
    changeContact: () => client.contact.update({ id: partyId(), notes: `n${roll(99)}` }),
    deleteContact: () => client.contact.delete({ id: partyId() }),
    lead: () =>
      client.lead.create({
        name: `Luis ${roll(99)}`,
        phones: [phone()],
        companyName: roll(3) ? '' : 'Bar Sol',
        externalId: String(roll(99)),
      }),
    changeLead: () => client.lead.update({ id: lead(), ownerId: roll(2) ? eva.id : null, text: `t${roll(99)}` }),
    accept: () => client.lead.accept({ id: lead(), deal: visit() }),
    merge: () => client.lead.merge({ id: lead(), partyId: partyId() }),
    reject: () => client.lead.reject({ id: lead(), reason: 'Spam', removeCard: roll(2) === 0 }),
    deal: () => client.deal.create({ partyId: partyId(), title: `D${roll(99)}`, lines: roll(2) ? lines() : [] }),
    changeDeal: () => client.deal.update({ id: deal(), ...visit(), estimate: roll(5000), ownerId: roll(2) ? eva.id : null }),
    move: () => client.deal.move({ id: deal(), stageId: stageId() }),
    moveMany: () => client.deal.changeMany({ ids: [deal(), deal(), deal()], change: { type: 'setOwner', ownerId: eva.id } }),
    win: () => client.deal.win({ id: deal() }),
    lose: () => client.deal.lose({ id: deal(), reasonId: any('SELECT id FROM lost_reason') }),
    reopen: () => client.deal.reopen({ id: deal() }),
    lines: () => client.deal.setLines({ id: deal(), lines: roll(4) ? lines() : [] }),
    contacts: () => client.deal.setContacts({ id: deal(), contacts: [{ partyId: partyId(), role: 'Neighbour' }] }),
    deleteDeal: () => client.deal.delete({ id: deal() }),
    restoreDeal: () => client.deal.restore({ id: deal() }),
    task: () =>
      client.task.create({
        title: 'Call',
        type: 'call',
        dealId: deal(),
        dueAt: monday + roll(99) * 60_000,
        repeat: roll(3) ? null : { every: 1, unit: 'week' },
      }),
    changeTask: () => client.task.update({ id: task(), dueAt: monday + roll(99) * 60_000, assigneeId: eva.id }),
    done: () =>
      client.task.done({
        id: task(),
        outcome: 'reached',
        result: 'Yes',
        deal: { ...visit(), workAt: monday },
        next: roll(2) ? { title: 'Next', type: 'todo' } : undefined,
      }),
    cancel: () => client.task.cancel({ id: task(), reason: 'No' }),
    reopenTask: () => client.task.reopen({ id: task() }),
    deleteTask: () => client.task.delete({ id: task() }),
    document: () => client.document.create({ kind: roll(2) ? 'quote' : 'jobSheet', dealId: deal() }),
    decide: () => client.document.setStatus({ id: any('SELECT id FROM document'), status: roll(2) ? 'accepted' : 'refused' }),
    product: () => client.product.create({ name: `P${roll(99)}` }),
    archive: () => client.product.archive({ id: product(), archived: roll(2) === 0 }),
    products: () =>
      client.product.import({ file: new File([`name,price\nP${roll(20)},${roll(99)}\nQ${roll(20)},5\n`], 'p.csv') }),
    priceLists: () => client.product.setPriceLists({ lists: [{ name: `L${roll(9)}`, currency: 'EUR' }] }),
    pipeline: () => client.pipeline.create({ name: `Way ${roll(9)}`, stages: [{ name: 'A', probability: 5 }] }),
    deletePipeline: () => client.pipeline.delete({ id: any('SELECT id FROM pipeline') }),
    reasons: () => client.pipeline.setLostReasons({ reasons: [{ name: `R${roll(9)}` }] }),
    rule: () =>
      client.automation.create({ name: 'Won', event: { type: 'dealWon' }, actions: [{ type: 'addTag', tag: 'buyer' }] }),
    switchRule: () => client.automation.update({ id: any('SELECT id FROM automation'), isOn: roll(2) === 0 }),
    deleteRule: () => client.automation.delete({ id: any('SELECT id FROM automation') }),
    call: () => client.call.create({ phone: phone(), direction: roll(2) ? 'in' : 'out', externalId: String(roll(50)) }),
  };
  return { ...shop, clock, roll, steps };
}

type ListedAct = Awaited<ReturnType<TestCore['client']['history']['acts']>>['rows'][number];
type Shop = Awaited<ReturnType<typeof openShop>>;

/** Refusals are to be expected of what is done at random; anything else is a fault. */
async function doAtRandom({ steps, roll, clock }: Shop): Promise<readonly string[]> {
  const names = Object.keys(steps);
  const done: string[] = [];
  for (let step = 0; step < stepsOfOneRun; step++) {
    await clock.set(clock.now() + 60_000);
    const name = names[roll(names.length)] ?? '';
    try {
      await steps[name]?.();
      done.push(name);
    } catch (error) {
      if (!(error instanceof ORPCError) || error.status >= 500)
        throw new Error(`${name} after ${done.join(', ')}`, { cause: error });
    }
  }
  return done;
}

/** Acts of the run that stand, the newest first. */
async function standing({ client }: Shop, firstActs: ReadonlySet<string>): Promise<readonly string[]> {
  const { rows } = await client.history.acts({ limit: 500 });
  const isLeft = ({ id, kind, canUndo, undoneBy }: ListedAct) =>
    canUndo && undoneBy === null && kind !== 'undo' && !firstActs.has(id);
  return rows.filter(isLeft).map(({ id }) => id);
}

/** Undoes acts in any order, as far as that is allowed. @returns the undoings, the newest first */
async function undoAtRandom(shop: Shop, firstActs: ReadonlySet<string>): Promise<readonly string[]> {
  const undoings: string[] = [];
  for (;;) {
    const left = [...(await standing(shop, firstActs))];
    const before = undoings.length;
    while (left.length > 0) {
      const [id = ''] = left.splice(shop.roll(left.length), 1);
      try {
        undoings.unshift((await shop.client.history.undo({ id })).actId);
      } catch (error) {
        if (!(error instanceof ORPCError) || error.status >= 500) throw error;
      }
    }
    if (undoings.length === before) return undoings;
  }
}

describe('whatever was done in a shop', () => {
  it.each([1, 2, 3])(
    'can be undone in any order, done again, and undone from the end (%i)',
    { timeout: 60_000 },
    async (seed) => {
      const shop = await openShop(seed);
      const { core, client } = shop;
      const firstActs = new Set((await client.history.acts({ limit: 500 })).rows.map(({ id }) => id));
      const faults = async () => (await checkData(core.store.connection, core.files)).faults;
      const before = everything(core.store.db);
      const done = await doAtRandom(shop);
      expect(done.length).toBeGreaterThan(10);
      const { notice: _told, ...after } = everything(core.store.db);
      expect(await faults()).toEqual([]);
      const undoings = await undoAtRandom(shop, firstActs);
      expect(await faults()).toEqual([]);
      for (const id of undoings) await client.history.undo({ id });
      // What somebody was told of once isn't told again.
      expect(everything(core.store.db)).toMatchObject(after);
      for (const id of await standing(shop, firstActs)) await client.history.undo({ id });
      expect(everything(core.store.db)).toEqual(before);
      expect(await faults()).toEqual([]);
    },
  );
});
