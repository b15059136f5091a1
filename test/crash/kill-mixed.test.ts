import { expect, it } from 'vitest';
import { killHost } from '#test/crash/kill-host.ts';
import { makeTestDirectory } from '#test/factories/open-test-core.ts';

const kills = 40;
/** Milliseconds in which no further round is begun: on a busy machine there are fewer. */
const within = 60_000;

it(
  'a shop with head office in it, killed at any moment, keeps what it answered for, and all of it fits',
  { timeout: 240_000 },
  async () => {
    const { rounds, answered } = await killHost({ data: makeTestDirectory(), kills, seed: 2026, within });
    expect(rounds.flatMap(({ lost }) => lost)).toEqual([]);
    expect(rounds.flatMap(({ faults }) => faults)).toEqual([]);
    expect(rounds.length).toBeGreaterThan(5);
    expect(answered).toBeGreaterThan(rounds.length * 5);
  },
);
