import { ORPCError } from '@orpc/server';
import type { Core } from '#core/core.ts';
import { connect } from '#core/database/connection.ts';
import type { Connection } from '#core/database/connection.ts';
import { createPartyLists } from '#core/party/party-lists.ts';
import type { PartyLists } from '#core/party/party-lists.ts';
import { hiddenIds } from '#core/people/viewer/hidden-ids.ts';
import { seenEvent } from '#core/people/viewer/seen-event.ts';
import { viewsFor } from '#core/people/viewer/views.ts';
import type { Store } from '#core/records/store.ts';
import { watchingCode } from '#shared/people/permission.ts';
import type { Actor, Limits } from '#shared/people/permission.ts';

/** The data as somebody with limits sees it. */
export interface Viewer {
  readonly store: Store;
  readonly lists: PartyLists;
  /** Says whether an id names something that isn't seen. */
  isHidden(id: string): boolean;
}

/** Connections that read with somebody's eyes, kept for those who worked last. */
export interface Viewers {
  of(limits: Limits): Viewer;
  close(): Promise<void>;
}

interface Kept extends Viewer {
  readonly connection: Connection;
}

/** As many people as may well work on one computer at once; each costs a connection and, with lists, a thread. */
const mostKept = 16;
/** Mebibytes. */
const cacheSize = 16;

export function createViewers(store: Store): Viewers {
  const kept = new Map<string, Kept>();
  const closing = new Set<Promise<void>>();
  function open(limits: Limits): Kept {
    const views = viewsFor(store.db, limits);
    const connection = connect(store.connection.file, { readonly: true, busyTimeout: 5000, cacheSize, views });
    const isHidden = hiddenIds({ whole: store.db, seen: connection });
    const seen: Store = {
      ...store,
      db: connection,
      onSaved: (listener) =>
        store.onSaved((event) => {
          // Whoever follows what is saved may have been away so long that this connection was closed for others.
          const told = seenEvent(event, of(limits).isHidden);
          if (told) listener(told);
        }),
    };
    return { connection, store: seen, lists: createPartyLists(seen, { views, follow: store }), isHidden };
  }
  function forget(key: string, viewer: Kept) {
    kept.delete(key);
    const closed = viewer.lists.close().then(() => viewer.connection.close());
    closing.add(closed);
    void closed.finally(() => closing.delete(closed));
  }
  function of(limits: Limits): Viewer {
    // Whoever has the same limits sees the same; with other rights or in another team it is another key.
    const key = JSON.stringify(limits);
    const viewer = kept.get(key) ?? open(limits);
    kept.delete(key);
    kept.set(key, viewer);
    const [oldest] = kept;
    if (kept.size > mostKept && oldest) forget(...oldest);
    return viewer;
  }
  return {
    of,
    async close() {
      for (const [key, viewer] of kept) forget(key, viewer);
      await Promise.all(closing);
    },
  };
}

/** With whose eyes somebody reads; null for who sees everything. */
export function viewerOf({ viewers }: Pick<Core, 'viewers'>, { limits }: Pick<Actor, 'limits'>): Viewer | null {
  return limits === null ? null : viewers.of(limits);
}

/** What is open, as whoever acts sees it. */
export function coreSeenBy(core: Core, actor: Pick<Actor, 'limits' | 'isWatching'>, viewer = viewerOf(core, actor)): Core {
  const { store, lists } = viewer ?? core;
  if (actor.isWatching) return { ...core, store: withoutWriting(store), lists };
  return viewer ? { ...core, store, lists } : core;
}

/** The same data for who only looks, whichever procedure would write it. */
function withoutWriting(store: Store): Store {
  const refusal = () => new ORPCError('FORBIDDEN', { defined: true, status: 403, data: { permission: watchingCode } });
  const refuse = () => {
    throw refusal();
  };
  const refuseLater = () => Promise.reject(refusal());
  return { ...store, performNow: refuse, perform: refuseLater, performLong: refuseLater, keep: refuseLater };
}
