import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { createOutgoing } from '#core/records/outgoing.ts';
import { readShown } from '#core/sync/local-state.ts';
import { isThere, mergeChange, stampOf } from '#shared/sync/record-state.ts';
import type { RecordChange, RecordState } from '#shared/sync/record-state.ts';

interface Edited {
  readonly type: string;
  readonly id: string;
  readonly state: string;
  readonly author: string;
}

/**
 * Puts what was written here to records that are kept aside into what is kept of them, which alone is sent and compared, and shown one day: a
 * row may be there all the same, as it was before what came that can't be shown.
 */
export function bringEditsAside(tx: WriteTx): void {
  const edited = tx.read<[], Edited>(
    `SELECT sync_waiting.record_type AS type, sync_waiting.record_id AS id, state, author
     FROM sync_waiting CROSS JOIN outbox USING (record_type, record_id)`,
  );
  for (const { type, id, state, author } of edited.all()) {
    const kept = JSON.parse(state) as RecordState;
    const change = editsOf(tx, kept, author);
    const merged = change && mergeChange(kept, change);
    if (merged?.type !== 'merged' || !merged.isChanged) continue;
    createOutgoing(tx).sumUp(type, id, kept, merged.state);
    if (isThere(merged.state))
      tx.write('UPDATE sync_waiting SET state = ? WHERE record_type = ? AND record_id = ?').run(
        JSON.stringify(merged.state),
        type,
        id,
      );
    else tx.write('DELETE FROM sync_waiting WHERE record_type = ? AND record_id = ?').run(type, id);
  }
}

/** What is later here than in what is kept; null when there is nothing here. */
function editsOf(db: ReadDb, kept: RecordState, by: string): RecordChange | null {
  const { type, id } = kept;
  const here = readShown(db, type, id);
  if (!here) return null;
  const none = { type, id, base: null, gone: null, stamps: {}, fields: {}, seen: {}, by };
  if (!isThere(here)) return { ...none, gone: here.gone };
  const later = Object.keys(here.fields).filter((field) => stampOf(here, field) > stampOf(kept, field));
  return {
    ...none,
    base: here.base > kept.base ? here.base : null,
    stamps: Object.fromEntries(later.map((field) => [field, stampOf(here, field)])),
    fields: Object.fromEntries(later.map((field) => [field, here.fields[field]])),
  };
}
