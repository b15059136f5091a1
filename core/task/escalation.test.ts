import { describe, expect, it } from 'vitest';
import type { Core } from '#core/core.ts';
import { createTask } from '#core/task/commands.ts';
import { dueToEscalate } from '#core/task/escalation.ts';
import { momentOf } from '#shared/time/zone.ts';
import { openClockedCore, setClocksTogether } from '#test/factories/open-clocked-core.ts';
import type { ClockedCore } from '#test/factories/open-clocked-core.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const noon = Date.parse('2026-11-22T12:00:00Z');
const manyTasks = 10_000;

interface Told {
  readonly user_id: string;
  readonly at: number;
  readonly title: string;
  readonly who: string;
}

function overdueNoticesOf({ store }: Core): readonly Told[] {
  return store.db
    .read<[], Told>(
      `SELECT user_id, at, params ->> 'title' AS title, params ->> 'who' AS who FROM notice WHERE kind = 'overdue' ORDER BY at, id`,
    )
    .all();
}

async function openShop(at = noon) {
  const shop = openClockedCore({ at });
  const head = await shop.client.people.create({ name: 'Elena', role: 'head' });
  const ana = await shop.client.people.create({ name: 'Ana', role: 'seller', headId: head.id });
  return { ...shop, head, ana };
}

/** The one task of Ana became overdue, once. */
function expectTold({ core }: Pick<ClockedCore, 'core'>, headId: string, dueAt: number) {
  expect(overdueNoticesOf(core)).toEqual([{ user_id: headId, at: dueAt, title: 'Llamar', who: 'Ana' }]);
  expect(core.store.db.read('SELECT escalated_at, escalated_to FROM task').all()).toEqual([
    { escalated_at: dueAt, escalated_to: headId },
  ]);
}

describe('what is overdue', () => {
  it('is told to the head within 5 s, once, among 10,000 open tasks', async () => {
    const { core, clock, client, ana, head } = await openShop();
    await core.store.perform({ actor: core.owner(), kind: 'task', subject: '' }, (act) => {
      for (let index = 0; index < manyTasks; index++) createTask(act, { title: `${index}`, dueAt: noon + 24 * hour + index });
    });
    const { id } = await client.task.create({ title: 'Llamar', assigneeId: ana.id, dueAt: noon + 15 * minute });
    await clock.advance(15 * minute - second);
    expect(overdueNoticesOf(core)).toEqual([]);
    await clock.advance(5 * second);
    expect(overdueNoticesOf(core)).toEqual([{ user_id: head.id, at: noon + 15 * minute, title: 'Llamar', who: 'Ana' }]);
    await clock.advance(hour);
    expect(overdueNoticesOf(core)).toHaveLength(1);
    expect(await client.task.get({ id })).toMatchObject({ escalatedAt: noon + 15 * minute, escalatedTo: head.id });
  });

  it('while the computer slept keeps its true moment', async () => {
    const shop = await openShop();
    await shop.client.task.create({ title: 'Llamar', assigneeId: shop.ana.id, dueAt: noon + hour });
    await shop.clock.set(noon + 8 * hour);
    await shop.clock.advance(minute);
    expectTold(shop, shop.head.id, noon + hour);
  });

  it('while the program was closed is told at the first look after the start', async () => {
    const { client, ana, head, close, directory } = await openShop();
    await client.task.create({ title: 'Llamar', assigneeId: ana.id, dueAt: noon + 15 * minute });
    await close();
    const again = openClockedCore({ at: noon + 3 * hour, directory });
    await again.clock.advance(0);
    expectTold(again, head.id, noon + 15 * minute);
    await again.close();
    const third = openClockedCore({ at: noon + 4 * hour, directory });
    await third.clock.advance(minute);
    expectTold(third, head.id, noon + 15 * minute);
  });

  it('is told once though the clock is set back and forward', async () => {
    const shop = await openShop();
    await shop.client.task.create({ title: 'Llamar', assigneeId: shop.ana.id, dueAt: noon + hour });
    await shop.clock.set(noon + 2 * hour);
    await shop.clock.set(noon - 48 * hour);
    await shop.clock.set(noon + 3 * hour);
    expectTold(shop, shop.head.id, noon + hour);
  });

  it('is told once by two programs on the same data', async () => {
    const shop = await openShop();
    const other = openClockedCore({ at: noon, directory: shop.directory });
    await shop.client.task.create({ title: 'Llamar', assigneeId: shop.ana.id, dueAt: noon + hour });
    await setClocksTogether(noon + hour, [shop, other]);
    await Promise.all([shop.clock.advance(5 * second), other.clock.advance(5 * second)]);
    expectTold(shop, shop.head.id, noon + hour);
    expectTold(other, shop.head.id, noon + hour);
  });

  it('is told once though it is closed, brought back by undo, and opened again', async () => {
    const shop = await openShop();
    const { client, clock, core, ana, head } = shop;
    const { id } = await client.task.create({ title: 'Llamar', assigneeId: ana.id, dueAt: noon + hour });
    await clock.set(noon + hour);
    const { actId } = await client.task.done({ id });
    await client.history.undo({ id: actId });
    await clock.advance(minute);
    await client.task.done({ id });
    await client.task.reopen({ id });
    await clock.advance(minute);
    expectTold(shop, head.id, noon + hour);
    const moved = await client.task.update({ id, dueAt: noon + 3 * hour });
    expect(moved).toMatchObject({ escalatedAt: null, escalatedTo: null });
    await client.history.undo({ id: moved.actId });
    await clock.advance(minute);
    expectTold(shop, head.id, noon + hour);
    await client.task.update({ id, dueAt: noon + 3 * hour });
    await client.task.update({ id, dueAt: noon + hour });
    await clock.advance(minute);
    expectTold(shop, head.id, noon + hour);
    await client.task.update({ id, dueAt: noon + 3 * hour });
    await clock.set(noon + 3 * hour);
    expect(overdueNoticesOf(core).map(({ at }) => at)).toEqual([noon + hour, noon + 3 * hour]);
  });

  it('at a time that comes twice when clocks are put back is told at the first', async () => {
    const timeZone = 'Europe/Madrid';
    const dueAt = momentOf({ date: '2026-10-25', time: '02:30' }, timeZone);
    const shop = await openShop(dueAt - hour);
    await shop.client.task.create({ title: 'Llamar', assigneeId: shop.ana.id, dueAt, timeZone });
    await shop.clock.set(dueAt);
    expectTold(shop, shop.head.id, dueAt);
    await shop.clock.set(dueAt + hour);
    expectTold(shop, shop.head.id, dueAt);
  });

  it('for all day is so when the day ends', async () => {
    const shop = await openShop();
    const endOfDay = momentOf({ date: '2026-11-23', time: '00:00' }, 'Europe/Madrid') - 1;
    const input = { title: 'Llamar', assigneeId: shop.ana.id, dueAt: noon, allDay: true, timeZone: 'Europe/Madrid' };
    await shop.client.task.create(input);
    await shop.clock.set(endOfDay - second);
    expect(overdueNoticesOf(shop.core)).toEqual([]);
    await shop.clock.set(endOfDay);
    expectTold(shop, shop.head.id, endOfDay);
  });

  it('goes to the owner where there is no head, and to nobody above her', async () => {
    const { core, client, clock, head } = await openShop();
    await client.task.create({ title: 'De la jefa', assigneeId: head.id, dueAt: noon + hour });
    await client.task.create({ title: 'De la dueña', dueAt: noon + hour });
    await clock.set(noon + hour);
    expect(overdueNoticesOf(core)).toMatchObject([{ user_id: core.owner().userId, title: 'De la jefa' }]);
    expect(core.store.db.read('SELECT title, escalated_at, escalated_to FROM task ORDER BY title').all()).toEqual([
      { title: 'De la dueña', escalated_at: noon + hour, escalated_to: null },
      { title: 'De la jefa', escalated_at: noon + hour, escalated_to: core.owner().userId },
    ]);
  });

  it('is nobody’s business where it was done in time, cancelled, or not to be told', async () => {
    const { core, client, clock, ana } = await openShop();
    const give = (title: string, more = {}) => client.task.create({ title, assigneeId: ana.id, dueAt: noon + hour, ...more });
    await client.task.done({ id: (await give('Hecha')).id });
    await client.task.cancel({ id: (await give('Cancelada')).id });
    await give('Callada', { escalate: false });
    await clock.set(noon + 2 * hour);
    expect(overdueNoticesOf(core)).toEqual([]);
  });

  it('is looked for by an index', async () => {
    const { core } = await openShop();
    const plan = core.store.db
      .read<[number], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM ${dueToEscalate.source} WHERE ${dueToEscalate.condition} ORDER BY ${dueToEscalate.order}`,
      )
      .all(noon)
      .map(({ detail }) => detail);
    expect(plan).toEqual(['SEARCH task USING INDEX task_to_escalate (overdue_at<?)']);
  });

  it('is a visit only when it should be over, and a visit that took longer anew', async () => {
    const { core, clock, client, ana } = await openShop();
    const visit = { type: 'visit', title: 'Medir', assigneeId: ana.id, dueAt: noon + hour, durationMinutes: 60 } as const;
    const { id } = await client.task.create(visit);
    await clock.set(noon + 1.5 * hour);
    expect(overdueNoticesOf(core)).toEqual([]);
    expect((await client.task.list({ filter: { overdue: true } })).total).toBe(0);
    const during = await client.task.day({ userId: ana.id });
    expect([during.overdueCount, during.today.map((task) => task.id)]).toEqual([0, [id]]);
    await clock.set(noon + 2 * hour + second);
    expect(overdueNoticesOf(core)).toMatchObject([{ at: noon + 2 * hour, title: 'Medir' }]);
    expect((await client.task.list({ filter: { overdue: true } })).total).toBe(1);
    expect((await client.task.day({ userId: ana.id })).overdueCount).toBe(1);
    await client.task.update({ id, durationMinutes: 120 });
    await clock.set(noon + 3 * hour);
    expect(overdueNoticesOf(core).map(({ at }) => at)).toEqual([noon + 2 * hour, noon + 3 * hour]);
  });

  it('is a call at its minute, however long it takes', async () => {
    const { core, clock, client, ana } = await openShop();
    await client.task.create({ type: 'call', title: 'Llamar', assigneeId: ana.id, dueAt: noon + hour, durationMinutes: 30 });
    await clock.set(noon + hour);
    expect(overdueNoticesOf(core)).toMatchObject([{ at: noon + hour }]);
  });
});
