import { describe, expect, it } from 'vitest';
import { addUp, countPlaywright, countVitest } from './tally.ts';

const vitest = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 1, numTodoTests: 2 };

describe('the tally of a test run', () => {
  it('adds up what the runners report', () => {
    const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 4 } };
    expect(addUp([countVitest(vitest, 0), countPlaywright(playwright, 1)])).toEqual({ passed: 13, failed: 2, skipped: 7 });
  });

  it('counts a failure when a runner fails without naming one', () => {
    expect(countVitest(vitest, 1)).toEqual({ passed: 10, failed: 1, skipped: 3 });
  });

  it('counts a failure when a runner dies before it reports, whatever its exit code', () => {
    expect(countVitest(undefined, 0).failed).toBe(1);
    expect(countPlaywright({ half: 'a report' }, 0).failed).toBe(1);
  });
});
