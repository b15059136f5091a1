import type { WriteTx } from '#core/database/connection.ts';
import { bucketOf, combine, digestOf, emptyDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { latestStamp } from '#shared/sync/record-state.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import { isSynced } from '#shared/sync/scope-rules.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

/** What tells versions of a record apart. */
export type RecordVersion = Pick<RecordState, 'base' | 'gone' | 'stamps'>;

interface Written {
  readonly type: string;
  readonly id: string;
  /** Null for a record that wasn't there. */
  readonly before: RecordVersion | null;
  readonly after: RecordVersion;
  /** The changed fields whose loss would be a pity; null when all of the record is new. */
  readonly fields: readonly string[] | null;
}

interface Marking {
  readonly author: string;
  readonly quietFields: readonly string[];
  /** Whether the record is in the recycle bin: what its author saw of it is said along. */
  readonly isBinned?: boolean;
}

/** Marks what an act wrote, so that other copies get it, and keeps the digests by which copies are compared. */
export interface Outgoing {
  /** Marks a change made here. */
  mark(written: Written & Marking): void;
  /** Keeps the digests only: for what came from elsewhere. */
  sumUp(type: string, id: string, before: RecordVersion | null, after: RecordVersion | null): void;
}

interface Mark {
  readonly fields: string | null;
}

/** For a copy that belongs to a company. */
export function createOutgoing(tx: WriteTx): Outgoing {
  function sumUp(type: string, id: string, before: RecordVersion | null, after: RecordVersion | null) {
    const digests = [before, after].map((version) => (version ? digestOf({ type, id, ...version }) : emptyDigest));
    addToDigest(tx, bucketOf(type, id), digests.reduce(combine));
  }
  return {
    sumUp,
    mark({ type, id, before, after, fields, quietFields, author, isBinned = false }) {
      if (!isSynced(type, id)) return;
      // Of what is kept aside, that counts and not the row.
      if (!isAside(tx, type, id)) sumUp(type, id, before, after);
      if (after.gone !== null && after.gone > after.base) markRemoval(tx, { type, id, before, gone: after.gone, author });
      else if (fields === null) markWhole(tx, { type, id, author });
      else markFields(tx, { type, id, before, fields, quietFields, author, isBinned });
    },
  };
}

function isAside(tx: WriteTx, type: string, id: string): boolean {
  const waiting = tx.readColumn<[string, string], number>('SELECT 1 FROM sync_waiting WHERE record_type = ? AND record_id = ?');
  return waiting.get(type, id) !== undefined;
}

/** Marks a whole record to be sent, as when head office says that it lacks it. */
export function markWhole(tx: WriteTx, { type, id, author }: Pick<Written, 'type' | 'id'> & { readonly author: string }) {
  tx.write('DELETE FROM tombstone WHERE record_type = ? AND record_id = ?').run(type, id);
  tx.write(
    `INSERT INTO outbox (record_type, record_id, fields, gone, seen, author) VALUES (?, ?, NULL, NULL, NULL, ?)
     ON CONFLICT DO UPDATE SET fields = NULL, gone = NULL, seen = NULL, author = excluded.author`,
  ).run(type, id, author);
}

/** Marks a removal to be sent once more, to a head office that knows nothing of it any more. */
export function markGone(tx: WriteTx, { type, id, gone }: { readonly type: string; readonly id: string; readonly gone: Stamp }) {
  tx.write(
    `INSERT INTO outbox (record_type, record_id, fields, gone, seen, author) VALUES (?, ?, '{}', ?, ?, '')
     ON CONFLICT DO UPDATE SET fields = '{}', gone = excluded.gone, seen = excluded.seen`,
  ).run(type, id, gone, gone);
}

interface Removal {
  readonly type: string;
  readonly id: string;
  readonly before: RecordVersion | null;
  readonly gone: Stamp;
  readonly author: string;
}

function markRemoval(tx: WriteTx, { type, id, before, gone, author }: Removal) {
  const base = before?.base ?? '';
  tx.write(
    `INSERT INTO tombstone (record_type, record_id, base, gone) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET base = excluded.base, gone = excluded.gone`,
  ).run(type, id, base, gone);
  tx.write(
    `INSERT INTO outbox (record_type, record_id, fields, gone, seen, author) VALUES (?, ?, '{}', ?, ?, ?)
     ON CONFLICT DO UPDATE SET fields = '{}', gone = excluded.gone, author = excluded.author`,
  ).run(type, id, gone, before ? latestStamp(before) : null, author);
}

interface FieldsToMark extends Marking {
  readonly type: string;
  readonly id: string;
  readonly before: RecordVersion | null;
  readonly fields: readonly string[];
}

function markFields(tx: WriteTx, { type, id, before, fields, quietFields, author, isBinned = false }: FieldsToMark) {
  const mark = tx.read<[string, string], Mark>('SELECT fields FROM outbox WHERE record_type = ? AND record_id = ?').get(type, id);
  if (mark?.fields === null) return;
  // What a field was before the first change that wasn't sent yet is what the author saw.
  const seen = mark ? (JSON.parse(mark.fields) as Record<string, Stamp | null>) : {};
  for (const field of fields) seen[field] ??= before?.stamps[field] ?? before?.base ?? null;
  for (const field of quietFields) seen[field] ??= null;
  tx.write(
    `INSERT INTO outbox (record_type, record_id, fields, gone, seen, author) VALUES (?, ?, ?, NULL, ?, ?)
     ON CONFLICT DO UPDATE SET fields = excluded.fields, seen = coalesce(seen, excluded.seen), author = excluded.author`,
  ).run(type, id, JSON.stringify(seen), isBinned && before ? latestStamp(before) : null, author);
}

/** Adding a version a second time takes it away. SQLite has no XOR. */
function addToDigest(tx: WriteTx, bucket: number, { high, low }: Digest) {
  if (high === 0 && low === 0) return;
  tx.write(
    `INSERT INTO sync_digest (bucket, high, low) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET
       high = (high | excluded.high) - (high & excluded.high), low = (low | excluded.low) - (low & excluded.low)`,
  ).run(bucket, high, low);
}
