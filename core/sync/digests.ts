import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { createOutgoing } from '#core/records/outgoing.ts';
import { findRecordType } from '#core/records/record-type.ts';
import { versionOf } from '#core/records/versions.ts';
import { readState } from '#core/sync/local-state.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { bucketCount, bucketOf, combine, digestOf, emptyDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import type { RecordState } from '#shared/sync/record-state.ts';
import { isSynced, syncedTypes } from '#shared/sync/scope-rules.ts';
import type { Stamp } from '#shared/sync/stamp.ts';

export type Version = Pick<RecordState, 'type' | 'id' | 'base' | 'gone' | 'stamps'>;

/** The sums of this copy by bucket, as kept. */
export function readBuckets(db: ReadDb): readonly Digest[] {
  const buckets = Array.from({ length: bucketCount }, () => emptyDigest);
  const rows = db.read<[], Digest & { bucket: number }>('SELECT bucket, high, low FROM sync_digest').all();
  for (const { bucket, high, low } of rows) buckets[bucket] = { high, low };
  return buckets;
}

/** What head office should sum up to by bucket: without the records that it refused and has no version of. */
export function comparedBuckets(db: ReadDb): readonly Digest[] {
  const buckets = [...readBuckets(db)];
  // A digest added once more is taken away.
  for (const version of onlyHere(db)) {
    const bucket = bucketOf(version.type, version.id);
    buckets[bucket] = combine(buckets[bucket] ?? emptyDigest, digestOf(version));
  }
  return buckets;
}

/** The same of all buckets together. */
export function readDigest(db: ReadDb): Digest {
  return comparedBuckets(db).reduce(combine, emptyDigest);
}

/** Records that head office refused and has no version of. */
export function onlyHere(db: ReadDb): readonly Version[] {
  return db
    .read<[], { type: string; id: string }>('SELECT record_type AS type, record_id AS id FROM sync_refused WHERE only_here = 1')
    .all()
    .flatMap(({ type, id }) => readState(db, type, id) ?? []);
}

/** The versions of all records that travel, as this copy has them; the nameless owner of an empty one isn't among them. */
export function* allVersions(db: ReadDb): Iterable<Version> {
  const waiting = db.read<[], { record_type: string; record_id: string; state: string }>('SELECT * FROM sync_waiting').all();
  const aside = new Set(waiting.map(({ record_type: type, record_id: id }) => keyOf({ type, id })));
  const starter = readSyncState(db, 'starter')?.userId;
  for (const { state } of waiting) yield JSON.parse(state) as RecordState;
  for (const type of syncedTypes) {
    const table = findRecordType(type)?.table;
    if (table === undefined) continue;
    const rows = db.read<[], { id: string; stamp: Stamp; fieldStamps: string | null }>(
      `SELECT id, stamp, field_stamps AS fieldStamps FROM ${table}`,
    );
    for (const row of rows.all())
      if (isSynced(type, row.id) && row.id !== starter && !aside.has(keyOf({ type, id: row.id })))
        yield { type, id: row.id, ...versionOf(row) };
  }
}

/** Sums everything up anew: when the copy begins to exchange changes, and when sums are doubted. */
export function recountDigests(tx: WriteTx) {
  tx.write('DELETE FROM sync_digest').run();
  const outgoing = createOutgoing(tx);
  for (const version of allVersions(tx)) outgoing.sumUp(version.type, version.id, null, version);
}
