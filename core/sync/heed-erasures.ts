import { forgetInAudit } from '#core/audit/erase-from-audit.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { eraseRecords } from '#core/sync/erase-records.ts';
import { keyOf } from '#core/sync/leaving.ts';
import type { RecordKey } from '#core/sync/leaving.ts';
import { erasedStamp, isErased, keptForBooks, standInFor } from '#shared/sync/erasure.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { parentsOf } from '#shared/sync/scope-rules.ts';

// What other copies, or this one, erased for good: nothing that comes later brings it back.

export interface Sorted {
  /** What is to be merged as ever. */
  readonly changes: readonly RecordChange[];
  /** What was erased elsewhere. */
  readonly erased: readonly RecordKey[];
  /** What somebody made on an erased record without knowing. */
  readonly lost: readonly RecordKey[];
}

/** Tells from changes that came what was erased, and what hangs on what was. */
export function sortErasures(db: ReadDb, given: readonly RecordChange[]): Sorted {
  const erased = given.filter(isErased).map(({ type, id }): RecordKey => [type, id]);
  if (erased.length === 0 && !hasErased(db)) return { changes: given, erased: [], lost: [] };
  const gone = new Set(erased.map(keyOf));
  const isGone = (key: RecordKey) => gone.has(keyOf(key)) || isErasedHere(db, key);
  const changes: RecordChange[] = [];
  const lost: RecordKey[] = [];
  for (const change of given) {
    const own = [change.type, change.id] as const;
    if (isErased(change) || isGone(own)) continue;
    const parents = parentsOf(change).filter(({ type, id }) => isGone([type, id]));
    if (parents.length === 0) changes.push(change);
    else if (parents.every(({ type }) => type === 'party') && keptForBooks.has(change.type)) changes.push(underStandIn(change));
    else lost.push(own);
  }
  return { changes, erased, lost };
}

/** Erases here what was erased elsewhere; what isn't known there yet, such as what was made here since, is told. */
export function heedErasures(act: Act, { erased, lost }: Sorted) {
  if (erased.length + lost.length === 0) return;
  const known = new Set(erased.map(keyOf));
  const { names, records, kept } = eraseRecords(act, [...erased, ...lost], { isKnown: (record) => known.has(keyOf(record)) });
  forgetInAudit(act.tx, { ids: [...records, ...kept].map(([, id]) => id), names }, act);
}

function underStandIn(change: RecordChange): RecordChange {
  return { ...change, fields: { ...change.fields, partyId: standInFor(String(change.fields['partyId'])) } };
}

function hasErased(db: ReadDb): boolean {
  return db.readColumn<[string], number>('SELECT 1 FROM tombstone WHERE gone = ? LIMIT 1').get(erasedStamp) !== undefined;
}

/** Whether a record was erased for good, as far as this copy knows. */
export function isErasedHere(db: ReadDb, [type, id]: RecordKey): boolean {
  const gone = db.readColumn<[string, string], string>('SELECT gone FROM tombstone WHERE record_type = ? AND record_id = ?');
  return gone.get(type, id) === erasedStamp;
}
