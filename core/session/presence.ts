import type { Store } from '#core/records/store.ts';
import { findSession, isLocked, keepSeen, lockSession } from '#core/session/sessions.ts';
import type { Session } from '#core/session/sessions.ts';

export type FoundSession =
  | { readonly type: 'open' | 'locked'; readonly session: Session }
  /** There is none of this token, or it is over. */
  | { readonly type: 'none' };

/** Who is there now, in the windows that one program serves. */
export interface Presence {
  find(token: string): FoundSession;
  /** Somebody is there: the time until the lock begins anew. */
  note(session: Session): void;
}

/** How often (ms) the database is told: writing at every sign of life would wear the disk out for nothing. */
const keptEvery = 10_000;

const presences = new WeakMap<Store['connection'], Presence>();

/** Of all windows that this program serves with this data. */
export function presenceOf(store: Store): Presence {
  // Somebody who doesn't see everything has a store of her own for the same data.
  const known = presences.get(store.connection) ?? createPresence(store);
  presences.set(store.connection, known);
  return known;
}

function createPresence(store: Store): Presence {
  const seen = new Map<string, { readonly at: number; readonly keptAt: number }>();
  // Nobody waits for these: while an import holds the database, what is in memory holds.
  const keep = (work: Parameters<Store['keep']>[0]) => void store.keep(work).catch(() => undefined);
  return {
    find(token) {
      const now = store.now();
      const session = findSession(store.db, token, now);
      if (!session) return { type: 'none' };
      const seenAt = Math.max(session.seenAt, seen.get(session.id)?.at ?? 0);
      if (!isLocked(store.db, session, { seenAt, now })) return { type: 'open', session };
      seen.delete(session.id);
      // Kept, so that a longer time set later doesn't open it again.
      if (session.lockedAt === null) keep((tx) => lockSession(tx, session.id, now));
      return { type: 'locked', session };
    },
    note({ id, seenAt }) {
      const at = store.now();
      const keptAt = Math.max(seenAt, seen.get(id)?.keptAt ?? 0);
      const isDue = at - keptAt >= keptEvery;
      seen.set(id, { at, keptAt: isDue ? at : keptAt });
      if (isDue) keep((tx) => keepSeen(tx, id, at));
    },
  };
}
