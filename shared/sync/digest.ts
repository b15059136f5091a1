import { isThere } from '#shared/sync/record-state.ts';
import type { RecordState } from '#shared/sync/record-state.ts';

/** 64 bits as two unsigned halves of 32. */
export interface Digest {
  readonly high: number;
  readonly low: number;
}

/** Records are summed up in so many buckets, so that a difference is found without looking at everything. */
export const bucketCount = 256;
export const emptyDigest: Digest = { high: 0, low: 0 };

/** Which bucket a record belongs to. */
export function bucketOf(type: string, id: string): number {
  return hash(`${type}|${id}`, 0x9e3779b9) & (bucketCount - 1);
}

/**
 * What tells a version of a record from all others: by its stamps, for every value has one. A record that isn't there weighs nothing, so
 * that it is the same whether it was never there or was removed.
 */
export function digestOf(state: Pick<RecordState, 'type' | 'id' | 'base' | 'gone' | 'stamps'>): Digest {
  if (!isThere(state)) return emptyDigest;
  const { type, id, base, stamps } = state;
  let text = `${type}|${id}|${base}`;
  for (const field of Object.keys(stamps).sort()) text += `|${field}=${stamps[field]}`;
  return { high: hash(text, 0x811c9dc5), low: hash(text, 0x2545f491) };
}

/** Adds a record's digest to a sum, or takes it away: the order doesn't matter. */
export function combine(one: Digest, other: Digest): Digest {
  return { high: (one.high ^ other.high) >>> 0, low: (one.low ^ other.low) >>> 0 };
}

export function isSameDigest(one: Digest, other: Digest): boolean {
  return one.high === other.high && one.low === other.low;
}

/** MurmurHash3's mixing over UTF-16 units. */
function hash(text: string, seed: number): number {
  let sum = seed;
  for (let index = 0; index < text.length; index += 1) {
    let unit = Math.imul(text.charCodeAt(index), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    sum ^= Math.imul(unit, 0x1b873593);
    sum = (sum << 13) | (sum >>> 19);
    sum = (Math.imul(sum, 5) + 0xe6546b64) | 0;
  }
  sum ^= text.length;
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return (sum ^ (sum >>> 16)) >>> 0;
}
