import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Duty } from '#core/clock/duty.ts';
import { readDutyTroubles } from '#core/clock/duty-trouble.ts';
import { startDuties } from '#core/clock/start-duties.ts';
import { openCore } from '#core/core.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';
import { createTestClock } from '#test/factories/test-clock.ts';

const second = 1000;
const noon = Date.parse('2026-11-22T12:00:00Z');

function openClockedCore(directory = makeTestDirectory()) {
  const clock = createTestClock(noon);
  const core = openCore(directory, { clock });
  onTestFinished(() => core.close());
  const start = (...duties: readonly Duty[]) => {
    const stop = startDuties(core, duties);
    onTestFinished(stop);
    return stop;
  };
  return { clock, core, start };
}

describe('duties', () => {
  it('are done at the start and every second, and no more when stopped', async () => {
    const { clock, core, start } = openClockedCore();
    const moments: number[] = [];
    const stop = start({ name: 'look', run: () => void moments.push(core.clock.now() - noon) });
    await clock.advance(0);
    expect(moments).toEqual([0]);
    await clock.advance(3 * second);
    expect(moments).toEqual([0, 1000, 2000, 3000]);
    await stop();
    await clock.advance(3 * second);
    expect(moments).toHaveLength(4);
  });

  it('are done once after a leap of the clock, ahead or back', async () => {
    const { clock, core, start } = openClockedCore();
    const moments: number[] = [];
    start({ name: 'look', run: () => void moments.push(core.clock.now()) });
    await clock.set(noon + 8 * 3600 * second);
    await clock.set(noon - 365 * 86_400 * second);
    expect(moments).toEqual([noon, noon + 8 * 3600 * second, noon - 365 * 86_400 * second]);
    await clock.advance(second);
    expect(moments).toHaveLength(4);
  });

  it('are never done twice at a time, and are waited for at the end', async () => {
    let beat = () => {};
    const everyBeat = (_: number, work: () => void | Promise<void>) => {
      beat = () => void work();
      beat();
      return () => {};
    };
    const core = openCore(makeTestDirectory(), { clock: { now: () => noon, every: everyBeat } });
    onTestFinished(() => core.close());
    const gate = Promise.withResolvers<void>();
    let begun = 0;
    let ended = 0;
    const stop = startDuties(core, [
      {
        name: 'slow',
        async run() {
          begun += 1;
          await gate.promise;
          ended += 1;
        },
      },
    ]);
    beat();
    beat();
    expect(begun).toBe(1);
    const stopped = stop().then(() => ended);
    await setImmediate();
    gate.resolve();
    expect(await stopped).toBe(1);
  });

  it('go on when one of them fails, which rests longer each time, up to a minute', async () => {
    const { clock, core, start } = openClockedCore();
    const tries: number[] = [];
    let others = 0;
    start(
      {
        name: 'fails',
        run() {
          tries.push((core.clock.now() - noon) / second);
          throw new Error('no such table: reminder');
        },
      },
      { name: 'works', run: () => void (others += 1) },
    );
    await clock.advance(200 * second);
    expect(others).toBe(201);
    expect(tries).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
    expect(readDutyTroubles(core.store.db)).toEqual([
      { name: 'fails', message: 'no such table: reminder', since: noon, lastAt: noon + 183 * second, failures: 9 },
    ]);
  });

  it('are tried again though the clock was put back', async () => {
    const { clock, start } = openClockedCore();
    let tries = 0;
    start({
      name: 'fails',
      async run() {
        tries += 1;
        throw new Error('not now');
      },
    });
    await clock.advance(second);
    await clock.set(noon - 365 * 86_400 * second);
    await clock.advance(2 * second);
    expect(tries).toBe(3);
  });

  it('tell their trouble to whoever opens the data, until it is over', async () => {
    const directory = makeTestDirectory();
    const first = openClockedCore(directory);
    const stop = first.start({ name: 'mail', run: () => Promise.reject(new Error('offline')) });
    await first.clock.advance(0);
    await stop();
    const second = openClockedCore(directory);
    expect(readDutyTroubles(second.core.store.db)).toMatchObject([{ name: 'mail', message: 'offline' }]);
    second.start({ name: 'mail', run: () => {} });
    await second.clock.advance(0);
    expect(readDutyTroubles(second.core.store.db)).toEqual([]);
  });
});
