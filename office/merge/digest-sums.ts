import { combine, emptyDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import type { OfficeTx, Table } from '#office/store/office-store.ts';

const digestTable: Table = {
  name: 'digest',
  columns: { scope: 'text', bucket: 'number', high: 'number', low: 'number' },
  key: ['scope', 'bucket'],
  // Neither database has XOR by the same name.
  set: `high = (digest.high | excluded.high) - (digest.high & excluded.high),
    low = (digest.low | excluded.low) - (digest.low & excluded.low)`,
};

/** How the digests of scopes change. */
export interface DigestSums {
  /** Adds a record's digest, or takes it away. */
  add(scope: string, bucket: number, digest: Digest): void;
  write(tx: OfficeTx): Promise<void>;
}

export function createDigestSums(): DigestSums {
  const scopes = new Map<string, Map<number, Digest>>();
  return {
    add(scope, bucket, digest) {
      let sums = scopes.get(scope);
      if (!sums) scopes.set(scope, (sums = new Map()));
      sums.set(bucket, combine(sums.get(bucket) ?? emptyDigest, digest));
    },
    async write(tx) {
      const rows = [...scopes].flatMap(([scope, sums]) =>
        [...sums].flatMap(([bucket, { high, low }]) => (high === 0 && low === 0 ? [] : [[scope, bucket, high, low] as const])),
      );
      await tx.upsert(digestTable, rows);
    },
  };
}
