import { describe, expect, it } from 'vitest';
import { openProtectedShop, openShopOfThree, ownersPassword, ways } from '#test/factories/protected-shop.ts';

const needed = { code: 'UNAUTHORIZED', status: 401, data: { code: 'sessionNeeded' } };
const locked = { code: 'UNAUTHORIZED', status: 401, data: { code: 'sessionLocked' } };

describe('a shop where nobody has a password', () => {
  it('asks nobody who they are', async () => {
    const { as, eva, ana } = await openShopOfThree();
    for (const way of ways) {
      expect(await as(way).people.me(), way).toMatchObject({ id: ana.id });
      expect(await as(way, { named: eva.id }).people.me(), way).toMatchObject({ id: eva.id });
      expect(await as(way).session.people(), way).toMatchObject({ isProtected: false, people: [{ entry: 'tap' }, {}, {}] });
      await expect(as(way).session.begin({ userId: ana.id }), way).rejects.toMatchObject({ code: 'NOT_PROTECTED' });
    }
  });

  it('takes the first password for the owner only, and from who may', async () => {
    const { as, ana, eva } = await openShopOfThree();
    const secret = { kind: 'pin', secret: '4821' } as const;
    await expect(as('rpc', { named: eva.id }).session.setSecret(secret)).rejects.toMatchObject({
      code: 'OWNER_FIRST',
      data: { userId: ana.id },
    });
    await expect(as('rpc', { named: eva.id }).session.setSecret({ ...secret, userId: ana.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'people.manage' },
    });
    expect(await as('rpc').session.people()).toMatchObject({ isProtected: false });
  });

  it.each([
    ['password', 'short', 'tooShort'],
    ['password', 'aaaaaaaaaa', 'tooEasy'],
    ['password', '12345678', 'tooEasy'],
    ['password', 'Password', 'tooEasy'],
    ['pin', '48a1', 'notDigits'],
    ['pin', '4821', 'tooShort'],
    ['pin', '654321', 'tooEasy'],
    ['pin', '4821482148214', 'tooLong'],
  ] as const)('refuses its owner the %s %s: %s', async (kind, secret, code) => {
    const { as } = await openShopOfThree();
    await expect(as('rpc').session.setSecret({ kind, secret })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { field: 'secret', code },
    });
  });
});

describe('a shop whose owner has a password', () => {
  it('answers nobody who hasn’t said who they are, whomever they name', async () => {
    const { as, ana, eva } = await openProtectedShop();
    for (const way of ways)
      for (const claim of [{}, { named: ana.id }, { named: eva.id }, { token: 'x'.repeat(43) }, { token: '' }]) {
        await expect(as(way, claim).people.me(), way).rejects.toMatchObject(needed);
        await expect(as(way, claim).contact.create({ givenName: 'X' }), way).rejects.toMatchObject(needed);
        await expect(as(way, claim).event.saved(), way).rejects.toMatchObject(needed);
        expect((await as(way, claim).session.people()).people.map(({ name, entry }) => [name, entry])).toEqual([
          ['Ana', 'password'],
          ['Eva', 'tap'],
          ['Luis', 'tap'],
        ]);
      }
  });

  it('lets in who says the password, and who has none by name, each with their own rights', async () => {
    const { as, ana, eva } = await openProtectedShop();
    for (const way of ways) {
      const { token } = await as(way).session.begin({ userId: ana.id, secret: ownersPassword });
      expect(await as(way, { token }).people.me(), way).toMatchObject({ id: ana.id, role: 'owner' });
      const seller = await as(way).session.begin({ userId: eva.id });
      expect(await as(way, { token: seller.token }).people.me(), way).toMatchObject({ id: eva.id });
      await expect(as(way, { token: seller.token, named: ana.id }).people.me(), way).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  it('lets in by no wrong password, with the same answer for who isn’t there', async () => {
    const { as, ana } = await openProtectedShop();
    const wrong = { code: 'WRONG_SECRET', status: 403, data: { retryAt: null } };
    for (const secret of ['', 'limones', `${ownersPassword} `])
      await expect(as('rpc').session.begin({ userId: ana.id, secret })).rejects.toMatchObject(wrong);
    for (const userId of ['nobody', 'cartera', 'recovery', ''.padEnd(5, 'x')])
      await expect(as('rpc').session.begin({ userId, secret: ownersPassword })).rejects.toMatchObject(wrong);
  });

  it('lets a second owner in only once she has a password', async () => {
    const { as, owner } = await openProtectedShop();
    const rosa = await owner.people.create({ name: 'Rosa', role: 'owner' });
    await expect(as('rpc').session.begin({ userId: rosa.id })).rejects.toMatchObject({ code: 'PASSWORD_NEEDED' });
    await owner.session.setSecret({ userId: rosa.id, kind: 'password', secret: 'naranjas de enero' });
    const { token } = await as('rpc').session.begin({ userId: rosa.id, secret: 'naranjas de enero' });
    expect(await as('rpc', { token }).people.me()).toMatchObject({ id: rosa.id });
  });

  it('locks a session, and unlocks it by the password of its person', async () => {
    const { as, owner, token } = await openProtectedShop();
    await owner.session.lock();
    await expect(owner.people.me()).rejects.toMatchObject(locked);
    for (const way of ways) await expect(as(way, { token }).people.list(), way).rejects.toMatchObject(locked);
    await expect(owner.session.unlock({ secret: 'wrong one' })).rejects.toMatchObject({ code: 'WRONG_SECRET' });
    await expect(owner.session.touch({ isActive: true })).rejects.toMatchObject(locked);
    await owner.session.unlock({ secret: ownersPassword });
    expect(await owner.people.me()).toMatchObject({ name: 'Ana' });
  });

  it('knows a session no more once it has ended, whoever has its token', async () => {
    const { as, ana, eva, owner, token } = await openProtectedShop();
    const other = await as('port').session.begin({ userId: ana.id, secret: ownersPassword });
    expect((await owner.session.list()).map(({ way, isThis }) => [way, isThis])).toEqual(
      expect.arrayContaining([
        ['page', true],
        ['desktop', false],
      ]),
    );
    expect(await owner.session.endAll()).toEqual({ ended: 1 });
    await expect(as('port', { token: other.token }).people.me()).rejects.toMatchObject(needed);
    expect(await owner.people.me()).toMatchObject({ id: ana.id });
    await owner.session.end();
    for (const way of ways) await expect(as(way, { token }).people.me(), way).rejects.toMatchObject(needed);
    const seller = as('rpc', await as('rpc').session.begin({ userId: eva.id }));
    await expect(seller.session.endAll({ userId: ana.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(seller.session.list({ all: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(seller.session.log({ all: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('ends the session that a window had when another person begins there', async () => {
    const { as, eva, owner, token } = await openProtectedShop();
    await owner.session.begin({ userId: eva.id });
    await expect(as('rpc', { token }).people.me()).rejects.toMatchObject(needed);
  });

  it('asks for the owner’s password at the window of somebody who doesn’t see everything, too', async () => {
    const { as, owner, ana } = await openProtectedShop();
    const nico = await owner.people.create({ name: 'Nico', role: 'newcomer' });
    const { token } = await as('rpc').session.begin({ userId: nico.id });
    const his = as('rpc', { token });
    const entries = (await his.session.people()).people.map(({ name, entry }) => [name, entry]);
    expect(entries).toContainEqual(['Ana', 'password']);
    const changed = await his.session.begin({ userId: ana.id, secret: ownersPassword });
    expect(await as('rpc', { token: changed.token }).people.me()).toMatchObject({ id: ana.id });
  });

  it('ends somebody’s sessions when their password is set, or they leave', async () => {
    const { as, eva, owner } = await openProtectedShop();
    const first = as('rpc', await as('rpc').session.begin({ userId: eva.id }));
    await owner.session.setSecret({ userId: eva.id, kind: 'pin', secret: '7293' });
    await expect(first.people.me()).rejects.toMatchObject(needed);
    const second = as('rpc', await as('rpc').session.begin({ userId: eva.id, secret: '7293' }));
    await expect(second.session.setSecret({ kind: 'none', current: '0000' })).rejects.toMatchObject({ code: 'WRONG_SECRET' });
    await second.session.setSecret({ kind: 'pin', secret: '8402', current: '7293' });
    expect(await second.people.me()).toMatchObject({ id: eva.id });
    await owner.people.archive({ id: eva.id });
    await expect(second.people.me()).rejects.toMatchObject(needed);
    await expect(as('rpc').session.begin({ userId: eva.id, secret: '8402' })).rejects.toMatchObject({ code: 'WRONG_SECRET' });
  });

  it('ends what is followed when the session is locked or over', async () => {
    const { as, owner, token } = await openProtectedShop();
    for (const way of ways) {
      const saves = await as(way, { token }).event.saved();
      const next = saves.next();
      await owner.session.lock();
      expect(await next, way).toMatchObject({ done: true });
      await owner.session.unlock({ secret: ownersPassword });
    }
  });

  it('can be opened again by taking the passwords away, the owner’s last', async () => {
    const { as, ana, eva, owner } = await openProtectedShop();
    await owner.session.setSecret({ userId: eva.id, kind: 'pin', secret: '7293' });
    await expect(owner.session.setSecret({ kind: 'none', current: ownersPassword })).rejects.toMatchObject({
      code: 'OTHERS_FIRST',
      data: { userIds: [eva.id] },
    });
    await owner.session.setSecret({ userId: eva.id, kind: 'none' });
    await owner.session.setSecret({ kind: 'none', current: ownersPassword });
    expect(await as('rpc').people.me()).toMatchObject({ id: ana.id });
  });

  it('gives the owner who forgot it a new password by the code, once', async () => {
    const { as, ana, recoveryCode, token } = await openProtectedShop();
    const recover = (code: string) => as('rpc').session.recover({ code, kind: 'password', secret: 'otra más larga' });
    await expect(recover('AAAA-AAAA')).rejects.toMatchObject({ code: 'WRONG_SECRET' });
    const { session } = await recover(recoveryCode.toLowerCase().replaceAll('-', ' '));
    expect(await as('rpc', session).people.me()).toMatchObject({ id: ana.id });
    await expect(as('rpc', { token }).people.me()).rejects.toMatchObject(needed);
    await expect(recover(recoveryCode)).rejects.toMatchObject({ code: 'WRONG_SECRET' });
  });

  it('keeps a log of who came, tried and left, without a word of what they typed', async () => {
    const { as, ana, eva, owner } = await openProtectedShop();
    await expect(as('rpc').session.begin({ userId: ana.id, secret: 'not the one' })).rejects.toMatchObject({
      code: 'WRONG_SECRET',
    });
    const seller = as('rpc', await as('rpc').session.begin({ userId: eva.id }));
    await seller.session.end();
    const log = await owner.session.log({ all: true });
    expect(log.map(({ kind, userName }) => `${kind} ${userName}`)).toEqual([
      'signOut Eva',
      'login Eva',
      'loginFailed Ana',
      'login Ana',
      'secret Ana',
    ]);
    expect(JSON.stringify(log)).not.toContain('not the one');
    const again = as('rpc', await as('rpc').session.begin({ userId: eva.id }));
    expect((await again.session.log()).every(({ userId }) => userId === eva.id)).toBe(true);
  });
});
