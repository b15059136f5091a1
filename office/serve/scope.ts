import { bucketCount, combine, emptyDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { allScopes, everybody } from '#shared/sync/scope-rules.ts';
import type { OfficeTx } from '#office/store/office-store.ts';

/** The scopes of which a branch has all records; null is head office's own copies, which have everything. */
export function scopesOf(branchId: string | null): readonly string[] {
  return branchId === null ? [allScopes] : [everybody, branchId];
}

/** How what a branch should have sums up, by bucket. */
export async function readDigests(tx: OfficeTx, branchId: string | null): Promise<readonly Digest[]> {
  const scopes = scopesOf(branchId);
  const rows = await tx.all<Digest & { bucket: number }>(
    `SELECT bucket, high, low FROM digest WHERE scope IN (${scopes.map(() => '?').join(', ')})`,
    ...scopes,
  );
  const buckets = Array.from({ length: bucketCount }, () => emptyDigest);
  for (const { bucket, high, low } of rows) buckets[bucket] = combine(buckets[bucket] ?? emptyDigest, { high, low });
  return buckets;
}
