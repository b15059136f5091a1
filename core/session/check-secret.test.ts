import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '#core/database/connection.ts';
import { checkSecret } from '#core/session/check-secret.ts';
import { presenceOf } from '#core/session/presence.ts';
import { beginSession } from '#core/session/sessions.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const [second, minute] = [1000, 60_000];
const secret = 'limones y sal';

async function openShop() {
  const clock = createTestClock(Date.UTC(2026, 10, 22, 9));
  const { core, client } = await openTestCore({ ownerName: 'Ana' }, { clock });
  await client.session.setSecret({ kind: 'password', secret });
  const { store } = core;
  const userId = core.owner().userId;
  const guess = async (given = 'wrong', of = userId) => (await checkSecret(store, { userId: of, secret: given })).type;
  return { clock, core, client, store, userId, guess };
}

describe('whoever guesses', () => {
  it('has five tries at once, together or one after another, then waits longer and longer', async () => {
    const { clock, guess } = await openShop();
    const tries = await Promise.all(Array.from({ length: 8 }, () => guess()));
    expect(tries.filter((type) => type === 'wrong')).toHaveLength(5);
    expect(await guess(secret)).toBe('early');
    for (const wait of [1, 2, 4]) {
      await clock.advance(wait * second - 1);
      expect(await guess(secret), `${wait} s`).toBe('early');
      await clock.advance(1);
      expect(await guess(), `${wait} s`).toBe('wrong');
    }
    await clock.advance(8 * second);
    expect(await guess(secret)).toBe('right');
    expect(await guess()).toBe('wrong');
    expect(await guess(secret)).toBe('right');
  });

  it('keeps nobody out for longer than five minutes', async () => {
    const { clock, guess, store, userId } = await openShop();
    await store.keep((tx) => tx.write('UPDATE login SET failed = 1000 WHERE user_id = ?').run(userId));
    expect(await guess()).toBe('wrong');
    await clock.advance(5 * minute);
    expect(await guess(secret)).toBe('right');
  });

  it('can’t try one password with everybody, and keeps them out for half a minute at most', async () => {
    const { clock, guess, store } = await openShop();
    await store.keep((tx) => tx.write('UPDATE login_guard SET failed = 28, last_at = ?').run(clock.now()));
    for (const person of ['one', 'other']) expect(await guess('wrong', person)).toBe('wrong');
    expect(await guess(secret)).toBe('early');
    await clock.advance(30 * second);
    expect(await guess(secret)).toBe('right');
  });

  it('has no more tries while an import holds the database, and they count afterwards', async () => {
    const { clock, store, userId } = await openShop();
    const guess = async (given = 'wrong') => (await checkSecret(store, { userId, secret: given, patience: 20 })).type;
    const importing = connect(store.connection.file);
    onTestFinished(() => importing.close());
    importing.execute('BEGIN IMMEDIATE');
    expect(await guess(secret)).toBe('right');
    const tries = await Promise.all(Array.from({ length: 8 }, () => guess()));
    expect(tries.filter((type) => type === 'wrong')).toHaveLength(5);
    expect(await guess(secret)).toBe('early');
    await clock.advance(second);
    expect(await guess()).toBe('wrong');
    importing.execute('COMMIT');
    await expect.poll(() => store.db.readColumn<[], number>('SELECT max(failed) FROM login').get()).toBe(6);
    expect(await guess(secret)).toBe('early');
    await clock.advance(2 * second);
    expect(await guess(secret)).toBe('right');
  });

  it('isn’t kept out by a clock that was set wrong for a while', async () => {
    const { guess, store, clock } = await openShop();
    await store.keep((tx) => tx.write('UPDATE login SET blocked_until = ?').run(clock.now() + 365 * 24 * 60 * minute));
    expect(await guess(secret)).toBe('right');
  });
});

describe('a session that nobody is at', () => {
  it('is locked after the time the shop says, and counts only signs of somebody being there', async () => {
    const { clock, client, core, store } = await openShop();
    await client.session.setPolicy({ idleMinutes: 5 });
    const user = core.owner();
    const { token } = await store.keep((tx) => beginSession(tx, { user, way: 'page', userAgent: '', at: store.now() }));
    const presence = presenceOf(store);
    const look = () => {
      const found = presence.find(token);
      return found.type;
    };
    await clock.advance(4 * minute);
    const found = presence.find(token);
    if (found.type === 'none') throw new Error('it has begun');
    presence.note(found.session);
    await clock.advance(5 * minute);
    expect(look()).toBe('open');
    await clock.advance(1);
    expect(look()).toBe('locked');
    // A longer time set now opens nothing.
    await expect.poll(() => store.db.readColumn<[], number>('SELECT count(locked_at) FROM session').get()).toBe(1);
    await client.session.setPolicy({ idleMinutes: 60 });
    expect(look()).toBe('locked');
  });

  it('stays open for as long as the shop never locks', async () => {
    const { clock, client, core, store } = await openShop();
    await client.session.setPolicy({ idleMinutes: 0 });
    const user = core.owner();
    const { token } = await store.keep((tx) => beginSession(tx, { user, way: 'page', userAgent: '', at: store.now() }));
    await clock.advance(29 * 24 * 60 * minute);
    expect(presenceOf(store).find(token).type).toBe('open');
    await clock.advance(24 * 60 * minute);
    expect(presenceOf(store).find(token).type).toBe('none');
  });
});
