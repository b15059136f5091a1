import { defineDuty } from '#core/clock/duty.ts';
import type { Core } from '#core/core.ts';
import { cleanAfterForgetting } from '#core/sync/clean-after-forgetting.ts';

/** Milliseconds between two looks. */
const interval = 60_000;
const lookedAt = new WeakMap<Core, number>();

/** Goes on with what was cut off when the program ended, or put off because somebody was at work; each exchange cleans up after itself. */
defineDuty({
  name: 'cleaning',
  async run(core) {
    const now = performance.now();
    if (now - (lookedAt.get(core) ?? -interval) < interval) return;
    lookedAt.set(core, now);
    await cleanAfterForgetting(core.store);
  },
});
