import { createHash } from 'node:crypto';

export interface HashedAudit {
  readonly seq: number;
  readonly at: number;
  readonly userId: string;
  readonly userName: string;
  readonly kind: string;
  readonly recordType: string | null;
  readonly recordId: string | null;
  readonly wordsHash: string;
}

export function hashWords({
  salt,
  subject,
  details,
}: {
  readonly salt: string;
  readonly subject: string;
  readonly details: string;
}) {
  return sha256([salt, subject, details]);
}

/** @param previous the hash of the row before; empty for the first */
export function hashAudit(row: HashedAudit, previous: string): string {
  const { seq, at, userId, userName, kind, recordType, recordId, wordsHash } = row;
  return sha256([previous, seq, at, userId, userName, kind, recordType, recordId, wordsHash]);
}

function sha256(values: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}
