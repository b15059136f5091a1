import { ORPCError } from '@orpc/server';
import { noteAudit } from '#core/audit/note-audit.ts';
import type { Core } from '#core/core.ts';
import type { Connection } from '#core/database/connection.ts';
import { isAllowed } from '#core/people/allow.ts';
import type { Actor } from '#shared/people/permission.ts';

/** After so long (ms) without a call, looking through somebody's eyes begins anew, and is told again in the audit. */
const pause = 30 * 60_000;

const lastLooks = new WeakMap<Connection, Map<string, number>>();

/**
 * Somebody as whoever may manage people looks through her eyes: she sees what the other one sees, and writes nothing.
 * @throws {ORPCError} FORBIDDEN when who looks may not
 */
export function watching(core: Core, viewer: Actor, seen: Actor): Actor {
  if (!isAllowed(viewer, 'people.manage'))
    throw new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission: 'people.manage' } });
  noteLook(core, viewer, seen);
  return { ...seen, isWatching: true };
}

function noteLook({ store }: Core, viewer: Actor, seen: Actor) {
  const looks = lastLooks.get(store.connection) ?? new Map<string, number>();
  lastLooks.set(store.connection, looks);
  const key = `${viewer.userId} ${seen.userId}`;
  const at = store.now();
  const last = looks.get(key);
  looks.set(key, at);
  if (last !== undefined && at - last < pause) return;
  const note = { at, actor: viewer, kind: 'seeAs', subject: seen.name, record: { type: 'user', id: seen.userId } } as const;
  // Nobody waits for another program's transaction to look; what couldn't be noted is noted with the next call.
  store.keep((tx) => noteAudit(tx, note)).catch(() => looks.delete(key));
}
