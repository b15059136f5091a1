import { pack } from '#shared/sync/pack.ts';
import type { CompareRequest, CompareResponse } from '#shared/sync/protocol.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordChange } from '#shared/sync/record-state.ts';
import { readCompany } from '#office/company/company.ts';
import { isPlainId } from '#office/merge/check-change.ts';
import { readHeld } from '#office/merge/held-record.ts';
import { isWithin } from '#office/merge/rights.ts';
import { toNumber } from '#office/serve/cursor.ts';
import { inOrder, toChanges } from '#office/serve/to-changes.ts';
import { readDigests, scopesOf } from '#office/serve/scope.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

interface Asking {
  /** Null is head office's own copies. */
  readonly branchId: string | null;
  readonly request: CompareRequest;
  /** About how much JSON at most; what doesn't fit is left out, and still differs when asked again. */
  readonly maxBytes: number;
}

/** Tells what a branch should have, more and more closely, so that a difference is found and mended. */
export async function compare(tx: OfficeTx, { branchId, request, maxBytes }: Asking): Promise<CompareResponse> {
  switch (request.ask) {
    case 'buckets': {
      const { epoch, seq } = await readCompany(tx);
      const head = toNumber({ seq, isPartWay: false });
      return { kind: 'compare', ask: 'buckets', epoch, head, buckets: [...(await readDigests(tx, branchId))] };
    }
    case 'bucket':
      return { kind: 'compare', ask: 'bucket', records: await readBucket(tx, branchId, request.bucket) };
    case 'records':
      return { kind: 'compare', ask: 'records', ...(await readRecords(tx, { branchId, maxBytes, records: request.records })) };
  }
}

interface Row {
  readonly type: string;
  readonly id: string;
  readonly high: number;
  readonly low: number;
}

async function readBucket(tx: OfficeTx, branchId: string | null, bucket: number): Promise<[string, string, number, number][]> {
  const scopes = scopesOf(branchId);
  const isHis = `EXISTS (SELECT 1 FROM entry WHERE entry.scope IN (${scopes.map(() => '?').join(', ')})
    AND entry.type = record.type AND entry.id = record.id AND entry.is_leave = 0)`;
  const rows = await tx.all<Row>(
    `SELECT type, id, high, low FROM record WHERE bucket = ? AND (high <> 0 OR low <> 0) ${branchId === null ? '' : `AND ${isHis}`}`,
    bucket,
    ...(branchId === null ? [] : scopes),
  );
  return rows.map(({ type, id, high, low }) => [type, id, high, low]);
}

interface Wanted {
  readonly branchId: string | null;
  readonly records: readonly (readonly [string, string])[];
  readonly maxBytes: number;
}

/**
 * What head office knows nothing of is left unsaid: that is for the asker to send, not to lose. So is what the asker never had, who isn't told
 * that it is there. What was removed is told as removed.
 */
async function readRecords(tx: OfficeTx, { branchId, records, maxBytes }: Wanted) {
  const held = await readHeld(
    tx,
    records.filter(([type, id]) => isPlainId(id) && isPlainId(type)),
  );
  const hidden = [...held.values()].filter(({ scopes }) => !isWithin(scopes, branchId)).map(({ state }) => state);
  const had = await readHadOnce(tx, branchId, hidden);
  const changes: RecordChange[] = [];
  const leaves: [string, string][] = [];
  let bytes = 0;
  for (const [type, id] of records) {
    const record = held.get(keyOf({ type, id }));
    if (!record) continue;
    if (!isWithin(record.scopes, branchId)) {
      if (had.has(keyOf({ type, id }))) leaves.push([type, id]);
      continue;
    }
    bytes += record.bytes;
    if (bytes > maxBytes && changes.length > 0) continue;
    changes.push(...toChanges(record, null));
  }
  return { changes: pack(inOrder(changes)), leaves };
}

interface Key {
  readonly type: string;
  readonly id: string;
}

/** Which of the records that a branch doesn't have it had before. */
async function readHadOnce(tx: OfficeTx, branchId: string | null, hidden: readonly Key[]): Promise<ReadonlySet<string>> {
  if (hidden.length === 0) return new Set();
  const rows = await tx.all<Key>(
    `SELECT entry.type, entry.id
     FROM (SELECT value ->> 0 AS scope, value ->> 1 AS type, value ->> 2 AS id FROM json_each(?)) AS wanted CROSS JOIN entry
     WHERE entry.scope = wanted.scope AND entry.type = wanted.type AND entry.id = wanted.id`,
    JSON.stringify(hidden.flatMap(({ type, id }) => scopesOf(branchId).map((scope) => [scope, type, id]))),
  );
  return new Set(rows.map(keyOf));
}
