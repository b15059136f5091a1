import { setImmediate as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Core } from '#core/core.ts';
import { createTask } from '#core/task/commands.ts';
import { dueToRemind } from '#core/task/reminders.ts';
import { momentOf, wallTimeAt } from '#shared/time/zone.ts';
import { openClockedCore, setClocksTogether } from '#test/factories/open-clocked-core.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const noon = Date.parse('2026-11-22T12:00:00Z');
const manyTasks = 10_000;

function remindersOf({ store }: Core): readonly { at: number; created_at: number; title: string }[] {
  return store.db
    .read<[], { at: number; created_at: number; title: string }>(
      `SELECT at, created_at, params ->> 'title' AS title FROM notice WHERE kind = 'reminder' ORDER BY at, id`,
    )
    .all();
}

/** Open tasks that nobody has to be reminded of before tomorrow. */
async function crowd({ store, owner }: Core) {
  await store.perform({ actor: owner(), kind: 'task', subject: '' }, (act) => {
    for (let index = 0; index < manyTasks; index++)
      createTask(act, { title: `Tarea ${index}`, dueAt: noon + 24 * hour + index * second, escalate: false });
  });
}

describe('reminders', () => {
  it('come within 5 s of their minute among 10,000 open tasks', async () => {
    const { core, clock, client } = openClockedCore({ at: noon });
    await crowd(core);
    await client.task.create({ title: 'Llamar a Elena', dueAt: noon + 15 * minute });
    await client.task.create({ title: 'Medir', dueAt: noon + 30 * minute, remindMinutes: 10 });
    await clock.advance(15 * minute - second);
    expect(remindersOf(core)).toEqual([]);
    await clock.advance(10 * minute);
    const given = remindersOf(core);
    expect(given.map(({ at, title }) => [at - noon, title])).toEqual([
      [15 * minute, 'Llamar a Elena'],
      [20 * minute, 'Medir'],
    ]);
    for (const { at, created_at: told } of given) expect(told - at).toBeLessThan(5 * second);
  });

  it('of thousands at one minute are all given at once, in batches that let others save', async () => {
    const { core, clock, client } = openClockedCore({ at: noon });
    await crowd(core);
    let isOver = false;
    const leap = clock.set(noon + 48 * hour).then(() => (isOver = true));
    let saves = 0;
    while (!isOver && saves < 5) {
      await client.contact.create({ givenName: `Paciente ${saves++}` });
      await pause();
    }
    await leap;
    expect(saves).toBeGreaterThan(1);
    expect(remindersOf(core)).toHaveLength(manyTasks);
    expect(core.store.db.read(`SELECT 1 FROM task WHERE remind_at IS NOT NULL`).all()).toEqual([]);
  });

  it('missed while the computer slept come when it wakes, once, with their own moment', async () => {
    const { core, clock, client } = openClockedCore({ at: noon });
    await client.task.create({ title: 'Llamar', dueAt: noon + 2 * hour });
    await clock.set(noon + 8 * hour);
    expect(remindersOf(core)).toMatchObject([{ at: noon + 2 * hour, created_at: noon + 8 * hour }]);
    await clock.advance(minute);
    expect(remindersOf(core)).toHaveLength(1);
  });

  it('come once though the clock is set back and forward', async () => {
    const { core, clock, client } = openClockedCore({ at: noon });
    await client.task.create({ title: 'Llamar', dueAt: noon + hour });
    await clock.set(noon + hour);
    await clock.set(noon - 24 * hour);
    await clock.advance(minute);
    await clock.set(noon + 3 * hour);
    expect(remindersOf(core)).toHaveLength(1);
  });

  it('missed while the program was closed come when it starts', async () => {
    const first = openClockedCore({ at: noon });
    await first.client.task.create({ title: 'Llamar', dueAt: noon + hour });
    await first.close();
    const second = openClockedCore({ at: noon + 5 * hour, directory: first.directory });
    await second.clock.advance(5000);
    expect(remindersOf(second.core)).toMatchObject([{ at: noon + hour }]);
  });

  it.each([
    ['clocks are put back', '2026-10-24T09:00', '2026-10-25T09:00', 25],
    ['clocks are put forward', '2026-03-28T09:00', '2026-03-29T09:00', 23],
  ])('of what repeats keep the time on the wall when %s', async (_, first, second, hoursBetween) => {
    const timeZone = 'Europe/Madrid';
    const momentAt = (wall: string) => momentOf({ date: wall.slice(0, 10), time: wall.slice(11) }, timeZone);
    const { core, clock, client } = openClockedCore({ at: momentAt(first) - hour });
    const repeat = { every: 1, unit: 'day' } as const;
    const { id } = await client.task.create({ title: 'Caja', dueAt: momentAt(first), timeZone, repeat });
    await clock.set(momentAt(first));
    const { nextId } = await client.task.done({ id });
    expect((await client.task.get({ id: nextId ?? '' })).dueAt).toBe(momentAt(second));
    await clock.set(momentAt(first) + hoursBetween * hour - 3000);
    await clock.advance(2000);
    expect(remindersOf(core)).toHaveLength(1);
    await clock.advance(1000);
    expect(remindersOf(core).map(({ at }) => wallTimeAt(at, timeZone).time)).toEqual(['09:00', '09:00']);
  });

  it('of two programs on the same data are one', async () => {
    const one = openClockedCore({ at: noon });
    const other = openClockedCore({ at: noon, directory: one.directory });
    await one.client.task.create({ title: 'Llamar', dueAt: noon + hour });
    await setClocksTogether(noon + hour, [one, other]);
    await Promise.all([one.clock.advance(5 * second), other.clock.advance(5 * second)]);
    expect(remindersOf(one.core)).toHaveLength(1);
    expect(remindersOf(other.core)).toHaveLength(1);
  });

  it('come again for another moment, and not for one that was undone', async () => {
    const { core, clock, client } = openClockedCore({ at: noon });
    const { id } = await client.task.create({ title: 'Llamar', dueAt: noon + hour });
    await clock.set(noon + hour);
    const { actId } = await client.task.update({ id, dueAt: noon + 2 * hour });
    await clock.set(noon + 90 * minute);
    await client.history.undo({ id: actId });
    await clock.set(noon + 3 * hour);
    expect(remindersOf(core)).toHaveLength(1);
    await client.task.update({ id, dueAt: noon + 4 * hour });
    await client.task.update({ id, dueAt: noon + hour });
    await clock.advance(minute);
    expect(remindersOf(core)).toHaveLength(1);
    await client.task.update({ id, dueAt: noon + 4 * hour });
    await clock.set(noon + 4 * hour);
    expect(remindersOf(core).map(({ at }) => at)).toEqual([noon + hour, noon + 4 * hour]);
  });

  it('are given for what is open and wanted only', async () => {
    const { core, clock, client } = openClockedCore({ at: noon });
    const done = await client.task.create({ title: 'Hecha', dueAt: noon + hour });
    await client.task.done({ id: done.id });
    const cancelled = await client.task.create({ title: 'Cancelada', dueAt: noon + hour });
    await client.task.cancel({ id: cancelled.id });
    await client.task.create({ title: 'Sin aviso', dueAt: noon + hour, remindMinutes: null });
    await client.task.create({ title: 'Sin fecha' });
    await client.task.create({ title: 'Todo el día', dueAt: noon, allDay: true });
    await clock.set(noon + 48 * hour);
    expect(remindersOf(core)).toEqual([]);
  });

  it('leave what a person did to be undone, and stay out of the last acts', async () => {
    const { core, clock, client } = openClockedCore({ at: noon });
    const { id } = await client.task.create({ title: 'Llamar', dueAt: noon + hour });
    await clock.set(noon + 2 * hour);
    await client.notice.markRead({ ids: 'all' });
    const { rows } = await client.history.acts({});
    expect(rows[0]).toMatchObject({ kind: 'task', subject: 'Llamar' });
    expect((await client.history.acts({ byClock: true })).rows.map(({ kind }) => kind)).toContain('clock');
    await client.history.undo({ id: rows[0]?.id ?? '' });
    await expect(client.task.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(remindersOf(core)).toHaveLength(0);
  });

  it('are looked for by an index', () => {
    const { core } = openClockedCore({ at: noon });
    const plan = core.store.db
      .read<[number], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM ${dueToRemind.source} WHERE ${dueToRemind.condition} ORDER BY ${dueToRemind.order}`,
      )
      .all(noon)
      .map(({ detail }) => detail);
    expect(plan).toEqual(['SEARCH task USING INDEX task_to_remind (remind_at<?)']);
  });
});
