import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTask } from '#core/task/commands.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';
import { startTestHost } from '#test/factories/start-test-host.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** 13:00 in Madrid, a Sunday. */
const noon = Date.parse('2026-11-22T12:00:00Z');

async function openShop() {
  const shop = openClockedCore({ at: noon });
  await shop.client.settings.update({ country: 'ES', timeZone: 'Europe/Madrid', ownerName: 'Elena' });
  const ana = await shop.client.people.create({ name: 'Ana', role: 'seller', timeZone: 'Atlantic/Canary' });
  return { ...shop, ana };
}

describe('a day', () => {
  it('shows what is late, what is for today, what has no date, and counts the rest', async () => {
    const { client, clock } = await openShop();
    const add = (title: string, dueAt: number | null, more = {}) => client.task.create({ title, dueAt, ...more });
    await add('Tarde', noon - hour);
    await add('Ahora', noon + hour);
    await add('Todo el día', noon - hour, { allDay: true });
    await add('Mañana', noon + day);
    await add('Sin fecha', null);
    await client.task.done({ id: (await add('Hecha', noon)).id });
    const deal = await client.deal.create({
      partyId: (await client.contact.create({ givenName: 'José' })).id,
      ownerId: (await client.people.me()).id,
    });
    const today = await client.task.day({});
    expect(today).toMatchObject({ day: '2026-11-22', overdueCount: 1, doneCount: 1, newLeads: 0, idleDeals: 1 });
    const titles = (tasks: readonly { title: string }[]) => tasks.map(({ title }) => title);
    expect([titles(today.overdue), titles(today.today), titles(today.undated)]).toEqual([
      ['Tarde'],
      ['Ahora', 'Todo el día'],
      ['Sin fecha'],
    ]);
    await client.task.create({ title: 'Pensar', dealId: deal.id });
    expect((await client.task.day({})).idleDeals).toBe(0);
    expect(titles((await client.task.day({ day: '2026-11-23' })).today)).toEqual(['Mañana']);
    await clock.set(noon + day - 2 * hour);
    expect(titles((await client.task.day({ day: '2026-11-22' })).today)).toEqual(['Tarde', 'Ahora', 'Todo el día']);
  });

  it('is that of whoever is asked about, where she is', async () => {
    const { client, clock, ana } = await openShop();
    // Half past midnight in Madrid is half past eleven on the Canary Islands.
    await clock.set(Date.parse('2026-11-22T23:30:00Z'));
    expect([(await client.task.day({})).day, (await client.task.day({ userId: ana.id })).day]).toEqual([
      '2026-11-23',
      '2026-11-22',
    ]);
  });

  it('of one among twenty people with 10,000 open tasks is read by an index', async () => {
    const { core, client } = await openShop();
    const people: string[] = [];
    for (let index = 0; index < 20; index++) people.push((await client.people.create({ name: `P${index}`, role: 'seller' })).id);
    await core.store.perform({ actor: core.owner(), kind: 'task', subject: '' }, (act) => {
      for (let index = 0; index < 10_000; index++)
        createTask(act, {
          title: `${index}`,
          assigneeId: people[index % 20] ?? '',
          dueAt: noon + (index % 400) * hour - 100 * hour,
        });
    });
    const { db } = core.store;
    const plan = db
      .read<[string, number], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM task WHERE (task.assignee_id = ? AND task.status = 'open') AND (task.due_at < ?) ORDER BY task.due_at, task.id LIMIT 200`,
      )
      .all(people[0] ?? '', noon);
    expect(plan[0]?.detail).toBe('SEARCH task USING INDEX task_by_assignee (assignee_id=? AND status=? AND due_at<?)');
    const found = await client.task.day({ userId: people[0] ?? '' });
    expect([found.overdueCount, found.overdue.length]).toEqual([125, 125]);
  });
});

describe('the calendar', () => {
  it('shows what is there and what repeated tasks will bring', async () => {
    const { client, ana } = await openShop();
    const daily = await client.task.create({
      title: 'Caja',
      dueAt: noon + hour,
      repeat: { every: 1, unit: 'day' },
      durationMinutes: 30,
    });
    await client.task.create({ title: 'Larga', dueAt: noon - hour, durationMinutes: 120 });
    await client.task.create({ title: 'Cancelada', dueAt: noon });
    await client.task.create({ title: 'De Ana', dueAt: noon + 2 * hour, assigneeId: ana.id });
    const cancelled = (await client.task.list({})).rows.find(({ title }) => title === 'Cancelada');
    await client.task.cancel({ id: cancelled?.id ?? '' });
    const { rows } = await client.task.calendar({ from: noon, to: noon + 3 * day });
    expect(rows.map(({ title, dueAt, isProjected }) => [title, ((dueAt ?? 0) - noon) / hour, isProjected])).toEqual([
      ['Larga', -1, false],
      ['Caja', 1, false],
      ['Caja', 25, true],
      ['Caja', 49, true],
    ]);
    expect(rows[2]?.id).toBe(`${daily.id}@${noon + 25 * hour}`);
    const everybody = await client.task.calendar({ from: noon, to: noon + day, userIds: [ana.id, daily.assigneeId] });
    expect(everybody.rows.map(({ title }) => title)).toEqual(['Larga', 'Caja', 'De Ana']);
    const later = await client.task.calendar({ from: noon + 300 * day, to: noon + 302 * day });
    expect(later.rows).toHaveLength(2);
  });

  it('counts each person’s hours by the day', async () => {
    const { client, ana, clock } = await openShop();
    const give = (type: 'call' | 'meeting' | 'todo', dueAt: number, more = {}) =>
      client.task.create({ title: type, type, dueAt, assigneeId: ana.id, ...more });
    await give('meeting', noon + 30 * minute, { durationMinutes: 45 });
    await give('call', noon + 2 * hour);
    await give('todo', noon + 2 * hour);
    await client.task.done({ id: (await give('meeting', noon + 3 * hour)).id });
    await clock.set(noon + 2 * hour);
    const { people } = await client.task.workload({ from: '2026-11-22', to: '2026-11-23' });
    const load = people.find(({ userId }) => userId === ana.id);
    expect(load).toMatchObject({ name: 'Ana', overdue: 3 });
    expect(load?.days).toHaveLength(2);
    expect(load?.days[0]).toMatchObject({ day: '2026-11-22', open: 3, done: 1, overdue: 3, plannedMinutes: 85 });
    // At noon on the Canary Islands, which share the hour with UTC.
    expect(load?.days[0]?.hours.slice(12, 16)).toEqual([30, 15, 10, 30]);
    expect(load?.days[1]).toMatchObject({ open: 0, done: 0, plannedMinutes: 0 });
  });
});

describe('a calendar that other programs follow', () => {
  it('is a file that is kept up to date', async () => {
    const { client, clock, directory } = await openShop();
    const { address, file } = await client.task.subscription();
    expect(address).toBeNull();
    await clock.advance(5000);
    expect(readFileSync(file, 'utf8')).toContain('BEGIN:VCALENDAR');
    await client.task.create({ title: 'Medir ventanas', dueAt: noon + day, type: 'visit' });
    await clock.advance(5000);
    expect(readFileSync(file, 'utf8')).toContain('SUMMARY:Medir ventanas');
    expect(readdirSync(join(directory, 'calendar'))).toHaveLength(1);
    const exported = await client.task.exportCalendar({});
    expect([exported.type, await exported.text()]).toEqual(['text/calendar', readFileSync(file, 'utf8')]);
  });

  it('is an address that needs no other key, for reading one calendar only', async () => {
    const { api, call } = await startTestHost();
    await api('POST', '/tasks', { title: 'Medir', dueAt: Date.now() + day });
    const { address } = (await api('GET', '/tasks/calendar-subscription')).json<{ address: string }>();
    const path = new URL(address).pathname;
    const answer = await call({ path });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(answer.text).toContain('SUMMARY:Medir');
    const wrong = path.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics'));
    expect((await call({ path: wrong })).status).toBe(404);
    expect((await call({ path: '/calendar/.ics' })).status).toBe(401);
    for (const method of ['POST', 'DELETE', 'HEAD']) expect((await call({ path, method })).status).toBe(405);
    expect((await call({ path, headers: { host: 'evil.example' } })).status).toBe(403);
    expect(
      (await call({ path: '/api/v1/tasks/calendar.ics', headers: { authorization: `Bearer ${path.slice(10, -4)}` } })).status,
    ).toBe(401);
  });
});
