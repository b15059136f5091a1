import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, ReadDb, WriteTx } from '#core/database/connection.ts';
import type { Act, ActKind } from '#core/records/act.ts';
import { newId } from '#core/records/new-id.ts';
import type { SavedEvent } from '#shared/event/contract.ts';
import type { Actor } from '#shared/people/permission.ts';
import { createClock } from '#shared/sync/stamp.ts';

/** Above this many, a live event names no ids and everything shown is read again. */
const namedIdsLimit = 500;
/** Work put off is done when so much has gathered, to bound the memory of an act of a million records. */
const deferredLimit = 5000;
/** How long a save waits for another program's or an import's transaction to end, in milliseconds. */
const longestWait = 120_000;

export interface ActRequest {
  readonly actor: Actor;
  readonly kind: ActKind;
  /** What it is done to: a name, a file... */
  readonly subject: string;
  /** The act that this one undoes. */
  readonly undoes?: string;
}

export interface ActDone<Result> {
  readonly actId: string;
  readonly result: Result;
}

/** The data of one shop: reads go to `db`, writes through acts. */
export interface Store {
  readonly db: ReadDb;
  readonly connection: Connection;
  readonly now: () => number;
  /** Does it now, in one transaction; throws SQLITE_BUSY when another is writing longer than the connection waits. */
  performNow<Result>(request: ActRequest, work: (act: Act) => Result): ActDone<Result>;
  /** Does it as soon as nobody else is writing, without holding up anything meanwhile. */
  perform<Result>(request: ActRequest, work: (act: Act) => Result): Promise<ActDone<Result>>;
  /** Does work that waits in between, in one transaction; only for a store whose connection nobody else uses meanwhile. */
  performLong<Result>(request: ActRequest, work: (act: Act) => Promise<Result>): Promise<ActDone<Result>>;
  /** Tells of saves: those made here, and those `announce` passes on. Returns how to stop. */
  onSaved(listener: (event: SavedEvent) => void): () => void;
  announce(event: SavedEvent): void;
}

/** @param now wall clock in UTC milliseconds */
export function createStore(connection: Connection, now: () => number = Date.now): Store {
  const listeners = new Set<(event: SavedEvent) => void>();
  const clock = createClock(deviceOf(connection), now);
  function announce(event: SavedEvent) {
    for (const listener of listeners) listener(event);
  }
  function begin(tx: WriteTx, request: ActRequest, written: Written) {
    const lastStamp = tx.read<[], { value: string }>("SELECT value FROM meta WHERE key = 'lastStamp'").get()?.value;
    if (lastStamp) clock.observe(lastStamp);
    const { act, finish } = beginAct({ tx, request, now, nextStamp: () => clock.next(), written });
    return {
      act,
      finish() {
        finish();
        tx.write("INSERT INTO meta VALUES ('lastStamp', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(clock.next());
      },
    };
  }
  function announceWritten({ types, ids, count }: Written) {
    if (count > 0) announce({ recordTypes: [...types], ids: count > namedIdsLimit ? null : [...ids] });
  }
  function performNow<Result>(request: ActRequest, work: (act: Act) => Result): ActDone<Result> {
    const written = nothingWritten();
    const done = connection.transaction((tx) => {
      const { act, finish } = begin(tx, request, written);
      const result = work(act);
      finish();
      return { actId: act.id, result };
    });
    announceWritten(written);
    return done;
  }
  async function performLong<Result>(request: ActRequest, work: (act: Act) => Promise<Result>): Promise<ActDone<Result>> {
    const written = nothingWritten();
    const done = await connection.longTransaction(async (tx) => {
      const { act, finish } = begin(tx, request, written);
      const result = await work(act);
      finish();
      return { actId: act.id, result };
    });
    announceWritten(written);
    return done;
  }
  return {
    db: connection,
    connection,
    now,
    performNow,
    performLong,
    async perform(request, work) {
      const giveUpAt = performance.now() + longestWait;
      for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
        try {
          return performNow(request, work);
        } catch (error) {
          if (!isBusy(error) || performance.now() > giveUpAt) throw error;
        }
        await sleep(wait);
      }
    },
    onSaved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
  };
}

interface Beginning {
  readonly tx: WriteTx;
  readonly request: ActRequest;
  readonly now: () => number;
  readonly nextStamp: () => string;
  readonly written: Written;
}

interface Written {
  readonly types: Set<string>;
  readonly ids: Set<string>;
  count: number;
}

function nothingWritten(): Written {
  return { types: new Set(), ids: new Set(), count: 0 };
}

function beginAct({ tx, request, now, nextStamp, written }: Beginning): { readonly act: Act; finish(): void } {
  const id = newId();
  const at = now();
  const { lastInsertRowid } = tx
    .write('INSERT INTO act (id, kind, actor_id, actor_name, at, subject, records, undoes) VALUES (?, ?, ?, ?, ?, ?, 0, ?)')
    .run(id, request.kind, request.actor.userId, request.actor.name, at, request.subject, request.undoes ?? null);
  const seq = Number(lastInsertRowid);
  let country = countryOf(tx);
  const deferred = new Map<string, () => void>();
  const act: Act = {
    tx,
    seq,
    id,
    at,
    actor: request.actor,
    get country() {
      return country;
    },
    nextStamp,
    defer(key, work) {
      deferred.set(key, work);
      if (deferred.size >= deferredLimit) flush();
    },
    isDeferred: (key) => deferred.has(key),
    noteWritten(recordType, recordId) {
      if (recordType === 'setting') country = countryOf(tx);
      written.types.add(recordType);
      written.count += 1;
      if (written.ids.size <= namedIdsLimit) written.ids.add(recordId);
    },
  };
  function flush() {
    const works = [...deferred.values()];
    deferred.clear();
    for (const work of works) work();
  }
  function finish() {
    flush();
    if (written.count === 0) tx.write('DELETE FROM act WHERE seq = ?').run(seq);
    else tx.write('UPDATE act SET records = ? WHERE seq = ?').run(written.count, seq);
  }
  return { act, finish };
}

/** The shop's country, as set; phones are read and names ordered by its rules. */
export function countryOf(db: ReadDb): string {
  const row = db.read<[], { value: string }>("SELECT value FROM setting WHERE id = 'country'").get();
  return row ? (JSON.parse(row.value) as string) : 'ES';
}

/** Eight letters and digits that tell this copy of the data from others; made at the first start. */
function deviceOf(connection: Connection): string {
  const kept = connection.read<[], { value: string }>("SELECT value FROM meta WHERE key = 'device'").get();
  if (kept) return kept.value;
  const device = BigInt(`0x${newId().slice(-12)}`)
    .toString(36)
    .slice(-8)
    .padStart(8, '0');
  connection.transaction((tx) => tx.write("INSERT INTO meta VALUES ('device', ?)").run(device));
  return device;
}

function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
