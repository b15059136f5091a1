import { forgetInAudit } from '#core/audit/erase-from-audit.ts';
import { hashHeldBy } from '#core/file/held-files.ts';
import type { Act } from '#core/records/act.ts';
import { findRecordType } from '#core/records/record-type.ts';
import { readRecord } from '#core/records/write.ts';
import { noteForgotten } from '#core/sync/clean-after-forgetting.ts';
import { findRemovedBefore, forgetHistory } from '#core/sync/forget-history.ts';
import { findLeaving } from '#core/sync/leaving.ts';
import { readState } from '#core/sync/local-state.ts';
import { sealBatch } from '#core/sync/seal-batch.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';

/**
 * Removes records that are this copy's no longer, with what hangs on them and everything that was ever kept of them here: history, what
 * waited, was refused or couldn't be shown. What was written and not sent is sealed first, and goes when head office has it.
 * `cleanAfterForgetting` takes the rest, after the transaction: words in the search index, contents of files, old pages.
 */
export function forgetRecords(act: Act, leaves: readonly RecordKey[]): void {
  if (leaves.length === 0) return;
  const records = findLeaving(act.tx, leaves);
  sealMarked(act, records);
  const removedBefore = findRemovedBefore(act.tx, records);
  const files = records.flatMap((record) => filesOf(act, record));
  for (const record of records) leave(act, record);
  files.push(...forgetHistory(act, [...records, ...removedBefore]));
  forgetInAudit(act.tx, { ids: [...records, ...removedBefore].map(([, id]) => id), names: [] }, act);
  noteForgotten(act.tx, files);
}

/** A change that isn't sealed yet can't be sent any more once its record is gone. */
function sealMarked({ tx, at }: Act, records: readonly RecordKey[]) {
  const marked = tx.readColumn<[string, string], number>('SELECT 1 FROM outbox WHERE record_type = ? AND record_id = ?');
  const isMarked = () => records.some(([type, id]) => marked.get(type, id) !== undefined);
  while (isMarked() && sealBatch(tx, at)) continue;
}

function filesOf({ tx }: Act, [name, id]: RecordKey): readonly string[] {
  const type = findRecordType(name);
  const row = type && readRecord(tx, type, id)?.row;
  const hash = row && hashHeldBy(name, row);
  return hash === undefined ? [] : [hash];
}

const traces = ['sync_waiting', 'unknown_field', 'sync_refused', 'outbox', 'tombstone'] as const;

function leave(act: Act, [type, id]: RecordKey) {
  const before = readState(act.tx, type, id);
  if (before) act.outgoing?.sumUp(type, id, before, null);
  erase(act, [type, id]);
  for (const table of traces) act.tx.write(`DELETE FROM ${table} WHERE record_type = ? AND record_id = ?`).run(type, id);
  act.noteWritten(type, id);
}

/** Removes a row with what is derived from it, and leaves nothing of it in the history. */
function erase(act: Act, [name, id]: RecordKey) {
  const type = findRecordType(name);
  const found = type && readRecord(act.tx, type, id);
  if (!found) return;
  type.written?.({ act, seq: found.seq, before: found.row, after: null });
  act.tx.write<[string]>(`DELETE FROM ${type.table} WHERE id = ?`).run(id);
}
