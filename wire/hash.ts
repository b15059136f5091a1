import { createHash } from 'node:crypto';
import type { Packed } from '#shared/sync/pack.ts';

/** SHA-256 as 64 hex digits; of a text its UTF-8. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export function sha256(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

/** What the first batch of a line has before it. */
export const chainStart = '0'.repeat(64);

/**
 * The hash of a batch: of the hash before it and its changes. The same before and after the changes went through JSON, in whatever order
 * the keys of a pack stand.
 */
export function chainHash(previous: string, packed: readonly Packed[]): string {
  const parts = packed.map(({ type, shape, columns }) => [type, shape, columns]);
  return sha256Hex(previous + JSON.stringify(parts));
}
