import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { databasePath } from '#core/database/open-database.ts';
import { openProtectedShop, ownersPassword } from '#test/factories/protected-shop.ts';

/** A shop whose database something else writes to until it is told to end, as an import does: whoever waited for it would wait for ever. */
async function openHeldShop() {
  const shop = await openProtectedShop();
  const second = await shop.as('rpc').session.begin({ userId: shop.ana.id, secret: ownersPassword });
  const importing = connect(databasePath(shop.host.dataDirectory));
  onTestFinished(() => importing.close());
  importing.execute('BEGIN IMMEDIATE');
  return { ...shop, second, endImport: () => importing.execute('COMMIT') };
}

describe('while an import holds the database', () => {
  it('one signs in and out, locks and unlocks, and it is so afterwards', async () => {
    const { as, ana, eva, owner, token, second, endImport } = await openHeldShop();
    await owner.session.lock();
    await expect(owner.people.me()).rejects.toMatchObject({ data: { code: 'sessionLocked' } });
    await owner.session.unlock({ secret: ownersPassword });
    expect(await owner.people.me()).toMatchObject({ id: ana.id });

    const evas = await as('rpc').session.begin({ userId: eva.id });
    expect(await as('rest', { token: evas.token }).people.me()).toMatchObject({ id: eva.id });
    await as('rpc', { token: second.token }).session.end();
    await expect(as('rpc', { token: second.token }).people.me()).rejects.toMatchObject({ data: { code: 'sessionNeeded' } });

    endImport();
    const lastKinds = async () => (await owner.session.log({ all: true, limit: 2 })).map(({ kind }) => kind);
    await expect.poll(lastKinds).toEqual(['signOut', 'login']);
    expect((await owner.session.list({ all: true })).map(({ userId }) => userId).toSorted()).toEqual([ana.id, eva.id].toSorted());
    expect(await as('rpc', { token: evas.token }).people.me()).toMatchObject({ id: eva.id });
    expect(await as('rpc', { token }).people.me()).toMatchObject({ id: ana.id });
    await expect(as('rpc', { token: second.token }).people.me()).rejects.toMatchObject({ data: { code: 'sessionNeeded' } });
  });

  it('whoever is signed out everywhere meanwhile doesn’t stay in by having come at that moment', async () => {
    const { as, eva, owner, endImport } = await openHeldShop();
    const evas = await as('rpc').session.begin({ userId: eva.id });
    const ending = owner.session.endAll({ userId: eva.id });
    endImport();
    await ending;
    await expect(as('rpc', { token: evas.token }).people.me()).rejects.toMatchObject({ data: { code: 'sessionNeeded' } });
  });
});
