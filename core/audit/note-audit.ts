import { randomBytes } from 'node:crypto';
import { hashAudit, hashWords } from '#core/audit/audit-hash.ts';
import type { WriteTx } from '#core/database/connection.ts';
import type { AuditKind } from '#shared/audit/kinds.ts';

interface AuditNote {
  /** UTC milliseconds. */
  readonly at: number;
  readonly actor: { readonly userId: string; readonly name: string };
  readonly kind: AuditKind;
  /** What it was done to, as people call it: a client's name, a file's, somebody's who works here. */
  readonly subject: string;
  /** What else is worth knowing, as codes and numbers: never a password, a key, or what records say. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** The record it was done to, if it was one. Whatever names a client has to say it: erasing the client erases these words. */
  readonly record?: { readonly type: string; readonly id: string };
}

/**
 * Keeps for good who did what, in the transaction that does it.
 * @returns the number of the entry
 */
export function noteAudit(tx: WriteTx, { at, actor, kind, subject, details = {}, record }: AuditNote): number {
  const last = tx.read<[], { seq: number; hash: string }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get();
  const words = { salt: randomBytes(16).toString('hex'), subject, details: JSON.stringify(details) };
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at,
    userId: actor.userId,
    userName: actor.name,
    kind,
    recordType: record?.type ?? null,
    recordId: record?.id ?? null,
    wordsHash: hashWords(words),
  };
  tx.write(
    `INSERT INTO audit (seq, at, user_id, user_name, kind, record_type, record_id, subject, details, salt, words_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.seq,
    at,
    row.userId,
    row.userName,
    kind,
    row.recordType,
    row.recordId,
    subject,
    words.details,
    words.salt,
    row.wordsHash,
    hashAudit(row, last?.hash ?? ''),
  );
  return row.seq;
}
