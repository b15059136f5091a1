import type { Connection, ReadDb, WriteTx } from '#core/database/connection.ts';
import { delayAfter, delayOfAll, longest, stillCounted } from '#core/session/delay.ts';
import { findLogin } from '#core/session/logins.ts';
import { within, writeBehindOf } from '#core/session/write-behind.ts';

interface TryOf {
  readonly userId: string;
  readonly at: number;
  /** Milliseconds the database is waited for. */
  readonly patience: number;
}

type Begun = { readonly type: 'begun'; readonly blockedUntil: number } | { readonly type: 'early'; readonly retryAt: number };

/** Wrong tries so far: one's own, and those of everybody together. */
interface Counters {
  /** Null for whom there is no password: then only those of all count. */
  readonly own: Counter | null;
  readonly all: Counter & { readonly lastAt: number };
}

interface Counter {
  readonly failed: number;
  readonly blockedUntil: number;
}

/** Tries to sign in, counted in the database; while something else holds that, in memory, and in the database after. */
interface Tries {
  begin(one: TryOf): Promise<Begun>;
  /** A right one takes back what it was counted as, and clears the person; wrong ones of others stay. */
  forgive(one: Omit<TryOf, 'at'>): Promise<void>;
}

const known = new WeakMap<Connection, Tries>();

export function triesOf(connection: Connection): Tries {
  const found = known.get(connection) ?? createTries(connection);
  known.set(connection, found);
  return found;
}

function createTries(connection: Connection): Tries {
  const keep = writeBehindOf(connection);
  /** What was counted since the database was free. */
  const held = new Map<string, Counter>();
  let heldOfAll: Counters['all'] | null = null;
  let waiting = 0;
  function write<Result>(work: (tx: WriteTx) => Result): Promise<Result> {
    waiting += 1;
    return keep(work).finally(() => {
      waiting -= 1;
      if (waiting > 0) return;
      held.clear();
      heldOfAll = null;
    });
  }
  function countersOf(userId: string): Counters {
    const { own, all } = readCounters(connection, userId);
    return { own: own && (held.get(userId) ?? own), all: heldOfAll ?? all };
  }
  function hold(userId: string, { own, all }: Counters) {
    if (own) held.set(userId, own);
    heldOfAll = all;
  }
  return {
    async begin({ userId, at, patience }) {
      const counted = write((tx) => {
        const { begun, counters } = count(readCounters(tx, userId), at);
        keepCounters(tx, userId, counters);
        return begun;
      });
      const written = await within(patience, counted);
      if (written) return written;
      const { begun, counters } = count(countersOf(userId), at);
      hold(userId, counters);
      return begun;
    },
    async forgive({ userId, patience }) {
      const forgiven = write((tx) => keepCounters(tx, userId, forgive(readCounters(tx, userId))));
      hold(userId, forgive(countersOf(userId)));
      await within(patience, forgiven);
    },
  };
}

function count(counters: Counters, at: number): { readonly begun: Begun; readonly counters: Counters } {
  const { own, all } = counters;
  const retryAt = Math.max(waitUntil(own?.blockedUntil ?? 0, at), waitUntil(all.blockedUntil, at));
  if (retryAt > at) return { begun: { type: 'early', retryAt }, counters };
  const failed = (own?.failed ?? 0) + 1;
  const failedOfAll = stillCounted(all.failed, at - all.lastAt) + 1;
  const [blockedUntil, blockedForAll] = [at + delayAfter(failed), at + delayOfAll(failedOfAll)];
  return {
    begun: { type: 'begun', blockedUntil: Math.max(own ? blockedUntil : at, blockedForAll) },
    counters: {
      own: own && { failed, blockedUntil },
      all: { failed: failedOfAll, lastAt: at, blockedUntil: blockedForAll },
    },
  };
}

/** A time farther off than any delay is of a clock that was wrong. */
function waitUntil(blockedUntil: number, at: number): number {
  return blockedUntil - at > longest ? 0 : blockedUntil;
}

function forgive({ own, all }: Counters): Counters {
  return { own: own && { failed: 0, blockedUntil: 0 }, all: { ...all, failed: Math.max(0, all.failed - 1), blockedUntil: 0 } };
}

function readCounters(db: ReadDb, userId: string): Counters {
  const row = db.read<[], Counters['all']>('SELECT failed, last_at AS lastAt, blocked_until AS blockedUntil FROM login_guard');
  const { failed, blockedUntil } = findLogin(db, userId) ?? { failed: null, blockedUntil: 0 };
  return { own: failed === null ? null : { failed, blockedUntil }, all: row.get() ?? { failed: 0, lastAt: 0, blockedUntil: 0 } };
}

function keepCounters(tx: WriteTx, userId: string, { own, all }: Counters) {
  if (own) tx.write('UPDATE login SET failed = ?, blocked_until = ? WHERE user_id = ?').run(own.failed, own.blockedUntil, userId);
  tx.write('UPDATE login_guard SET failed = ?, last_at = ?, blocked_until = ?').run(all.failed, all.lastAt, all.blockedUntil);
}
