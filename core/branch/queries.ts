import { branchRecord } from '#core/branch/branch.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { decodeRow, readRecord } from '#core/records/write.ts';
import type { Branch } from '#shared/branch/branch.ts';

/** Every branch: those that are open by their number, then those that were closed. */
export function readBranches(db: ReadDb): Branch[] {
  return db
    .read<[], Record<string, unknown>>('SELECT * FROM branch ORDER BY archived_at IS NOT NULL, number, id')
    .all()
    .map((row) => decodeRow(branchRecord, row));
}

export function findBranch(db: ReadDb, id: string): Branch | undefined {
  return readRecord(db, branchRecord, id)?.row;
}
