import type { Fault } from '#core/check/fault.ts';
import type { ReadDb } from '#core/database/connection.ts';
import { readOwnBranch } from '#core/records/own-branch.ts';
import { columnOf, recordTypeNamed, recordTypeNames } from '#core/records/record-type.ts';
import { allVersions, readBuckets } from '#core/sync/digests.ts';
import { readSyncState } from '#core/sync/sync-state.ts';
import { bucketOf, combine, digestOf, emptyDigest, isSameDigest } from '#shared/sync/digest.ts';

/** Looks, in a copy of a company, whether every branch that a record names is there, and whether the sums it is compared by are right. */
export function checkCompany(db: ReadDb): readonly Fault[] {
  if (readOwnBranch(db) === null) return [];
  return [...checkBranches(db), ...checkSums(db)];
}

function checkBranches(db: ReadDb): readonly Fault[] {
  return recordTypeNames()
    .map(recordTypeNamed)
    .filter(({ ofBranch }) => ofBranch === true)
    .flatMap((type) => {
      const column = columnOf(type, 'branchId');
      const unknown = db.readColumn<[], number>(
        `SELECT count(*) FROM ${type.table} WHERE ${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM branch)`,
      );
      const count = unknown.get() ?? 0;
      return count === 0 ? [] : [{ code: 'foreignKey', table: type.table, count } as const];
    });
}

function checkSums(db: ReadDb): readonly Fault[] {
  const kept = readBuckets(db);
  const counted = kept.map(() => emptyDigest);
  // Whoever an empty copy began with counts for nothing until people have come.
  const starter = readSyncState(db, 'starter')?.userId;
  for (const version of allVersions(db)) {
    if (version.type === 'user' && version.id === starter) continue;
    const bucket = bucketOf(version.type, version.id);
    counted[bucket] = combine(counted[bucket] ?? emptyDigest, digestOf(version));
  }
  const wrong = kept.filter((digest, bucket) => !isSameDigest(digest, counted[bucket] ?? emptyDigest)).length;
  return wrong === 0 ? [] : [{ code: 'derived', table: 'sync_digest', missing: wrong, extra: 0, id: '' }];
}
