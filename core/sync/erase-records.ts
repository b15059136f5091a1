import { hashHeldBy } from '#core/file/held-files.ts';
import type { Act } from '#core/records/act.ts';
import { columnOf, findRecordType, recordTypeNamed, typesReferringTo } from '#core/records/record-type.ts';
import { changeRecord, readRecord } from '#core/records/write.ts';
import { noteForgotten } from '#core/sync/clean-after-forgetting.ts';
import { findRemovedBefore, forgetHistory } from '#core/sync/forget-history.ts';
import { keepForBooks } from '#core/sync/keep-for-books.ts';
import { findLeaving } from '#core/sync/leaving.ts';
import { dropFromBatches } from '#core/sync/line.ts';
import { readState } from '#core/sync/local-state.ts';
import { markWhole } from '#core/records/outgoing.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { erasedStamp } from '#shared/sync/erasure.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordKey } from '#shared/sync/record-key.ts';
import { isSynced } from '#shared/sync/scope-rules.ts';

export interface Erased {
  /** What clients and their deals were called. */
  readonly names: readonly string[];
  /** What went, or was gone before. */
  readonly records: readonly RecordKey[];
  /** How many records of each type went. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those that stay, naming nobody. */
  readonly kept: readonly RecordKey[];
}

interface Erasing {
  /** What other copies erase by themselves, for it was head office that said so. */
  readonly isKnown?: (record: RecordKey) => boolean;
}

/**
 * Erases records for good, with what hangs on them and everything that was ever kept of them: history, what waits to be sent, what
 * couldn't be shown, files. Deals, documents and payments of an erased card that aren't named stay for the books, under a card that names
 * nobody. Nothing brings erased records back: not an undo, not another copy. `cleanAfterForgetting` takes the bytes, after the transaction.
 */
export function eraseRecords(act: Act, named: readonly RecordKey[], { isKnown = () => false }: Erasing = {}): Erased {
  const names = namesOf(act, named);
  const books = act.following(() => keepForBooks(act, named));
  const isKept = new Set(books.kept.map(keyOf));
  const records = findLeaving(act.tx, [...named, ...books.hanging]).filter((record) => !isKept.has(keyOf(record)));
  act.following(() => letGo(act, records));
  const removedBefore = findRemovedBefore(act.tx, records);
  const files = records.flatMap((record) => filesOf(act, record));
  const counts: Record<string, number> = {};
  for (const record of records) {
    if (erase(act, record)) counts[record[0]] = (counts[record[0]] ?? 0) + 1;
    noteErased(act, record, !isKnown(record));
  }
  for (const record of removedBefore) noteErased(act, record, false);
  for (const [type, id] of books.kept)
    for (const table of ['sync_refused', 'unknown_field'])
      act.tx.write(`DELETE FROM ${table} WHERE record_type = ? AND record_id = ?`).run(type, id);
  files.push(...forgetHistory(act, [...records, ...removedBefore, ...books.kept]));
  const told = JSON.stringify(names);
  act.tx.write("UPDATE act SET subject = '' WHERE subject IN (SELECT value FROM json_each(?))").run(told);
  dropUnsent(act, [...records, ...books.kept], isKept);
  noteForgotten(act.tx, files, true);
  return { names, records: [...records, ...removedBefore], counts, kept: books.kept };
}

const nameable: ReadonlySet<string> = new Set(['party', 'deal', 'lead']);

/** What acts upon these may have been named after, though they did something to others. */
function namesOf({ tx }: Act, named: readonly RecordKey[]): readonly string[] {
  const names = findLeaving(tx, named).flatMap(([name, id]) => {
    const type = nameable.has(name) ? findRecordType(name) : undefined;
    const row = type && readRecord(tx, type, id)?.row;
    return row ? [type.describe(row, tx)] : [];
  });
  return [...new Set(names)].filter((name) => name !== '');
}

/** Records that only mention an erased one don't any more. */
function letGo(act: Act, records: readonly RecordKey[]) {
  const going = new Set(records.map(keyOf));
  for (const [name, id] of records)
    for (const { type, reference } of typesReferringTo(name)) {
      const column = columnOf(type, reference.field);
      const ids = act.tx.readColumn<[string], string>(`SELECT id FROM ${type.table} WHERE ${column} = ?`).all(id);
      for (const other of ids)
        if (!going.has(keyOf([type.name, other]))) changeRecord(act, type, { id: other, changes: { [reference.field]: null } });
    }
}

function filesOf({ tx }: Act, [name, id]: RecordKey): readonly string[] {
  const type = findRecordType(name);
  const row = type && readRecord(tx, type, id)?.row;
  const hash = row && hashHeldBy(name, row);
  return hash === undefined ? [] : [hash];
}

/** @returns whether there was such a record */
function erase(act: Act, [name, id]: RecordKey): boolean {
  const before = readState(act.tx, name, id);
  if (before) act.outgoing?.sumUp(name, id, before, null);
  act.noteWritten(name, id);
  const type = findRecordType(name);
  const found = type && readRecord(act.tx, type, id);
  if (!found) return false;
  type.written?.({ act, seq: found.seq, before: found.row, after: null });
  act.tx.write<[string]>(`DELETE FROM ${type.table} WHERE id = ?`).run(id);
  return true;
}

const traces = ['sync_waiting', 'unknown_field', 'sync_refused', 'outbox', 'tombstone'] as const;

/** Leaves only that it was erased, which goes to other copies. */
function noteErased({ tx, outgoing, actor }: Act, [type, id]: RecordKey, isTold: boolean) {
  for (const table of traces) tx.write(`DELETE FROM ${table} WHERE record_type = ? AND record_id = ?`).run(type, id);
  if (!isSynced(type, id)) return;
  tx.write("INSERT INTO tombstone (record_type, record_id, base, gone) VALUES (?, ?, '', ?)").run(type, id, erasedStamp);
  if (outgoing && isTold)
    tx.write("INSERT INTO outbox (record_type, record_id, fields, gone, seen, author) VALUES (?, ?, '{}', ?, NULL, ?)").run(
      type,
      id,
      erasedStamp,
      actor.name,
    );
}

/** What was sealed and not sent is sealed anew without it; of what stays all is sent as it is now. */
function dropUnsent({ tx, outgoing, actor }: Act, records: readonly RecordKey[], isKept: ReadonlySet<string>) {
  if (!outgoing || !readSyncState(tx, 'line')) return;
  const gone = new Set(records.map(keyOf));
  const dropped = dropFromBatches(tx, ({ type, id, gone: stamp }) => stamp !== erasedStamp && gone.has(keyOf([type, id])));
  const again = new Map(dropped.filter(({ type, id }) => isKept.has(keyOf([type, id]))).map((one) => [one.id, one]));
  for (const { type, id } of again.values()) {
    tx.write('DELETE FROM outbox WHERE record_type = ? AND record_id = ?').run(type, id);
    if (readRecord(tx, recordTypeNamed(type), id)) markWhole(tx, { type, id, author: actor.name });
  }
}
