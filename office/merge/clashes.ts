import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { isEqual } from '#shared/sync/record-state.ts';
import type { Clash, RecordChange, RecordState } from '#shared/sync/record-state.ts';
import type { OfficeTx } from '#office/store/office-store.ts';
import type { Work } from '#office/merge/work.ts';

/** Where the end of a stamp begins, which names the device. */
const partAt = 13;

/** What head office writes about a clash: the list with what both added, or a conflict for people to settle, or both. */
export interface Answered {
  readonly union: RecordChange | null;
  readonly conflict: Clash | null;
}

type Elements = readonly { readonly id: string }[];

/** Lists are put together where nothing is lost by it. */
export function answerClash(work: Work, { type, id }: RecordState, clash: Clash): Answered {
  const { field, kept, lost } = clash;
  const joined = field === '' ? null : join(kept.value, lost.value);
  if (!joined) return { union: null, conflict: clash };
  const conflict = joined.isWhole ? null : clash;
  if (isEqual(joined.list, kept.value)) return { union: null, conflict };
  const stamps = { [field]: work.nextStamp(kept.stamp, lost.stamp) };
  const fields = { [field]: joined.list };
  return { union: { type, id, base: null, gone: null, stamps, fields, seen: {}, by: kept.by }, conflict };
}

interface Joined {
  readonly list: readonly unknown[];
  /** False where both have an element that isn't the same. */
  readonly isWhole: boolean;
}

/** The winner's elements, then those of the loser that it lacks. */
function join(kept: unknown, lost: unknown): Joined | null {
  if (isTexts(kept) && isTexts(lost)) return { list: [...new Set([...kept, ...lost])], isWhole: true };
  if (!hasIds(kept) || !hasIds(lost)) return null;
  const byId = new Map(kept.map((element) => [element.id, element]));
  const isWhole = lost.every((element) => !byId.has(element.id) || isEqual(byId.get(element.id), element));
  return { list: [...kept, ...lost.filter(({ id }) => !byId.has(id))], isWhole };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((element) => typeof element === 'string');
}

function hasIds(value: unknown): value is Elements {
  return Array.isArray(value) && value.every((element) => typeof (element as { id?: unknown } | null)?.id === 'string');
}

export interface Conflict {
  readonly type: string;
  readonly id: string;
  readonly clash: Clash;
}

/** The records that tell people of conflicts. The same one, noticed here and at a copy, is one. */
export async function conflictRecords(work: Work, conflicts: readonly Conflict[]): Promise<readonly RecordChange[]> {
  if (conflicts.length === 0) return [];
  const branches = await readBranches(work.tx, conflicts);
  const branchOf = (stamp: string) => branches.get(stamp.slice(partAt)) ?? null;
  return conflicts.map(({ type, id, clash: { field, kept, lost } }) => ({
    type: 'conflict',
    id: deterministicId('conflict', type, id, field, lost.stamp),
    base: work.nextStamp(),
    gone: null,
    stamps: {},
    fields: {
      recordType: type,
      recordId: id,
      field,
      keptValue: kept.value ?? null,
      keptBy: kept.by,
      keptStamp: kept.stamp,
      keptBranchId: branchOf(kept.stamp),
      lostValue: lost.value ?? null,
      lostBy: lost.by,
      lostStamp: lost.stamp,
      lostBranchId: branchOf(lost.stamp),
      status: 'open',
      resolvedBy: null,
      resolvedAt: null,
      createdAt: work.now,
    },
    seen: {},
    by: kept.by,
  }));
}

async function readBranches(tx: OfficeTx, conflicts: readonly Conflict[]): Promise<ReadonlyMap<string, string | null>> {
  const parts = new Set(conflicts.flatMap(({ clash }) => [clash.kept.stamp.slice(partAt), clash.lost.stamp.slice(partAt)]));
  const rows = await tx.all<{ clock_part: string; branch_id: string | null }>(
    `SELECT device.clock_part, device.branch_id FROM json_each(?) AS wanted CROSS JOIN device
     WHERE device.clock_part = wanted.value ->> 0`,
    JSON.stringify([...parts].map((part) => [part])),
  );
  return new Map(rows.map((row) => [row.clock_part, row.branch_id]));
}
