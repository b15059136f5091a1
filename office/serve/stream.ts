import { isWithin } from '#office/merge/rights.ts';
import { parseScopes } from '#office/merge/held-record.ts';
import { scopesOf } from '#office/serve/scope.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/** Something that happened in what a branch has, latest thing per record and scope. */
export interface Happening {
  readonly type: string;
  readonly id: string;
  readonly seq: number;
  /** Since when the branch has the record. */
  readonly entered: number;
  /** That it is the branch's no longer; or nothing, when it left one scope and is the branch's by another. */
  readonly kind: 'news' | 'leave' | 'nothing';
  /** Whether the record was removed. */
  readonly isGone: boolean;
  /** The line of batches that knows all of it, as far as this happening goes. */
  readonly origin: string | null;
  readonly bytes: number;
}

export interface StreamPart {
  readonly branchId: string | null;
  /** Only what happened after this seq. */
  readonly cursor: number;
  readonly limit: number;
}

interface Row {
  readonly type: string;
  readonly id: string;
  readonly seq: number;
  readonly entered: number;
  readonly is_leave: number;
  readonly record_seq: number;
  readonly base: string;
  readonly gone: string | null;
  readonly origin: string | null;
  readonly bytes: number;
  readonly scopes: string;
}

/** Reads what comes next for a branch, or for head office's own copies, in the order in which it happened. */
export async function readStream(tx: OfficeTx, { branchId, cursor, limit }: StreamPart): Promise<readonly Happening[]> {
  if (branchId === null) {
    const rows = await tx.all<Row>(
      `SELECT type, id, seq, 0 AS entered, 0 AS is_leave, seq AS record_seq, base, gone, origin, bytes, scopes
       FROM record WHERE seq > ? ORDER BY seq LIMIT ?`,
      cursor,
      limit,
    );
    return rows.map((row) => toHappening(row, branchId));
  }
  const parts = scopesOf(branchId).map(
    () => `SELECT * FROM (SELECT scope, type, id, seq, entered, is_leave FROM entry
      WHERE scope = ? AND seq > ? ORDER BY seq LIMIT ?) AS part`,
  );
  const rows = await tx.all<Row>(
    `SELECT entry.type, entry.id, entry.seq, entry.entered, entry.is_leave,
       record.seq AS record_seq, record.base, record.gone, record.origin, record.bytes, record.scopes
     FROM (${parts.join(' UNION ALL ')}) AS entry
     JOIN record ON record.type = entry.type AND record.id = entry.id ORDER BY entry.seq LIMIT ?`,
    ...scopesOf(branchId).flatMap((scope) => [scope, cursor, limit]),
    limit,
  );
  return rows.map((row) => toHappening(row, branchId));
}

function toHappening(row: Row, branchId: string | null): Happening {
  const { type, id, seq, entered, base, gone, origin, bytes } = row;
  return {
    type,
    id,
    seq,
    entered,
    kind: row.is_leave === 0 ? 'news' : isWithin(parseScopes(row.scopes), branchId) ? 'nothing' : 'leave',
    isGone: gone !== null && gone >= base,
    // Its writer knows what it wrote, not where head office moved it since.
    origin: seq === row.record_seq ? origin : null,
    bytes,
  };
}
