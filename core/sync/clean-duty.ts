import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';
import { cleanAfterForgetting } from '#core/sync/clean-after-forgetting.ts';

const cleaned = new WeakSet<Core>();

/** Goes on at the start with what was cut off when the program ended; after that, each exchange cleans up after itself. */
defineDuty({
  name: 'cleaning',
  async run(core) {
    if (cleaned.has(core)) return;
    await cleanAfterForgetting(core.store);
    cleaned.add(core);
  },
});
