import { noteAudit } from '#core/audit/note-audit.ts';
import type { WriteTx } from '#core/database/connection.ts';
import type { Store } from '#core/records/store.ts';
import { drawSession, endEverySession, endSession, endSessionsOf, findSession, isLocked } from '#core/session/sessions.ts';
import { keepDrawn, keepSeen, lockSession, unlockSession } from '#core/session/sessions.ts';
import type { Session, SessionWay } from '#core/session/sessions.ts';
import { shortly, within, writeBehindOf } from '#core/session/write-behind.ts';

export type FoundSession =
  | { readonly type: 'open' | 'locked'; readonly session: Session }
  /** There is none of this token, or it is over. */
  | { readonly type: 'none' };

interface Coming {
  readonly user: { readonly userId: string; readonly name: string };
  readonly way: SessionWay;
  readonly userAgent: string;
  /** The session that this one follows in the same window. */
  readonly left: Session | null;
}

/**
 * Who is there now, in the windows that one program serves. What happens to a session holds at once and is written behind: while an
 * import holds the database, nobody waits for it to come in or go.
 */
export interface Presence {
  find(token: string): FoundSession;
  /** Somebody is there: the time until the lock begins anew. */
  note(session: Session): void;
  /** @returns the token of the new session */
  begin(coming: Coming): Promise<string>;
  lock(session: Session): Promise<void>;
  unlock(session: Session): Promise<void>;
  end(session: Session, name: string): Promise<void>;
  /** Ends all of somebody's sessions, or everybody's (null), but one. @returns how many */
  endAll(tx: WriteTx, userId: string | null, options: { readonly at: number; readonly but: string | null }): number;
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

function createPresence({ connection, now }: Store): Presence {
  const keep = writeBehindOf(connection);
  const seen = new Map<string, { readonly at: number; readonly keptAt: number }>();
  /** Sessions that the database doesn't know to be so yet, by id; null is ended. */
  const ahead = new Map<string, Session | null>();
  /** The ids of those it doesn't know at all, by token. */
  const begun = new Map<string, string>();

  async function put(id: string, state: Session | null, work: (tx: WriteTx) => void) {
    ahead.set(id, state);
    const written = keep(work).finally(() => {
      if (ahead.get(id) === state) ahead.delete(id);
    });
    await within(shortly, written);
  }
  function sessionOf(token: string): Session | null {
    const stored = findSession(connection, token, now());
    const id = stored?.id ?? begun.get(token);
    const changed = id === undefined ? undefined : ahead.get(id);
    return changed === undefined ? (stored ?? null) : changed;
  }
  async function lock(session: Session) {
    const at = now();
    seen.delete(session.id);
    await put(session.id, { ...session, lockedAt: at }, (tx) => lockSession(tx, session.id, at));
  }
  return {
    lock,
    find(token) {
      const session = sessionOf(token);
      if (!session) return { type: 'none' };
      const seenAt = Math.max(session.seenAt, seen.get(session.id)?.at ?? 0);
      if (!isLocked(connection, session, { seenAt, now: now() })) return { type: 'open', session };
      // Kept, so that a longer time set later doesn't open it again.
      if (session.lockedAt === null) lock(session).catch(() => undefined);
      return { type: 'locked', session };
    },
    note({ id, seenAt }) {
      const at = now();
      const keptAt = Math.max(seenAt, seen.get(id)?.keptAt ?? 0);
      const isDue = at - keptAt >= keptEvery;
      seen.set(id, { at, keptAt: isDue ? at : keptAt });
      if (isDue) keep((tx) => keepSeen(tx, id, at)).catch(() => undefined);
    },
    async begin({ left, ...coming }) {
      const at = now();
      const drawn = drawSession({ ...coming, at });
      const { id } = drawn.session;
      if (left !== null) void put(left.id, null, (tx) => void endSession(tx, left.id, at)).catch(() => undefined);
      begun.set(drawn.token, id);
      await put(id, drawn.session, (tx) => {
        begun.delete(drawn.token);
        keepDrawn(tx, drawn);
        // It may be over already.
        if (ahead.get(id) === null) endSession(tx, id, at);
      });
      return drawn.token;
    },
    async unlock(session) {
      const at = now();
      await put(session.id, { ...session, lockedAt: null, seenAt: at }, (tx) => unlockSession(tx, session.id, at));
    },
    async end({ id, userId }, name) {
      const at = now();
      await put(id, null, (tx) => {
        noteAudit(tx, { at, actor: { userId, name }, kind: 'signOut', subject: name });
        endSession(tx, id, at);
      });
    },
    endAll(tx, userId, { at, but }) {
      for (const id of begun.values()) {
        if (id !== but && (userId === null || ahead.get(id)?.userId === userId)) ahead.set(id, null);
      }
      return userId === null ? endEverySession(tx, at) : endSessionsOf(tx, userId, { at, but });
    },
  };
}
