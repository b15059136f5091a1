import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock, millisecondsOf } from '#shared/sync/stamp.ts';

describe('the clock', () => {
  it('gives ever later stamps, whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }), { minLength: 2 }), (walls) => {
        let index = 0;
        const clock = createClock('a7f3k2xx', () => walls[Math.min(index++, walls.length - 1)] ?? 0);
        const stamps = walls.map(() => clock.next());
        expect(stamps).toEqual([...new Set(stamps)].sort());
      }),
    );
  });

  it('tells the millisecond', () => {
    expect(millisecondsOf(createClock('device01', () => 1_795_313_467_631).next())).toBe(1_795_313_467_631);
  });

  it('goes past what it saw from elsewhere', () => {
    const ahead = createClock('device02', () => 2_000_000_000_000);
    const clock = createClock('device01', () => 1_700_000_000_000);
    const seen = ahead.next();
    clock.observe(seen);
    expect(clock.next() > seen).toBe(true);
  });

  it('goes on over two million stamps in one millisecond', () => {
    const clock = createClock('device01', () => 1_700_000_000_000);
    let last = clock.next();
    for (let count = 0; count < 2_000_000; count++) {
      const next = clock.next();
      if (next <= last) expect.fail(`${next} after ${last}`);
      last = next;
    }
    expect(millisecondsOf(last)).toBe(1_700_000_000_001);
  });
});
