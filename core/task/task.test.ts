import { describe, expect, it } from 'vitest';
import { personActor } from '#core/people/allow.ts';
import { createTask } from '#core/task/commands.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const noon = Date.parse('2026-11-22T12:00:00Z');

async function openShop() {
  const shop = openClockedCore({ at: noon });
  await shop.client.settings.update({ country: 'ES', trade: 'windows', language: 'es', timeZone: 'Europe/Madrid' });
  const ana = await shop.client.people.create({ name: 'Ana', role: 'seller' });
  const eva = await shop.client.people.create({ name: 'Eva', role: 'specialist' });
  const client = await shop.client.contact.create({ givenName: 'José', phones: [{ raw: '612 34 56 78' }] });
  const deal = await shop.client.deal.create({ partyId: client.id, ownerId: ana.id });
  return {
    ...shop,
    ana,
    eva,
    party: client,
    deal,
    asAna: shop.clientOf(personActor(ana)),
    asEva: shop.clientOf(personActor(eva)),
  };
}

describe('a task', () => {
  it('needs nothing but what it is about', async () => {
    const { client, core } = await openShop();
    expect(await client.task.create({ title: 'Llamar', dueAt: noon + hour })).toMatchObject({
      type: 'todo',
      title: 'Llamar',
      assigneeId: core.owner().userId,
      status: 'open',
      remindMinutes: 0,
      escalate: true,
      allDay: false,
      timeZone: '',
    });
    const day = await client.task.create({ title: 'Inventario', dueAt: noon, allDay: true });
    expect([day.remindMinutes, new Date(day.dueAt ?? 0).toISOString()]).toEqual([null, '2026-11-22T22:59:59.999Z']);
  });

  it('of a deal is about its client, and is what comes next for it', async () => {
    const { client, deal, party } = await openShop();
    const task = await client.task.create({ type: 'call', title: 'Llamar', dealId: deal.id, dueAt: noon + hour });
    expect(task).toMatchObject({ partyId: party.id, partyTitle: 'José', phone: '+34612345678', dealTitle: deal.title });
    expect((await client.deal.get({ id: deal.id })).nextTaskAt).toBe(noon + hour);
    const { actId } = await client.task.done({ id: task.id });
    expect((await client.deal.get({ id: deal.id })).nextTaskAt).toBeNull();
    await client.history.undo({ id: actId });
    expect((await client.deal.get({ id: deal.id })).nextTaskAt).toBe(noon + hour);
    const other = await client.deal.create({ partyId: party.id });
    await client.task.update({ id: task.id, dealId: other.id });
    expect((await client.deal.get({ id: deal.id })).nextTaskAt).toBeNull();
    expect((await client.deal.get({ id: other.id })).nextTaskAt).toBe(noon + hour);
  });

  it('made under one id is one', async () => {
    const { core, client } = await openShop();
    for (const title of ['Llamar', 'Llamar otra vez'])
      await core.store.perform({ actor: core.owner(), kind: 'task', subject: title }, (act) =>
        createTask(act, { id: 'once', title }),
      );
    expect((await client.task.list({})).rows.map(({ title }) => title)).toEqual(['Llamar']);
  });

  it('given to somebody else is told to them, once', async () => {
    const { client, asAna, ana } = await openShop();
    const { id } = await client.task.create({ title: 'Llamar', assigneeId: ana.id, dueAt: noon + day });
    await client.task.update({ id, title: 'Llamar hoy' });
    const mine = await client.task.create({ title: 'Mía' });
    await client.task.update({ id: mine.id, assigneeId: ana.id });
    const { rows, unreadCount } = await asAna.notice.list({});
    expect(rows.map(({ kind, params, recordId }) => [kind, params['title'], recordId])).toEqual(
      expect.arrayContaining([
        ['taskAssigned', 'Llamar', id],
        ['taskAssigned', 'Mía', mine.id],
      ]),
    );
    expect([rows.length, unreadCount]).toEqual([2, 2]);
    expect(await asAna.notice.markRead({ ids: [rows[0]?.id ?? ''] })).toEqual({ unreadCount: 1 });
    expect((await asAna.notice.list({ unread: true })).total).toBe(1);
    expect(await client.notice.markRead({ ids: [rows[1]?.id ?? ''] })).toEqual({ unreadCount: 0 });
    expect((await asAna.notice.list({})).unreadCount).toBe(1);
  });

  it.each([
    [{ assigneeId: 'nobody' }, { field: 'assigneeId', code: 'unknownPerson' }],
    [{ partyId: 'nobody' }, { field: 'partyId', code: 'unknownParty' }],
    [{ dealId: 'nothing' }, { field: 'dealId', code: 'unknownDeal' }],
    [{ leadId: 'nothing' }, { field: 'leadId', code: 'unknownLead' }],
    [{ timeZone: 'Mars/Olympus' }, { field: 'timeZone', code: 'unknownTimeZone' }],
    [{ repeat: { every: 1, unit: 'day' as const } }, { field: 'dueAt', code: 'missing' }],
  ])('%j is refused', async (input, data) => {
    const { client } = await openShop();
    await expect(client.task.create({ title: 'x', ...input })).rejects.toMatchObject({ code: 'REFUSED', data });
    const { id } = await client.task.create({ title: 'x' });
    await expect(client.task.update({ id, ...input })).rejects.toMatchObject({ code: 'REFUSED', data });
  });

  it('deleted comes back with an undo, and goes with its deal and its client', async () => {
    const { client, deal, party } = await openShop();
    const { id } = await client.task.create({ title: 'Llamar', dealId: deal.id });
    const { actId } = await client.task.delete({ id });
    await expect(client.task.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await client.history.undo({ id: actId });
    expect((await client.task.get({ id })).title).toBe('Llamar');
    await client.contact.delete({ id: party.id });
    expect((await client.task.list({})).total).toBe(0);
    await client.party.purgeMany({ ids: [party.id] });
    await expect(client.task.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of others is seen by who may see all, who gave it, and whose deal it is', async () => {
    const { client, asAna, asEva, ana, eva, deal } = await openShop();
    await client.task.create({ title: 'De la dueña' });
    const visit = await client.task.create({
      title: 'Medir',
      type: 'visit',
      assigneeId: eva.id,
      dealId: deal.id,
      dueAt: noon + day,
    });
    const own = await asAna.task.create({ title: 'De Ana' });
    const titles = async (as: typeof client) => (await as.task.list({})).rows.map(({ title }) => title);
    expect(await titles(client)).toHaveLength(3);
    expect(await titles(asAna)).toEqual(['Medir', 'De Ana']);
    expect(await titles(asEva)).toEqual(['Medir']);
    await expect(asEva.task.done({ id: own.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await asEva.task.done({ id: visit.id })).task.doneByName).toBe('Eva');
    await expect(asEva.task.day({ userId: ana.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(asEva.task.calendar({ from: noon, to: noon + day, userIds: [ana.id] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('is found by conditions of its own, its client and its deal', async () => {
    const { client, deal } = await openShop();
    await client.task.create({ title: 'Medir', type: 'visit', dealId: deal.id });
    await client.task.create({ title: 'Llamar', type: 'call' });
    const found = async (field: string, value: string[]) =>
      (await client.task.list({ filter: { where: { all: [{ field, is: 'isAnyOf', value }] } } })).rows.map(({ title }) => title);
    expect(await found('type', ['call'])).toEqual(['Llamar']);
    expect(await found('deal.status', ['open'])).toEqual(['Medir']);
    expect(await found('client.type', ['contact'])).toEqual(['Medir']);
    await expect(found('colour', ['red'])).rejects.toMatchObject({ code: 'REFUSED' });
  });
});

describe('a task that is done', () => {
  it('is written down with its client and deal, and names the next one', async () => {
    const { client, deal, party } = await openShop();
    const { id } = await client.task.create({ type: 'call', title: 'Llamar', dealId: deal.id, dueAt: noon + hour });
    const next = { type: 'visit', title: 'Medir', dueAt: noon + day } as const;
    const done = await client.task.done({ id, result: 'Quiere tres ventanas', outcome: 'reached', duration: 125, next });
    expect(done.task).toMatchObject({ status: 'done', result: 'Quiere tres ventanas', doneAt: noon });
    expect((await client.activity.ofParty({ id: party.id })).rows).toMatchObject([
      {
        id: done.activityId,
        type: 'call',
        text: 'Quiere tres ventanas',
        outcome: 'reached',
        duration: 125,
        dealId: deal.id,
        taskId: id,
        phone: '+34612345678',
        direction: 'out',
      },
    ]);
    expect(await client.task.get({ id: done.nextId ?? '' })).toMatchObject({
      title: 'Medir',
      partyId: party.id,
      dealId: deal.id,
    });
    await client.history.undo({ id: done.actId });
    expect((await client.activity.ofParty({ id: party.id })).total).toBe(0);
    expect((await client.task.list({})).rows).toMatchObject([{ id, status: 'open', result: '' }]);
  });

  it('has what it asks for of its deal, which can be given with it', async () => {
    const { client, deal } = await openShop();
    const { id } = await client.task.create({ title: 'Medir', dealId: deal.id, asks: ['siteAddress', 'visitAt'] });
    await expect(client.task.done({ id, deal: { visitAt: noon } })).rejects.toMatchObject({
      code: 'FIELDS_MISSING',
      data: { fields: ['siteAddress'] },
    });
    expect((await client.deal.get({ id: deal.id })).visitAt).toBeNull();
    await client.task.done({ id, deal: { visitAt: noon, siteAddress: 'Calle Mayor 1' } });
    expect(await client.deal.get({ id: deal.id })).toMatchObject({ visitAt: noon, siteAddress: 'Calle Mayor 1' });
    await expect(client.task.done({ id })).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });
    await expect(client.task.cancel({ id })).rejects.toMatchObject({ code: 'TASK_NOT_OPEN' });
    expect(await client.task.reopen({ id })).toMatchObject({ status: 'open', doneAt: null });
  });

  it('comes again where it repeats: next in time, with the rest as it was, until it ends', async () => {
    const { client, clock, core } = await openShop();
    const repeat = { every: 1, unit: 'week', count: 3 } as const;
    const { id } = await client.task.create({
      title: 'Caja',
      dueAt: noon + hour,
      repeat,
      remindMinutes: 15,
      durationMinutes: 30,
    });
    const { nextId } = await client.task.done({ id });
    const second = await client.task.get({ id: nextId ?? '' });
    expect(second).toMatchObject({ title: 'Caja', dueAt: noon + hour + 7 * day, remindMinutes: 15, durationMinutes: 30 });
    await client.task.update({ id: second.id, dueAt: noon + 6 * day });
    const third = await client.task.done({ id: second.id });
    expect((await client.task.get({ id: third.nextId ?? '' })).dueAt).toBe(noon + hour + 14 * day);
    await clock.set(noon + 30 * day);
    expect((await client.task.done({ id: third.nextId ?? '' })).nextId).toBeNull();
    expect(core.store.db.read('SELECT DISTINCT repeat_of FROM task ORDER BY 1').all()).toEqual([
      { repeat_of: null },
      { repeat_of: id },
    ]);
  });

  it('begins a repetition anew where its rule or, with it, its time is changed', async () => {
    const { client } = await openShop();
    const { id } = await client.task.create({ title: 'Caja', dueAt: noon + hour, repeat: { every: 1, unit: 'day' } });
    await client.task.update({ id, dueAt: noon + 2 * hour, repeat: { every: 1, unit: 'day' } });
    const { nextId } = await client.task.done({ id });
    expect((await client.task.get({ id: nextId ?? '' })).dueAt).toBe(noon + 2 * hour + day);
    await client.task.update({ id: nextId ?? '', repeat: null });
    expect((await client.task.done({ id: nextId ?? '' })).nextId).toBeNull();
  });
});
