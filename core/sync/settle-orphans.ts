import type { ReadDb } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { findRecordType } from '#core/records/record-type.ts';
import type { AnyRecordType } from '#core/records/record-type.ts';
import { missingParents } from '#core/sync/foreign-keys.ts';
import type { RecordState } from '#shared/sync/record-state.ts';

/**
 * What head office makes of a record that waits for one which was removed, and that nobody who has both will ever settle: whoever made it
 * may be gone. It lets go of it, or is removed too. Null: it has to wait on.
 */
export type Orphan =
  | { readonly type: 'letsGo'; readonly state: RecordState }
  | { readonly type: 'goes'; readonly gone: string }
  | null;

/** Says what becomes of it, and marks that to be sent. Only at head office, which may write everything. */
export function settleOrphan(act: Act, state: RecordState): Orphan {
  const type = findRecordType(state.type);
  if (!type || act.branchId !== null || !act.outgoing) return null;
  const missing = missingParents(act.tx, type, state.fields);
  const ends = missing.map((field) => endOf(act.tx, type, { field, id: state.fields[field] }));
  if (missing.length === 0 || ends.includes(null)) return null;
  const { base, stamps } = state;
  const before = { base, gone: null, stamps };
  const author = act.actor.name;
  const common = { type: state.type, id: state.id, before, author, quietFields: [], isBinned: false };
  const stamp = act.nextStamp();
  if (ends.includes('purge')) {
    const after = { base, gone: stamp, stamps: {} };
    act.outgoing.mark({ ...common, after, fields: null });
    act.outgoing.sumUp(state.type, state.id, before, after);
    return { type: 'goes', gone: stamp };
  }
  const after = { base, gone: null, stamps: { ...stamps, ...Object.fromEntries(missing.map((field) => [field, stamp])) } };
  act.outgoing.mark({ ...common, after, fields: missing });
  act.outgoing.sumUp(state.type, state.id, before, after);
  const fields = { ...state.fields, ...Object.fromEntries(missing.map((field) => [field, null])) };
  return { type: 'letsGo', state: { ...state, stamps: after.stamps, fields } };
}

interface Naming {
  readonly field: string;
  readonly id: unknown;
}

/** What is done to a record when the one it names is removed; null when that one may come yet. */
function endOf(db: ReadDb, { references }: AnyRecordType, { field, id }: Naming): 'purge' | 'clear' | null {
  const reference = references?.find((one) => one.field === field);
  if (!reference || typeof id !== 'string') return null;
  const removed = db.readColumn<[string, string], number>('SELECT 1 FROM tombstone WHERE record_type = ? AND record_id = ?');
  return removed.get(reference.to, id) === undefined ? null : reference.onPurge;
}
