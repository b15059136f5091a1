import { createRouterClient } from '@orpc/server';
import { expect, it, onTestFinished } from 'vitest';
import { createEntrance } from '#core/entrance/entrance.ts';
import { router } from '#core/router.ts';
import { isProtected, keepLogin, recoveryId } from '#core/session/logins.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

function openShop() {
  const entrance = createEntrance({ dataDirectory: makeTestDirectory() });
  onTestFinished(() => entrance.close());
  const core = () => {
    const open = entrance.core();
    if (!open) throw new Error(`the data is ${entrance.state().type}`);
    return open;
  };
  const client = createRouterClient(router, { context: () => ({ core: core(), actor: core().owner(), apiAddress: null }) });
  const setPassword = (userId: string, hash: string, kind: 'password' | 'recovery' = 'password') =>
    core().store.keep((tx) => keepLogin(tx, { userId, kind, salt: 'salt', hash, at: 1 }));
  const logins = () => core().store.db.read<[], object>('SELECT user_id AS userId, hash FROM login ORDER BY hash').all();
  const openSessions = () => core().store.db.readColumn<[], number>('SELECT count(*) FROM session WHERE ended_at IS NULL').get();
  const backUp = async () => {
    await core().backups.run('manual');
    return (await client.backup.list())[0]?.path ?? '';
  };
  const restore = (path: string) => client.backup.restore({ id: path, folder: path });
  return { core, client, setPassword, logins, openSessions, backUp, restore };
}

it('does not let a backup from before the first password open the shop again', async () => {
  const { core, setPassword, logins, openSessions, backUp, restore, client } = openShop();
  await client.settings.update({ country: 'ES', ownerName: 'Ana' });
  const open = await backUp();
  const ownerId = core().owner().userId;
  await setPassword(ownerId, 'a-of-now');
  await setPassword(recoveryId, 'b-recovery', 'recovery');
  await core().store.keep((tx) => {
    tx.write('UPDATE login_policy SET idle_minutes = 5').run();
    tx.write(
      "INSERT INTO session (id, token_hash, user_id, way, user_agent, begun_at, seen_at) VALUES ('s', 't', 'u', 'page', '', 1, 1)",
    ).run();
  });
  const closed = await backUp();
  await restore(open);
  expect(isProtected(core().store.db)).toBe(true);
  expect(logins()).toEqual([
    { userId: ownerId, hash: 'a-of-now' },
    { userId: recoveryId, hash: 'b-recovery' },
  ]);
  expect(core().store.db.readColumn<[], number>('SELECT idle_minutes FROM login_policy').get()).toBe(5);
  // The password of today counts in a backup that has another one as well, and nobody is signed in by what was open then.
  await setPassword(ownerId, 'a-of-later');
  await restore(closed);
  expect(logins()).toMatchObject([{ hash: 'a-of-later' }, { hash: 'b-recovery' }]);
  expect(openSessions()).toBe(0);
});

it('makes the password of the owner here that of the owner there, and leaves out people nobody knows there', async () => {
  const [here, there] = [openShop(), openShop()];
  const backup = await there.backUp();
  await here.setPassword(here.core().owner().userId, 'owner');
  await here.setPassword('somebody-else', 'seller');
  await here.restore(backup);
  expect(here.logins()).toEqual([{ userId: there.core().owner().userId, hash: 'owner' }]);
});

it('brings the passwords of people back with them, where nobody knew them here', async () => {
  const { core, client, setPassword, logins, backUp, restore } = openShop();
  const ownerId = core().owner().userId;
  await setPassword(ownerId, 'a-owner');
  const before = await backUp();
  const eva = await client.people.create({ name: 'Eva', role: 'head' });
  const luis = await client.people.create({ name: 'Luis', role: 'seller' });
  await setPassword(eva.id, 'b-head');
  await setPassword(luis.id, 'c-seller');
  const after = await backUp();
  await restore(before);
  expect(logins()).toEqual([{ userId: ownerId, hash: 'a-owner' }]);
  await restore(after);
  expect(logins()).toEqual([
    { userId: ownerId, hash: 'a-owner' },
    { userId: eva.id, hash: 'b-head' },
    { userId: luis.id, hash: 'c-seller' },
  ]);
  // Whose password was taken away here has none again.
  await core().store.keep((tx) => {
    tx.write<[string]>('DELETE FROM login WHERE user_id = ?').run(luis.id);
  });
  await restore(after);
  expect(logins()).toMatchObject([{ hash: 'a-owner' }, { hash: 'b-head' }]);
});

it('has the passwords of a backup count where nobody has one here', async () => {
  const [here, there] = [openShop(), openShop()];
  const { userId } = there.core().owner();
  await there.setPassword(userId, 'of the old computer');
  await here.restore(await there.backUp());
  expect(here.logins()).toEqual([{ userId, hash: 'of the old computer' }]);
});
