import type { Branch } from '#shared/branch/branch.ts';
import type { DeviceSummary, Overview } from '#shared/sync/office-protocol.ts';

/** What about a branch somebody should look at, the most urgent first. */
export const concerns = ['notTaken', 'late', 'conflicts', 'clock', 'version', 'noComputer'] as const;
export type Concern = (typeof concerns)[number];

/** How a branch, or head office itself, is doing. */
export interface BranchSummary {
  /** Null is head office. */
  readonly branch: Branch | null;
  /** Those at work before those shut out; the main one first. */
  readonly computers: readonly DeviceSummary[];
  /** When any of its computers was heard of last; null for never. */
  readonly heardAt: number | null;
  /** Changes that wait there to be sent. */
  readonly waiting: number;
  /** Records it hasn't fetched yet; null where that isn't known. */
  readonly backlog: number | null;
  readonly conflicts: number;
  /** Changes of it that were not taken. */
  readonly notTaken: number;
  readonly concerns: readonly Concern[];
}

/** A clock that is farther off than this is told of. */
export const clockTolerance = 2 * 60_000;

/** Every branch that there is, with its computers, and head office; what needs attention on top, closed ones last. */
export function summarize(branches: readonly Branch[], overview: Overview): readonly BranchSummary[] {
  return [null, ...branches].map((branch) => summaryOf(branch, overview)).toSorted(byUrgency);
}

function summaryOf(branch: Branch | null, { devices, openConflicts, office }: Overview): BranchSummary {
  const branchId = branch?.id ?? null;
  const computers = devices.filter((device) => device.branchId === branchId).toSorted(byPlace);
  const working = computers.filter(({ revokedAt }) => revokedAt === null);
  const backlogs = working.flatMap(({ backlog }) => (backlog === null ? [] : [backlog]));
  const summary = {
    branch,
    computers,
    heardAt: working.reduce<number | null>((last, { lastContactAt }) => latest(last, lastContactAt), null),
    waiting: sum(working.map(({ waiting }) => waiting)),
    backlog: backlogs.length === 0 ? null : Math.max(...backlogs),
    conflicts: sum(openConflicts.filter((one) => one.branchId === branchId).map(({ count }) => count)),
    notTaken: sum(computers.map(({ quarantined }) => quarantined)),
  };
  return { ...summary, concerns: concernsOf(summary, working, office.version) };
}

function concernsOf(
  { branch, conflicts, notTaken }: Pick<BranchSummary, 'branch' | 'conflicts' | 'notTaken'>,
  working: readonly DeviceSummary[],
  version: string,
): readonly Concern[] {
  const isClosed = branch !== null && branch.archivedAt !== null;
  const found: Readonly<Record<Concern, boolean>> = {
    notTaken: notTaken > 0,
    late: !isClosed && working.some(({ isLate }) => isLate),
    conflicts: conflicts > 0,
    clock: working.some(hasWrongClock),
    version: !isClosed && working.some(({ program }) => program.version !== version),
    noComputer: !isClosed && branch !== null && working.length === 0,
  };
  return concerns.filter((concern) => found[concern]);
}

export function hasWrongClock({ clockOffset }: Pick<DeviceSummary, 'clockOffset'>): boolean {
  return clockOffset !== null && Math.abs(clockOffset) > clockTolerance;
}

/** Days since a branch was heard of, whole ones; null when it never was. */
export function daysSilent({ heardAt }: Pick<BranchSummary, 'heardAt'>, now: number): number | null {
  return heardAt === null ? null : Math.max(0, Math.floor((now - heardAt) / 86_400_000));
}

export interface Totals {
  readonly branches: number;
  readonly computers: number;
  readonly late: number;
  readonly waiting: number;
  readonly conflicts: number;
  readonly notTaken: number;
}

/** All of them together; closed branches aren't counted, but what of them is still to be looked at is. */
export function totalsOf(summaries: readonly BranchSummary[], overview: Overview): Totals {
  const open = summaries.filter(({ branch }) => branch !== null && branch.archivedAt === null);
  return {
    branches: open.length,
    computers: overview.devices.filter(({ revokedAt }) => revokedAt === null).length,
    late: open.filter((summary) => summary.concerns.includes('late')).length,
    // What head office's own computers haven't brought to it is their matter.
    waiting: sum(summaries.map(({ branch, waiting }) => (branch === null ? 0 : waiting))),
    conflicts: sum(overview.openConflicts.map(({ count }) => count)),
    notTaken: overview.quarantined,
  };
}

/** Those whose number, name, address, phone or a computer has what was typed. */
export function findBranches(
  summaries: readonly BranchSummary[],
  typed: string,
  fold: (text: string) => string,
): readonly BranchSummary[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return summaries.filter(({ branch, computers }) => {
    const names = computers.map(({ name }) => name);
    const text = fold([branch?.number, branch?.name, branch?.address, branch?.phone, ...names].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function byPlace(a: DeviceSummary, b: DeviceSummary): number {
  return Number(a.revokedAt !== null) - Number(b.revokedAt !== null) || Number(b.isMain) - Number(a.isMain) || a.till - b.till;
}

function byUrgency(a: BranchSummary, b: BranchSummary): number {
  return (
    Number(isClosed(a)) - Number(isClosed(b)) ||
    urgency(a) - urgency(b) ||
    // Among the late, whoever has been silent longest.
    (a.concerns[0] === 'late' ? (a.heardAt ?? 0) - (b.heardAt ?? 0) : 0) ||
    (a.branch?.number ?? 0) - (b.branch?.number ?? 0)
  );
}

function isClosed({ branch }: BranchSummary): boolean {
  return branch !== null && branch.archivedAt !== null;
}

/** 0 is the most urgent. */
function urgency({ concerns: [first] }: BranchSummary): number {
  return first === undefined ? concerns.length : concerns.indexOf(first);
}

function latest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
