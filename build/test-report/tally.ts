import { z } from 'zod';

export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Reads vitest's JSON report. */
export function countVitest(report: unknown, exitCode: number): Tally {
  const parsed = vitestReport.safeParse(report);
  const counted = parsed.success
    ? {
        passed: parsed.data.numPassedTests,
        failed: parsed.data.numFailedTests,
        skipped: parsed.data.numPendingTests + parsed.data.numTodoTests,
      }
    : undefined;
  return believe(counted, exitCode);
}

/** Reads Playwright's JSON report. A test that passed only at a second try counts as failed. */
export function countPlaywright(report: unknown, exitCode: number): Tally {
  const parsed = playwrightReport.safeParse(report);
  const stats = parsed.success ? parsed.data.stats : undefined;
  const counted = stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  return believe(counted, exitCode);
}

export function addUp(tallies: readonly Tally[]): Tally {
  const sum = (pick: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + pick(tally), 0);
  return { passed: sum((tally) => tally.passed), failed: sum((tally) => tally.failed), skipped: sum((tally) => tally.skipped) };
}

/** A runner that failed without naming a failed test (a file that doesn't load, a crash) has one failure all the same. */
function believe(counted: Tally | undefined, exitCode: number): Tally {
  if (counted === undefined) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
