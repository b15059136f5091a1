import { conflictRecord } from '#core/conflict/conflict.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { findRecordType } from '#core/records/record-type.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import { readState } from '#core/sync/local-state.ts';
import type { Conflict } from '#shared/conflict/conflict.ts';
import type { ConflictView } from '#shared/conflict/contract.ts';
import { isEqual, isThere } from '#shared/sync/record-state.ts';
import { millisecondsOf } from '#shared/sync/stamp.ts';

interface Asked {
  readonly status: Conflict['status'];
  readonly recordType?: string | undefined;
  readonly recordId?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Conflicts with what is needed to decide them, the latest first. */
export function listConflicts(db: ReadDb, { status, recordType, recordId, offset, limit }: Asked) {
  const conditions = [
    ['status = ?', status],
    ['record_type = ?', recordType],
    ['record_id = ?', recordId],
  ].filter(([, value]) => value !== undefined) as [string, string][];
  const where = conditions.map(([sql]) => sql).join(' AND ');
  const parameters = conditions.map(([, value]) => value);
  const rows = db
    .read<(string | number)[], Record<string, unknown>>(
      `SELECT * FROM conflict WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`,
    )
    .all(...parameters, limit, offset);
  const total = db.readColumn<string[], number>(`SELECT count(*) FROM conflict WHERE ${where}`).get(...parameters) ?? 0;
  return { conflicts: rows.map((row) => toView(db, decodeRow(conflictRecord, row))), total };
}

export function countOpenConflicts(db: ReadDb): number {
  return db.readColumn<[], number>(`SELECT count(*) FROM conflict WHERE status = 'open'`).get() ?? 0;
}

function toView(db: ReadDb, conflict: Conflict): ConflictView {
  const { recordType, recordId } = conflict;
  const type = findRecordType(recordType);
  const row = type && readRecord(db, type, recordId)?.row;
  const partyType = recordType === 'party' ? (row as { type?: ConflictView['partyType'] } | undefined)?.type : null;
  return {
    ...conflict,
    title: row ? type.describe(row, db) : '',
    partyType: partyType ?? null,
    keptBranchName: branchName(db, conflict.keptBranchId),
    lostBranchName: branchName(db, conflict.lostBranchId),
    keptAt: millisecondsOf(conflict.keptStamp),
    lostAt: millisecondsOf(conflict.lostStamp),
    isCurrent: isCurrent(db, conflict),
  };
}

function branchName(db: ReadDb, id: string | null): string | null {
  return id === null ? null : (db.readColumn<[string], string>('SELECT name FROM branch WHERE id = ?').get(id) ?? null);
}

/** Whether nobody wrote the field since. */
function isCurrent(db: ReadDb, { recordType, recordId, field, keptValue }: Conflict): boolean {
  const state = readState(db, recordType, recordId);
  if (field === '') return !state || !isThere(state);
  return state !== null && isThere(state) && isEqual(state.fields[field] ?? null, keptValue ?? null);
}
