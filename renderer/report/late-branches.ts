import type { BranchAsOf } from '#shared/report/as-of.ts';

/** As long as a branch may be silent without its numbers being called incomplete: that of head office's page too. */
const lateAfter = 2 * 86_400_000;

interface LateBranches {
  /** Heard of, but not lately: the longest silent first. */
  readonly late: readonly BranchAsOf[];
  /** Of which nothing has come yet. */
  readonly silent: readonly BranchAsOf[];
  /** Up to when everything of all that were heard of is here; null where there are none. */
  readonly since: number | null;
}

/** What a report has to say about how complete it is. @param now UTC milliseconds */
export function lateBranches(asOf: readonly BranchAsOf[], now: number): LateBranches {
  const heard = asOf
    .filter(({ heardAt }) => heardAt !== null)
    .toSorted((one, other) => (one.heardAt ?? 0) - (other.heardAt ?? 0));
  return {
    late: heard.filter(({ heardAt }) => now - (heardAt ?? 0) > lateAfter),
    silent: asOf.filter(({ heardAt }) => heardAt === null),
    since: heard[0]?.heardAt ?? null,
  };
}
