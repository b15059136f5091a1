import type { WriteTx } from '#core/database/connection.ts';
import { conflictRecord } from '#core/conflict/conflict.ts';
import type { Act } from '#core/records/act.ts';
import { findRecordType, typesReferringTo } from '#core/records/record-type.ts';
import { purgeWithChildren } from '#core/records/purge-with-children.ts';
import { changeRecord, createRecord, readRecord } from '#core/records/write.ts';
import { bringEditsAside } from '#core/sync/edits-aside.ts';
import { missingParents } from '#core/sync/foreign-keys.ts';
import { readState } from '#core/sync/local-state.ts';
import { heedErasures, sortErasures } from '#core/sync/heed-erasures.ts';
import { settleOrphan } from '#core/sync/settle-orphans.ts';
import { removeState, writeState } from '#core/sync/write-state.ts';
import { deterministicId } from '#shared/sync/deterministic-id.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import { isThere, latestStamp, mergeChange, stampOf } from '#shared/sync/record-state.ts';
import type { Clash, RecordChange, RecordState } from '#shared/sync/record-state.ts';
import { isSynced } from '#shared/sync/scope-rules.ts';
import { millisecondsOf } from '#shared/sync/stamp.ts';

export interface Applied {
  /** How many records are other than before. */
  readonly changed: number;
  /** Those of which only some fields came, though there is nothing of them here: their whole has to be asked for. */
  readonly wholeNeeded: readonly (readonly [type: string, id: string])[];
  /** The latest stamp seen, or null. */
  readonly latest: string | null;
}

interface Merging {
  readonly before: RecordState | null;
  after: RecordState;
  author: string;
  readonly clashes: Clash[];
}

/**
 * Merges what came from head office into this copy, in one act of kind `sync`. What can't be shown yet is kept aside; one bad record
 * keeps none of the others out. The act has to let them come in any order (`inAnyOrder`): parents may come after what hangs on them.
 */
export function applyChanges(act: Act, given: readonly RecordChange[]): Applied {
  bringEditsAside(act.tx);
  const sorted = sortErasures(act.tx, given);
  const { changes } = sorted;
  const { merged, wholeNeeded, latest } = mergeAll(act.tx, changes);
  const records = [...merged.values()];
  forgetOnlyHere(act.tx, changes);
  writeAll(act, records);
  for (const { after } of records) if (!isThere(after)) removeOrphans(act, after);
  releaseWaiting(act);
  settleOrphans(act);
  heedErasures(act, sorted);
  return { changed: records.length + sorted.erased.length, wholeNeeded, latest };
}

/** What head office refused and hadn't at all, and has now, since another copy sent it: it counts again where copies are compared. */
function forgetOnlyHere(tx: WriteTx, changes: readonly RecordChange[]) {
  if (tx.readColumn<[], number>('SELECT 1 FROM sync_refused WHERE only_here = 1 LIMIT 1').get() === undefined) return;
  for (const { type, id } of changes)
    tx.write('DELETE FROM sync_refused WHERE record_type = ? AND record_id = ? AND only_here = 1').run(type, id);
}

/** Makes records what head office has, whatever was written here: of changes that it refused. */
export function overwriteRecords(act: Act, given: readonly RecordChange[]) {
  const sorted = sortErasures(act.tx, given);
  const { changes } = sorted;
  const states = new Map<string, RecordState>();
  for (const change of wholeFirst(changes)) {
    const key = keyOf(change);
    const outcome = mergeChange(states.get(key) ?? null, change);
    if (outcome.type === 'merged') states.set(key, outcome.state);
  }
  for (const after of states.values()) {
    act.tx.write('DELETE FROM outbox WHERE record_type = ? AND record_id = ?').run(after.type, after.id);
    writeMerged(
      act,
      { before: readState(act.tx, after.type, after.id), after, author: after.authors[''] ?? '', clashes: [] },
      placeOrNot,
    );
    if (!isThere(after)) removeOrphans(act, after);
  }
  heedErasures(act, sorted);
}

/** What makes a record comes before what changes it, in whatever order they were packed. */
function wholeFirst(changes: readonly RecordChange[]): readonly RecordChange[] {
  return [...changes].sort((one, other) => Number(one.base === null) - Number(other.base === null));
}

function mergeAll(tx: WriteTx, changes: readonly RecordChange[]) {
  const merged = new Map<string, Merging>();
  const wholeNeeded: (readonly [string, string])[] = [];
  let latest: string | null = null;
  for (const change of wholeFirst(changes)) {
    const key = keyOf(change);
    const known = merged.get(key);
    const before = known ? known.before : readState(tx, change.type, change.id);
    const outcome = mergeChange(known?.after ?? before, change);
    if (outcome.type === 'wholeNeeded') {
      wholeNeeded.push([change.type, change.id]);
      continue;
    }
    const stamp = latestStamp(outcome.state);
    if (latest === null || stamp > latest) latest = stamp;
    const clashes = [...outcome.clashes, ...overridden(tx, known?.after ?? before, outcome.state)];
    if (!outcome.isChanged && clashes.length === 0 && !known) continue;
    merged.set(key, { before, after: outcome.state, author: change.by, clashes: [...(known?.clashes ?? []), ...clashes] });
  }
  return { merged, wholeNeeded, latest };
}

interface Mark {
  readonly fields: string | null;
  readonly author: string;
}

/** What somebody wrote here, and head office hasn't got yet, and what came wins over: it would be lost unseen. */
function overridden(tx: WriteTx, before: RecordState | null, after: RecordState): readonly Clash[] {
  if (!before || before === after) return [];
  const mark = tx
    .read<[string, string], Mark>('SELECT fields, author FROM outbox WHERE record_type = ? AND record_id = ?')
    .get(before.type, before.id);
  if (!mark || mark.fields === null || !isThere(before)) return [];
  const seen = JSON.parse(mark.fields) as Readonly<Record<string, string | null>>;
  const lostFields = Object.keys(seen).filter((field) => seen[field] !== null && stampOf(after, field) > stampOf(before, field));
  if (!isThere(after) && Object.keys(seen).length > 0) {
    const value = Object.fromEntries(Object.keys(seen).map((field) => [field, before.fields[field] ?? null]));
    const lost = { value, stamp: latestStamp(before), by: mark.author };
    return [{ field: '', kept: { value: null, stamp: after.gone ?? '', by: after.authors[''] ?? '' }, lost }];
  }
  return lostFields.map((field) => ({
    field,
    kept: {
      value: after.fields[field] ?? null,
      stamp: stampOf(after, field),
      by: after.authors[field] ?? after.authors[''] ?? '',
    },
    lost: { value: before.fields[field] ?? null, stamp: stampOf(before, field), by: mark.author },
  }));
}

/** All at once; one by one only where one of them is bad, for an attempt of each costs as much as its index. */
function writeAll(act: Act, records: readonly Merging[]) {
  const together = act.attempt(() => {
    for (const record of records) writeMerged(act, record, placeAtOnce);
  });
  if (together.type === 'failed') for (const record of records) writeMerged(act, record, placeOrNot);
}

/** Says why a record isn't placed after all; null when it is. */
type Placing = (act: Act, named: Act, state: RecordState) => 'invalid' | null;

function placeAtOnce(_act: Act, named: Act, state: RecordState): null {
  place(named, state);
  return null;
}

function placeOrNot(act: Act, named: Act, state: RecordState): 'invalid' | null {
  return act.attempt(() => place(named, state)).type === 'failed' ? 'invalid' : null;
}

function writeMerged(act: Act, { before, after, author, clashes }: Merging, placing: Placing) {
  const named = act.inNameOf(author, millisecondsOf(latestStamp(after)));
  keepAside(act, after, whyItWaits(act, after) ?? placing(act, named, after));
  act.outgoing?.sumUp(after.type, after.id, before, after);
  act.noteWritten(after.type, after.id);
  for (const clash of clashes) noteClash(act, after, clash);
}

type Reason = 'newer' | 'parentMissing' | 'invalid';

function whyItWaits(act: Act, state: RecordState): Reason | null {
  const type = findRecordType(state.type);
  // A newer program has settings for the company that are each computer's own here, or nobody's.
  if (!type || !isSynced(state.type, state.id)) return 'newer';
  return isThere(state) && missingParents(act.tx, type, state.fields).length > 0 ? 'parentMissing' : null;
}

function place(act: Act, state: RecordState) {
  const type = findRecordType(state.type);
  if (!type) return;
  if (isThere(state)) writeState(act, type, state);
  else removeState(act, type, state.id);
}

function keepAside({ tx, at }: Act, state: RecordState, reason: Reason | null) {
  const { type, id, base, gone } = state;
  if (reason !== null && isThere(state)) {
    tx.write(
      `INSERT INTO sync_waiting (record_type, record_id, state, reason, since) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET state = excluded.state, reason = excluded.reason`,
    ).run(type, id, JSON.stringify(state), reason, at);
  } else tx.write('DELETE FROM sync_waiting WHERE record_type = ? AND record_id = ?').run(type, id);
  if (isThere(state)) tx.write('DELETE FROM tombstone WHERE record_type = ? AND record_id = ?').run(type, id);
  else
    tx.write(
      `INSERT INTO tombstone (record_type, record_id, base, gone) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET base = excluded.base, gone = excluded.gone`,
    ).run(type, id, base, gone);
}

interface Waiting {
  readonly record_type: string;
  readonly record_id: string;
  readonly state: string;
}

/** Shows what waited for a parent that has come, or for a newer program that this one is by now. */
export function releaseWaiting(act: Act) {
  bringEditsAside(act.tx);
  for (let released = -1; released !== 0;) {
    released = 0;
    const rows = act.tx
      .read<[], Waiting>(`SELECT record_type, record_id, state FROM sync_waiting WHERE reason <> 'invalid'`)
      .all();
    for (const row of rows) {
      const state = JSON.parse(row.state) as RecordState;
      if (whyItWaits(act, state) !== null) continue;
      const named = act.inNameOf(state.authors[''] ?? '', millisecondsOf(latestStamp(state)));
      const attempt = act.attempt(() => place(named, state));
      keepAside(act, state, attempt.type === 'failed' ? 'invalid' : null);
      act.noteWritten(state.type, state.id);
      released += 1;
    }
  }
}

function settleOrphans(act: Act) {
  const rows = act.tx.readColumn<[], string>("SELECT state FROM sync_waiting WHERE reason = 'parentMissing'").all();
  for (const row of rows) {
    const state = JSON.parse(row) as RecordState;
    const orphan = settleOrphan(act, state);
    if (orphan?.type === 'letsGo') {
      const attempt = act.attempt(() => place(act, orphan.state));
      keepAside(act, orphan.state, attempt.type === 'failed' ? 'invalid' : null);
    } else if (orphan) {
      keepAside(act, { ...state, gone: orphan.gone }, null);
      noteClash(act, state, clashOfRemoval(act, state));
    }
    if (orphan) act.noteWritten(state.type, state.id);
  }
}

/** What was made here on a record that was removed elsewhere goes with it, or lets go of it. */
function removeOrphans(act: Act, { type, id }: RecordState) {
  for (const { type: child, reference } of typesReferringTo(type)) {
    const column = child.fields[reference.field as keyof typeof child.fields] as { readonly column: string };
    const ids = act.tx.readColumn<[string], string>(`SELECT id FROM ${child.table} WHERE ${column.column} = ?`).all(id);
    for (const childId of ids) {
      if (reference.onPurge === 'clear') {
        changeRecord(act, child, { id: childId, changes: { [reference.field]: null } });
        continue;
      }
      const lost = readState(act.tx, child.name, childId);
      purgeWithChildren(act, child, childId);
      if (lost) noteClash(act, lost, clashOfRemoval(act, lost));
    }
  }
}

function clashOfRemoval(act: Act, lost: RecordState): Clash {
  const kept = { value: null, stamp: act.nextStamp(), by: act.actor.name };
  return { field: '', kept, lost: { value: lost.fields, stamp: latestStamp(lost), by: lost.authors[''] ?? '' } };
}

/** Puts what lost into the list of conflicts; the same one, noticed here and at head office, is one. */
function noteClash(act: Act, { type, id }: RecordState, { field, kept, lost }: Clash) {
  const conflictId = deterministicId('conflict', type, id, field, lost.stamp);
  if (readRecord(act.tx, conflictRecord, conflictId)) return;
  createRecord(act, conflictRecord, {
    id: conflictId,
    recordType: type,
    recordId: id,
    field,
    keptValue: kept.value,
    keptBy: kept.by,
    keptStamp: kept.stamp,
    keptBranchId: null,
    lostValue: lost.value,
    lostBy: lost.by,
    lostStamp: lost.stamp,
    lostBranchId: act.branchId,
    status: 'open',
    resolvedBy: null,
    resolvedAt: null,
    createdAt: act.at,
  });
}
