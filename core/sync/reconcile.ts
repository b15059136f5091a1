import type { ReadDb, WriteTx } from '#core/database/connection.ts';
import { markGone, markWhole } from '#core/records/outgoing.ts';
import { findRecordType } from '#core/records/record-type.ts';
import { applyChanges } from '#core/sync/apply-changes.ts';
import { allVersions, comparedBuckets, onlyHere, recountDigests } from '#core/sync/digests.ts';
import type { Version } from '#core/sync/digests.ts';
import { beginNewLine } from '#core/sync/line.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { fetchRecords } from '#core/sync/fetch-records.ts';
import { missingParents } from '#core/sync/foreign-keys.ts';
import { readState } from '#core/sync/local-state.ts';
import { writeSyncState } from '#core/sync/sync-state.ts';
import type { Store } from '#core/records/store.ts';
import { bucketOf, digestOf, emptyDigest, isSameDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { changesInBatch } from '#shared/sync/protocol.ts';
import type { FaultCode } from '#shared/sync/protocol.ts';
import { keyOf } from '#shared/sync/record-key.ts';
import { isThere } from '#shared/sync/record-state.ts';
import type { RecordState } from '#shared/sync/record-state.ts';

type Failure = { readonly type: 'fault'; readonly code: FaultCode } | null;

interface Parts {
  readonly store: Store;
  readonly exchange: Exchange;
}

/**
 * Finds by their sums which records differ from head office's, fetches its versions, and marks this copy's to be sent: after that a
 * merge on both sides makes them the same. Nothing is thrown away here: what head office lacks, since its data was put back from
 * a backup, it gets from the copies that have it.
 * @param epoch the new life of head office's data, when it has another
 */
export async function reconcile(parts: Parts, epoch: string | null): Promise<Failure> {
  const { store, exchange } = parts;
  await store.keep(recountDigests);
  const answer = await exchange({ kind: 'compare', ask: 'buckets' });
  if (answer.kind === 'fault') return { type: 'fault', code: answer.code };
  if (answer.ask !== 'buckets') return { type: 'fault', code: 'malformed' };
  const differing = differingBuckets(parts, answer.buckets);
  const versions = versionsByBucket(parts, new Set(differing));
  for (const bucket of differing) {
    const failure = await reconcileBucket(parts, bucket, versions.get(bucket) ?? []);
    if (failure) return failure;
  }
  const missing = missingForWaiting(store.db);
  if (missing.length > 0) await fetchRecords(parts, missing.slice(0, changesInBatch), applyChanges);
  if (epoch !== null)
    await store.keep((tx) => {
      beginNewLine(tx);
      writeSyncState(tx, 'cursor', { epoch, position: answer.head });
    });
  return null;
}

/** What records that can't be shown hang on: it may have been removed while this copy's place in head office's data was lost. */
function missingForWaiting(db: ReadDb): readonly (readonly [string, string])[] {
  const states = db.readColumn<[], string>("SELECT state FROM sync_waiting WHERE reason = 'parentMissing'").all();
  const missing = states.flatMap((json) => {
    const state = JSON.parse(json) as RecordState;
    const type = findRecordType(state.type);
    return (type ? missingParents(db, type, state.fields) : []).flatMap((field) => {
      const to = type?.references?.find((reference) => reference.field === field)?.to;
      return to === undefined ? [] : [[to, String(state.fields[field])] as const];
    });
  });
  return [...new Map(missing.map((key) => [key.join('|'), key])).values()];
}

function differingBuckets({ store }: Parts, theirs: readonly Digest[]): readonly number[] {
  return comparedBuckets(store.db).flatMap((own, bucket) => (isSameDigest(own, theirs[bucket] ?? emptyDigest) ? [] : [bucket]));
}

async function reconcileBucket(parts: Parts, bucket: number, own: readonly Version[]): Promise<Failure> {
  const answer = await parts.exchange({ kind: 'compare', ask: 'bucket', bucket });
  if (answer.kind === 'fault') return { type: 'fault', code: answer.code };
  if (answer.ask !== 'bucket') return { type: 'fault', code: 'malformed' };
  const theirs = new Map(
    answer.records.map(([type, id, high, low]) => [keyOf({ type, id }), { type, id, digest: { high, low } }]),
  );
  const ours = new Map(own.map((version) => [keyOf(version), version]));
  const toFetch = [...theirs.values()].filter((version) => !isSame(ours.get(keyOf(version)), version.digest));
  const toSend = [...ours.values()].filter((version) => !isSame(version, theirs.get(keyOf(version))?.digest));
  // What head office says isn't this copy's any more is sealed before it goes: it may know less than it did.
  await parts.store.keep((tx) => {
    for (const { type, id } of toSend) {
      // What was fetched for an earlier bucket may have removed it meanwhile.
      const state = readState(tx, type, id);
      if (state && isThere(state)) markWhole(tx, { type, id, author: '' });
    }
  });
  const asked = new Map([...toFetch, ...toSend].map(({ type, id }) => [keyOf({ type, id }), [type, id] as const]));
  for (let from = 0; from < asked.size; from += changesInBatch) {
    await fetchRecords(parts, [...asked.values()].slice(from, from + changesInBatch), applyChanges);
  }
  await parts.store.keep((tx) => {
    for (const { type, id } of toFetch) removeAgain(tx, { type, id });
  });
  return null;
}

/** What was removed here, and head office has again since its data was put back. */
function removeAgain(tx: WriteTx, { type, id }: Pick<Version, 'type' | 'id'>) {
  const state = readState(tx, type, id);
  if (state && !isThere(state) && state.gone !== null) markGone(tx, { type, id, gone: state.gone });
}

function versionsByBucket({ store }: Parts, wanted: ReadonlySet<number>): ReadonlyMap<number, readonly Version[]> {
  const refused = new Set(onlyHere(store.db).map(keyOf));
  const found = new Map<number, Version[]>();
  for (const version of allVersions(store.db)) {
    const bucket = bucketOf(version.type, version.id);
    if (!wanted.has(bucket) || refused.has(keyOf(version))) continue;
    const versions = found.get(bucket);
    if (versions) versions.push(version);
    else found.set(bucket, [version]);
  }
  return found;
}

function isSame(version: Version | undefined, digest: Digest | undefined): boolean {
  return version !== undefined && digest !== undefined && isSameDigest(digestOf(version), digest);
}
