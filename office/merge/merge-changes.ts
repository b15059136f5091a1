import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import { mergeChange } from '#shared/sync/record-state.ts';
import type { Clash, RecordChange } from '#shared/sync/record-state.ts';
import type { RefusalCode } from '#shared/sync/protocol.ts';
import { answerClash, conflictRecords } from '#office/merge/clashes.ts';
import type { Conflict } from '#office/merge/clashes.ts';
import { addDrafts, newDraft } from '#office/merge/draft.ts';
import type { Draft, Drafts } from '#office/merge/draft.ts';
import { readLosses, refusalAfter, refusalBefore } from '#office/merge/rights.ts';
import type { Losses } from '#office/merge/rights.ts';
import type { Work } from '#office/merge/work.ts';

/** A change and where it stands in its batch. */
export interface Positioned {
  readonly position: number;
  readonly change: RecordChange;
}

/** Why a change of the batch isn't taken. */
export interface Refusal {
  readonly position: number;
  readonly code: RefusalCode;
}

export interface MergedBatch {
  readonly drafts: Drafts;
  readonly refusals: readonly Refusal[];
}

/** Merges changes into the records they are about, and puts down what clashed. Nothing is written yet. */
export async function mergeChanges(work: Work, changes: readonly Positioned[]): Promise<MergedBatch> {
  const drafts: Drafts = new Map();
  await addDrafts(work.tx, drafts, distinctKeys(changes));
  const losses = await readLosses(
    work,
    [...drafts.values()].flatMap(({ before }) => (before ? [{ ...before.state, scopes: before.scopes }] : [])),
  );
  const refusals: Refusal[] = [];
  const conflicts: Conflict[] = [];
  // What makes a record comes before what changes it, in whatever order they were packed.
  const ordered = [...changes].sort((one, other) => Number(one.change.base === null) - Number(other.change.base === null));
  for (const positioned of ordered) {
    const outcome = mergeOne(work, drafts, { ...positioned, losses });
    if (typeof outcome === 'string') refusals.push({ position: positioned.position, code: outcome });
    else conflicts.push(...outcome);
  }
  await addConflicts(work, drafts, conflicts);
  return { drafts, refusals };
}

function distinctKeys(changes: readonly Positioned[]): readonly RecordKey[] {
  return [...new Map(changes.map(({ change: { type, id } }) => [keyOf({ type, id }), [type, id] as const])).values()];
}

interface Arriving extends Positioned {
  readonly losses: Losses;
}

function mergeOne(work: Work, drafts: Drafts, { position, change, losses }: Arriving): RefusalCode | readonly Conflict[] {
  const key = keyOf(change);
  const draft = drafts.get(key);
  const before = draft?.before ?? null;
  const refusal = refusalBefore(work.writer, { change, before, losses });
  if (refusal !== null) return refusal;
  const merged = mergeChange(draft?.state ?? null, change);
  if (merged.type === 'wholeNeeded') return 'wholeNeeded';
  const excess = refusalAfter(work.writer, before, merged.state);
  if (excess !== null) return excess;
  const target = draft ?? newDraft(merged.state, work.writer.branchId);
  if (!draft) drafts.set(key, target);
  target.state = merged.state;
  target.positions.push(position);
  target.isLate ||= losses.unheard.has(key);
  return merged.clashes.flatMap((clash) => meet(work, target, clash));
}

/** Puts lists together at once, and gives back what people have to settle. A conflict about a conflict would never end. */
function meet(work: Work, draft: Draft, clash: Clash): readonly Conflict[] {
  const { type, id } = draft.state;
  if (type === 'conflict') return [];
  const { union, conflict } = answerClash(work, draft.state, clash);
  if (union) writeAsOffice(draft, union);
  return conflict ? [{ type, id, clash: conflict }] : [];
}

function writeAsOffice(draft: Draft, change: RecordChange) {
  const merged = mergeChange(draft.state, change);
  if (merged.type === 'merged') draft.state = merged.state;
  draft.isOffices = true;
}

async function addConflicts(work: Work, drafts: Drafts, conflicts: readonly Conflict[]) {
  const records = await conflictRecords(work, conflicts);
  await addDrafts(
    work.tx,
    drafts,
    records.map(({ type, id }) => [type, id]),
  );
  for (const record of records) {
    if (drafts.has(keyOf(record))) continue;
    const made = mergeChange(null, record);
    if (made.type !== 'merged') continue;
    drafts.set(keyOf(record), { ...newDraft(made.state, null), isOffices: true });
  }
}
