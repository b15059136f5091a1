import { ORPCError } from '@orpc/server';
import { watchingCode } from '#shared/people/permission.ts';
import type { Actor } from '#shared/people/permission.ts';

/** Whoever looks through somebody's eyes sets no password of hers. @throws {ORPCError} FORBIDDEN */
export function mustNotWatch({ isWatching }: Actor) {
  if (isWatching) throw new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission: watchingCode } });
}
