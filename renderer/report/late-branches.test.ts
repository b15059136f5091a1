import { describe, expect, it } from 'vitest';
import { lateBranches } from '#renderer/report/late-branches.ts';

const day = 86_400_000;
const now = 1_700_000_000_000;
const branch = (name: string, heardAt: number | null) => ({ branchId: name, name, heardAt, waiting: 0 });

describe('how complete a report is', () => {
  it('says nothing where there are no branches', () => {
    expect(lateBranches([], now)).toEqual({ late: [], silent: [], since: null });
  });

  it('names those that were not heard of for two days, the longest silent first, and those of which nothing came', () => {
    const fresh = branch('fresh', now - day);
    const late = branch('late', now - 2 * day - 1);
    const later = branch('later', now - 9 * day);
    const silent = branch('silent', null);
    expect(lateBranches([fresh, silent, late, later], now)).toEqual({
      late: [later, late],
      silent: [silent],
      since: later.heardAt,
    });
  });

  it('knows up to when everything is here', () => {
    const { late, since } = lateBranches([branch('a', now - 5), branch('b', now - 60_000)], now);
    expect([late, since]).toEqual([[], now - 60_000]);
  });
});
