import { onTestFinished, describe, expect, it } from 'vitest';
import { openCore } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import { migrate } from '#core/database/migrate.ts';
import { databasePath } from '#core/database/open-database.ts';
import { systemActor } from '#core/people/allow.ts';
import { headOf } from '#core/people/queries.ts';
import { localMigrations } from '#migrations/local/index.ts';
import { permissions } from '#shared/people/permission.ts';
import { makeTestDirectory, openTestCore } from '#test/factories/open-test-core.ts';

describe('the people of the shop', () => {
  it('begin with the owner alone, whose name is that of the settings', async () => {
    const { client, core } = await openTestCore({ ownerName: 'Ana' });
    const { userId } = core.owner();
    expect(await client.people.list()).toMatchObject([{ id: userId, name: 'Ana', role: 'owner', archivedAt: null }]);
    await client.people.update({ id: userId, name: 'Ana Ruiz' });
    expect((await client.settings.get()).ownerName).toBe('Ana Ruiz');
    expect(await client.people.me()).toEqual({
      id: userId,
      name: 'Ana Ruiz',
      role: 'owner',
      permissions,
      branchId: null,
      teamIds: [userId],
      rights: null,
      isWatching: false,
    });
  });

  it('come, change and leave, and their names stay on what they did', async () => {
    const { client, clientOf, core } = await openTestCore({ ownerName: 'Ana' });
    const workingHours = { from: '09:00', to: '14:00', days: [1, 2, 3] };
    const eva = await client.people.create({ name: ' Eva ', role: 'seller', phone: '612', workingHours });
    expect(eva).toMatchObject({ name: 'Eva', role: 'seller', phone: '612', email: '', timeZone: '', workingHours, headId: null });
    const actor = actorOf(core, eva.id);
    const { id } = await clientOf(actor).contact.create({ givenName: 'Luis' });
    await clientOf(actor).activity.create({ partyId: id, type: 'note', text: 'hello' });
    expect(await client.people.update({ id: eva.id, role: 'head' })).toMatchObject({ name: 'Eva', role: 'head' });
    expect((await client.people.archive({ id: eva.id })).archivedAt).not.toBeNull();
    expect(core.actorOf(eva.id)).toEqual({ type: 'archived' });
    expect((await client.activity.ofParty({ id })).rows[0]?.authorName).toBe('Eva');
    expect((await client.contact.get({ id })).ownerId).toBe(eva.id);
    expect((await client.people.list()).map(({ name }) => name)).toEqual(['Ana', 'Eva']);
    expect((await client.people.restore({ id: eva.id })).archivedAt).toBeNull();
    const { rows } = await client.history.acts({ offset: 0, limit: 1 });
    expect(rows[0]).toMatchObject({ kind: 'people', subject: 'Eva', actorName: 'Ana', canUndo: false });
  });

  it('always have an owner who works there', async () => {
    const { client, core } = await openTestCore({ ownerName: 'Ana' });
    const { userId } = core.owner();
    const lastOwner = { code: 'LAST_OWNER', data: { id: userId } };
    await expect(client.people.archive({ id: userId })).rejects.toMatchObject(lastOwner);
    await expect(client.people.update({ id: userId, role: 'seller' })).rejects.toMatchObject(lastOwner);
    const eva = await client.people.create({ name: 'Eva', role: 'owner' });
    await client.people.archive({ id: userId });
    expect(core.owner()).toMatchObject({ userId: eva.id, name: 'Eva' });
    await expect(client.people.archive({ id: eva.id })).rejects.toMatchObject({ code: 'LAST_OWNER' });
  });

  it('have names, heads who are there, and no circle of heads', async () => {
    const { client } = await openTestCore();
    await expect(client.people.create({ name: ' ', role: 'seller' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(client.people.create({ name: 'Eva', role: 'seller', headId: 'x' })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'headId', code: 'unknownPerson' },
    });
    const eva = await client.people.create({ name: 'Eva', role: 'head' });
    const luis = await client.people.create({ name: 'Luis', role: 'seller', headId: eva.id });
    for (const headId of [luis.id, eva.id])
      await expect(client.people.update({ id: eva.id, headId })).rejects.toMatchObject({
        data: { field: 'headId', code: 'circle' },
      });
    await expect(client.people.update({ id: eva.id, timeZone: 'Mars/Base' })).rejects.toMatchObject({
      data: { field: 'timeZone', code: 'unknownTimeZone' },
    });
    await expect(client.people.update({ id: 'nobody', name: 'X' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(client.people.archive({ id: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('answer to their head, to the head’s head when that one has left, and in the end to the owner', async () => {
    const { client, core } = await openTestCore();
    const { db } = core.store;
    const ana = await client.people.create({ name: 'Ana', role: 'head' });
    const eva = await client.people.create({ name: 'Eva', role: 'head', headId: ana.id });
    const luis = await client.people.create({ name: 'Luis', role: 'seller', headId: eva.id });
    expect(headOf(db, luis.id)).toBe(eva.id);
    await client.people.archive({ id: eva.id });
    expect(headOf(db, luis.id)).toBe(ana.id);
    await client.people.archive({ id: ana.id });
    expect(headOf(db, luis.id)).toBe(core.owner().userId);
    expect(headOf(db, 'nobody')).toBe(core.owner().userId);
  });

  it('are the only ones in charge of a card', async () => {
    const { client } = await openTestCore();
    const { id } = await client.contact.create({ givenName: 'Luis' });
    const refused = { code: 'REFUSED', data: { field: 'ownerId', code: 'unknownPerson' } };
    await expect(client.contact.update({ id, ownerId: 'nobody' })).rejects.toMatchObject(refused);
    await expect(client.company.create({ name: 'Bar', ownerId: 'nobody' })).rejects.toMatchObject(refused);
    expect((await client.contact.update({ id, ownerId: null })).ownerId).toBeNull();
  });

  it('are not all that acts: Cartera itself may do everything, and nobody is in charge of what it adds', async () => {
    const { core, clientOf } = await openTestCore();
    const { ownerId } = await clientOf(systemActor).contact.create({ givenName: 'Luis' });
    expect(ownerId).toBeNull();
    expect(core.actorOf(systemActor.userId)).toEqual({ type: 'unknown' });
    expect(await clientOf(systemActor).people.me()).toMatchObject({ id: 'cartera', name: 'Cartera', permissions });
  });
});

describe('a base of before there were several people', () => {
  it('has its one user for its owner', () => {
    const directory = makeTestDirectory();
    const connection = connect(databasePath(directory));
    migrate(
      connection,
      localMigrations.filter(({ version }) => version < 30),
    );
    connection.execute(`
      INSERT INTO user (id, name, created_at, stamp) VALUES ('b', 'Eva', 2, 's'), ('a', 'Ana', 1, 's');
      INSERT INTO api_key (id, name, key_hash, created_at, stamp) VALUES ('k', 'Till', 'h', 1, 's');
    `);
    connection.close();
    const core = openCore(directory);
    onTestFinished(() => core.close());
    expect(core.owner()).toMatchObject({ userId: 'a', name: 'Ana' });
    const roles = core.store.db.readRaw<[], [string, string]>('SELECT id, role FROM user ORDER BY id').all();
    expect(roles).toEqual([
      ['a', 'owner'],
      ['b', 'seller'],
    ]);
  });
});

function actorOf(core: Awaited<ReturnType<typeof openTestCore>>['core'], id: string) {
  const found = core.actorOf(id);
  if (found.type !== 'actor') throw new Error(`${id} is ${found.type}`);
  return found.actor;
}
