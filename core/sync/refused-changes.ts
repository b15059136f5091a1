import type { Act } from '#core/records/act.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { markWhole } from '#core/records/outgoing.ts';
import { findRecordType } from '#core/records/record-type.ts';
import { readRecord } from '#core/records/write.ts';
import { writeFields } from '#core/conflict/write-fields.ts';
import { forgetRecords } from '#core/sync/forget.ts';
import type { RefusedChange } from '#shared/sync/contract.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';

interface Row {
  readonly seq: number;
  readonly record_type: string;
  readonly record_id: string;
  readonly change: string;
  readonly code: string;
  readonly at: number;
  readonly only_here: number;
}

/** What head office didn't take, the newest first. */
export function listRefused(
  db: ReadDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly changes: RefusedChange[]; readonly total: number } {
  const rows = db.read<[number, number], Row>('SELECT * FROM sync_refused ORDER BY at DESC, seq DESC LIMIT ? OFFSET ?');
  const total = db.readColumn<[], number>('SELECT count(*) FROM sync_refused').get() ?? 0;
  return { changes: rows.all(limit, offset).map((row) => toRefused(db, row)), total };
}

function toRefused(db: ReadDb, { seq, record_type: recordType, record_id: recordId, change, code, at }: Row): RefusedChange {
  const { fields } = JSON.parse(change) as RecordChange;
  const listed = Object.entries(fields).map(([field, value]) => ({ field, value: value ?? null }));
  return { id: String(seq), recordType, recordId, title: titleOf(db, recordType, recordId), code, at, fields: listed };
}

function titleOf(db: ReadDb, typeName: string, id: string): string {
  const type = findRecordType(typeName);
  const found = type && readRecord(db, type, id);
  return found ? type.describe(found.row, db) : '';
}

/** Sends a refused change once more: what head office lacks as a whole, else what was written. @returns false when there is none */
export function resendRefused(act: Act, id: string): boolean {
  const row = takeOut(act, id);
  if (!row) return false;
  const { record_type: typeName, record_id: recordId } = row;
  const type = findRecordType(typeName);
  const { fields, by } = JSON.parse(row.change) as RecordChange;
  if (row.only_here === 1 || !type) markWhole(act.tx, { type: typeName, id: recordId, author: by });
  else writeFields(act, type, { id: recordId, fields });
  return true;
}

/** Gives a refused change up; a record that head office never had goes with it. @returns false when there is none */
export function dropRefused(act: Act, id: string): boolean {
  const row = takeOut(act, id);
  if (row?.only_here === 1) forgetRecords(act, [[row.record_type, row.record_id]]);
  return row !== undefined;
}

function takeOut({ tx }: Act, id: string): Row | undefined {
  const row = tx.read<[string], Row>('SELECT * FROM sync_refused WHERE seq = CAST(? AS INTEGER)').get(id);
  if (row) tx.write('DELETE FROM sync_refused WHERE seq = ?').run(row.seq);
  return row;
}
