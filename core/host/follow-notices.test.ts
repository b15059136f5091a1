import { describe, expect, it } from 'vitest';
import { followNotices } from '#core/host/follow-notices.ts';
import type { ToldNotice } from '#core/host/follow-notices.ts';
import { notify } from '#core/notice/commands.ts';
import { openTestCore } from '#test/factories/open-test-core.ts';

describe('notices for the desktop', () => {
  it('are told once, in words, and only to whoever works here', async () => {
    const { core } = await openTestCore();
    const owner = core.owner();
    const told: ToldNotice[] = [];
    const stop = followNotices({ core, userId: () => owner.userId, tell: (notice) => told.push(notice) });
    const say = (text: string) =>
      core.store.perform({ actor: owner, kind: 'clock', subject: '' }, (act) =>
        notify(act, { userId: owner.userId, kind: 'rule', text }),
      );
    await say('Look at this');
    await say('And at that');
    expect(told.map(({ text }) => text)).toEqual(['Look at this', 'And at that']);
    stop();
    await say('Nobody hears this');
    expect(told).toHaveLength(2);
  });

  it('name nothing that whoever works here doesn’t see', async () => {
    const { client, core } = await openTestCore();
    const seller = (await client.people.roles()).find(({ id }) => id === 'seller')!.rights;
    const objects = { ...seller.objects, client: { ...seller.objects.client, see: 'own' as const } };
    await client.people.updateRole({ id: 'seller', rights: { ...seller, objects } });
    const eva = await client.people.create({ name: 'Eva', role: 'seller' });
    const hidden = await client.contact.create({ givenName: 'Secretina' });
    const hers = await client.contact.create({ givenName: 'Luisa', ownerId: eva.id });
    const told: ToldNotice[] = [];
    const stop = followNotices({ core, userId: () => eva.id, tell: (notice) => told.push(notice) });
    for (const { id, title } of [hidden, hers])
      await core.store.perform({ actor: core.owner(), kind: 'clock', subject: '' }, (act) =>
        notify(act, { userId: eva.id, kind: 'rule', text: title, record: { type: 'party', id } }),
      );
    stop();
    expect(told.map(({ text }) => text)).toEqual(['Luisa']);
  });
});
