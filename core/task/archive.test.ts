import { describe, expect, it } from 'vitest';
import { checkData } from '#core/check/check-data.ts';
import { restoreArchive } from '#core/export/restore-archive.ts';
import { undoAct } from '#core/history/commands.ts';
import { lastActs } from '#core/history/queries.ts';
import { exportAll, exportRecords, openTestData, readRecords } from '#test/factories/archives.ts';
import { openClockedCore } from '#test/factories/open-clocked-core.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-11-22T12:00:00Z');

/** A shop with tasks of every kind, of which some were told of. */
async function openShop() {
  const shop = openClockedCore({ at: noon });
  const { client, clock, core } = shop;
  await client.settings.update({ ownerName: 'Elena', trade: 'windows' });
  const ana = await client.people.create({ name: 'Ana', role: 'seller' });
  const deal = await client.deal.create({ partyId: (await client.contact.create({ givenName: 'José' })).id });
  const call = { type: 'call', title: 'Llamar', dealId: deal.id, assigneeId: ana.id } as const;
  await client.task.create({ ...call, dueAt: noon + hour });
  const weekly = { every: 2, unit: 'week', days: [1, 3] } as const;
  const { id } = await client.task.create({ ...call, dueAt: noon + 2 * hour, repeat: { ...weekly, days: [...weekly.days] } });
  await client.task.done({ id, result: 'Hecho' });
  await client.task.create({ title: 'Inventario', dueAt: noon, allDay: true, asks: ['visitAt', 'custom.color'] });
  await clock.set(noon + 90 * 60_000);
  return { core, archive: await exportAll(core) };
}

describe('tasks and notices in an archive', () => {
  it('come back as they were, without being told of again, and go with an undo', async () => {
    const { archive } = await openShop();
    const data = openTestData();
    await restoreArchive(data.store, { actor: data.actor, files: data.files, path: archive, name: 'a.zip' });
    expect(await exportRecords(data)).toEqual(await readRecords(archive));
    expect((await readRecords(archive))['notice.jsonl']).toContain('"overdue"');
    expect((await checkData(data.store.connection, data.files)).faults).toEqual([]);
    const due = data.store.db.read('SELECT title FROM task WHERE remind_at <= ?').all(noon + hour);
    expect(due).toEqual([]);
    const actId = lastActs(data.store.db, { offset: 0, limit: 1 }).rows[0]?.id ?? '';
    expect((await undoAct(data.store, { actor: data.actor, actId, keepEdited: false })).type).toBe('undone');
    expect(await exportRecords(data)).toMatchObject({ 'task.jsonl': '', 'notice.jsonl': '' });
  });

  it('are checked for the moments they are reminded of at', async () => {
    const { core } = await openShop();
    core.store.connection.execute('UPDATE task SET remind_at = remind_at + 1 WHERE remind_at IS NOT NULL');
    core.store.connection.execute("UPDATE task SET asks = 'x' WHERE title = 'Inventario'");
    expect((await checkData(core.store.connection, core.files)).faults).toMatchObject([
      { code: 'unreadable', table: 'task' },
      { code: 'derived', table: 'task', missing: 0, extra: 1 },
    ]);
  });
});
