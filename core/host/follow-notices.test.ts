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
});
