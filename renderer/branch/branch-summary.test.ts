import { describe, expect, it } from 'vitest';
import { daysSilent, findBranches, summarize, totalsOf } from '#renderer/branch/branch-summary.ts';
import type { Branch } from '#shared/branch/branch.ts';
import type { DeviceSummary, Overview } from '#shared/sync/office-protocol.ts';

const day = 86_400_000;
const now = 1_700_000_000_000;

function branch(number: number, fields: Partial<Branch> = {}): Branch {
  const id = `b${String(number)}`;
  return { id, name: `Shop ${String(number)}`, number, address: '', phone: '', createdAt: 0, archivedAt: null, ...fields };
}

function computer(branchId: string | null, fields: Partial<DeviceSummary> = {}): DeviceSummary {
  return {
    id: `${branchId ?? 'office'}-${String(fields.till ?? 1)}`,
    name: 'Till',
    branchId,
    branchName: null,
    till: 1,
    isMain: true,
    enrolledAt: 0,
    revokedAt: null,
    lastContactAt: now,
    isLate: false,
    program: { version: '0.2.0', schema: 100, protocol: 1 },
    waiting: 0,
    backlog: 0,
    clockOffset: 0,
    quarantined: 0,
    ...fields,
  };
}

function overview(devices: readonly DeviceSummary[], fields: Partial<Overview> = {}): Overview {
  return {
    company: { id: 'c', name: 'Ventanas' },
    office: { name: 'Ventanas', version: '0.2.0', epoch: 'e', head: 10, at: now },
    branches: [],
    devices: [...devices],
    openConflicts: [],
    quarantined: 0,
    ...fields,
  };
}

const names = (summaries: ReturnType<typeof summarize>) => summaries.map(({ branch: of }) => of?.number ?? 'office');

describe('how branches are doing', () => {
  it('puts what needs attention on top, the longest silent first, closed ones last', () => {
    const branches = [1, 2, 3, 4, 5, 6].map((number) => branch(number, number === 6 ? { archivedAt: now } : {}));
    const devices = [
      computer(null),
      computer('b1'),
      computer('b2', { isLate: true, lastContactAt: now - 3 * day }),
      computer('b3', { isLate: true, lastContactAt: now - 9 * day }),
      computer('b4', { quarantined: 2 }),
      computer('b6', { isLate: true, lastContactAt: now - 90 * day }),
    ];
    const summaries = summarize(branches, overview(devices));
    expect(names(summaries)).toEqual([4, 3, 2, 5, 'office', 1, 6]);
    expect(summaries.map(({ concerns }) => concerns)).toEqual([['notTaken'], ['late'], ['late'], ['noComputer'], [], [], []]);
  });

  it('adds up what waits at its computers, without those shut out', () => {
    const devices = [
      computer('b1', { waiting: 4, backlog: 10, lastContactAt: now - day }),
      computer('b1', { till: 2, isMain: false, waiting: 3, backlog: null, lastContactAt: now - 2 * day }),
      computer('b1', { till: 3, isMain: false, waiting: 90, backlog: 500, revokedAt: now, isLate: true, lastContactAt: now }),
    ];
    const summary = summarize([branch(1)], overview(devices)).find(({ branch: of }) => of !== null);
    expect(summary).toMatchObject({ waiting: 7, backlog: 10, heardAt: now - day, concerns: [] });
    expect(summary?.computers.map(({ till }) => till)).toEqual([1, 2, 3]);
  });

  it('doesn’t know how much wasn’t fetched where no computer said so, nor since when it is silent where it never was heard of', () => {
    const [summary] = summarize([branch(1)], overview([computer('b1', { backlog: null, lastContactAt: null, isLate: true })]));
    expect(summary).toMatchObject({ backlog: null, heardAt: null });
    expect(daysSilent(summary ?? { heardAt: 0 }, now)).toBeNull();
    expect(daysSilent({ heardAt: now - 2.9 * day }, now)).toBe(2);
  });

  it('tells of another version, of a clock that is off, and of conflicts', () => {
    const devices = [
      computer('b1', { program: { version: '0.1.0', schema: 90, protocol: 1 } }),
      computer('b2', { clockOffset: -5 * 60_000 }),
      computer('b3', { clockOffset: 60_000 }),
    ];
    const openConflicts = [{ branchId: 'b3', count: 12 }];
    const summaries = summarize([branch(1), branch(2), branch(3)], overview(devices, { openConflicts }));
    expect(summaries.map(({ concerns }) => concerns)).toEqual([['conflicts'], ['clock'], ['version'], []]);
  });

  it('counts open branches, and all that is to be looked at', () => {
    const branches = [branch(1), branch(2, { archivedAt: now })];
    const devices = [
      computer(null),
      computer('b1', { isLate: true, waiting: 5 }),
      computer('b2', { revokedAt: now, waiting: 7 }),
    ];
    const all = overview(devices, { openConflicts: [{ branchId: 'b2', count: 3 }], quarantined: 4 });
    expect(totalsOf(summarize(branches, all), all)).toEqual({
      branches: 1,
      computers: 2,
      late: 1,
      waiting: 5,
      conflicts: 3,
      notTaken: 4,
    });
  });

  it('are found by number, name, place, phone or a computer', () => {
    const branches = [branch(1, { address: 'Calle Mayor, Sevilla' }), branch(12, { phone: '955 123' })];
    const summaries = summarize(branches, overview([computer('b12', { name: 'Front desk' })]));
    const found = (typed: string) => names(findBranches(summaries, typed, (text) => text.toLowerCase()));
    expect(found('sevilla shop')).toEqual([1]);
    expect(found('front')).toEqual([12]);
    expect(found('955')).toEqual([12]);
    expect(found('')).toHaveLength(3);
  });
});
