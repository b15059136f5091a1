import { hashAudit, hashWords } from '#core/audit/audit-hash.ts';
import type { HashedAudit } from '#core/audit/audit-hash.ts';
import type { ReadDb } from '#core/database/connection.ts';
import type { Fault } from '#core/check/fault.ts';

interface Row extends HashedAudit {
  readonly subject: string;
  readonly details: string;
  readonly salt: string;
  readonly hash: string;
  readonly erasedBy: number | null;
}

/** Looks whether somebody changed the audit with another program, or took entries from it. */
export function checkAudit(db: ReadDb): readonly Fault[] {
  const rows = db.read<[], Row>(
    `SELECT seq, at, user_id AS userId, user_name AS userName, kind, record_type AS recordType, record_id AS recordId, subject, details,
       salt, words_hash AS wordsHash, hash, erased_by AS erasedBy FROM audit ORDER BY seq`,
  );
  let previous = '';
  let expected = 1;
  for (const row of rows.iterate()) {
    const areWords = row.erasedBy !== null || hashWords(row) === row.wordsHash;
    if (row.seq !== expected || !areWords || hashAudit(row, previous) !== row.hash) return [{ code: 'audit', seq: row.seq }];
    previous = row.hash;
    expected += 1;
  }
  const given = db.readColumn<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").get() ?? 0;
  return given >= expected ? [{ code: 'audit', seq: expected }] : [];
}
