import type { Clock } from '#core/clock/clock.ts';

/** A clock that stands still until it is told to move. */
export interface TestClock extends Clock {
  /** Leaps to a moment, as a computer that slept does or whose clock is set, and does all the work once, whether or not its time passed. */
  set(at: number): Promise<void>;
  /** Lets so many milliseconds pass, doing each work as often as its time comes, in order, each awaited. */
  advance(milliseconds: number): Promise<void>;
  /** Does all the work once, without moving. */
  tick(): Promise<void>;
}

interface Chore {
  readonly interval: number;
  readonly work: () => void | Promise<void>;
  nextAt: number;
}

/** @param start UTC milliseconds */
export function createTestClock(start: number): TestClock {
  const chores = new Set<Chore>();
  let time = start;
  let last: Promise<void> = Promise.resolve();
  /** One after another, so that no work has begun before the clock was moved and is taken for done after. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const turn = last.then(step);
    last = turn.catch(() => {});
    return turn;
  }
  async function doAll() {
    for (const chore of chores) {
      chore.nextAt = time + chore.interval;
      await chore.work();
    }
  }
  async function doUntil(end: number) {
    for (;;) {
      const [next] = [...chores].toSorted((one, other) => one.nextAt - other.nextAt);
      if (!next || next.nextAt > end) break;
      time = next.nextAt;
      next.nextAt += next.interval;
      await next.work();
    }
    time = end;
  }
  return {
    now: () => time,
    every(interval, work) {
      const chore = { interval, work, nextAt: time + interval };
      chores.add(chore);
      void inTurn(async () => work());
      return () => chores.delete(chore);
    },
    set: (at) =>
      inTurn(async () => {
        time = at;
        await doAll();
      }),
    advance: (milliseconds) => inTurn(() => doUntil(time + milliseconds)),
    tick: () => inTurn(doAll),
  };
}
