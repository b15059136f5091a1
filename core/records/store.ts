import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, ReadDb, WriteTx } from '#core/database/connection.ts';
import type { Act } from '#core/records/act.ts';
import { beginAct } from '#core/records/begin-act.ts';
import type { ActRequest } from '#core/records/begin-act.ts';
import { nothingWritten, toSavedEvent } from '#core/records/written.ts';
import type { SavedByProgram, Written } from '#core/records/written.ts';
import { newId } from '#core/records/new-id.ts';
import { createClock } from '#shared/sync/stamp.ts';

/** How long a save waits for another program's or an import's transaction to end, in milliseconds. */
const longestWait = 120_000;

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
  /** A transaction of the program's own bookkeeping, such as what was sent: no act, no history. */
  keep<Result>(work: (tx: WriteTx) => Result): Promise<Result>;
  /** Does work that waits in between, in one transaction; only for a store whose connection nobody else uses meanwhile. */
  performLong<Result>(request: ActRequest, work: (act: Act) => Promise<Result>): Promise<ActDone<Result>>;
  /** Tells of saves: those made here, and those `announce` passes on. Returns how to stop. */
  onSaved(listener: (event: SavedByProgram) => void): () => void;
  announce(event: SavedByProgram): void;
}

/** @param now wall clock in UTC milliseconds */
export function createStore(connection: Connection, now: () => number = Date.now): Store {
  const listeners = new Set<(event: SavedByProgram) => void>();
  let device = deviceOf(connection);
  let offset = 0;
  let clock = createClock(device, () => now() + offset);
  function announce(event: SavedByProgram) {
    for (const listener of listeners) listener(event);
  }
  function begin(tx: WriteTx, request: ActRequest, written: Written) {
    setClock(tx);
    const { act, finish } = beginAct({ tx, request, now, clock, written });
    return {
      act,
      finish() {
        finish();
        tx.write("INSERT INTO meta VALUES ('lastStamp', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(clock.next());
      },
    };
  }
  /** Every stamp is given within an act, which keeps the last one: the clock goes on from there, whoever gave it. */
  function setClock(tx: WriteTx) {
    const kept = tx.readColumn<[string], string>('SELECT value FROM meta WHERE key = ?');
    const deviceNow = kept.get('device') ?? device;
    if (deviceNow !== device) {
      device = deviceNow;
      clock = createClock(device, () => now() + offset);
    }
    offset = Number(tx.readColumn<[], string>("SELECT value FROM sync_state WHERE key = 'clockOffset'").get() ?? 0);
    const lastStamp = kept.get('lastStamp');
    if (lastStamp) clock.startFrom(lastStamp);
  }
  async function retried<Result>(work: () => Result): Promise<Result> {
    const giveUpAt = performance.now() + longestWait;
    for (let wait = 5; ; wait = Math.min(wait * 2, 100)) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      }
      await sleep(wait);
    }
  }
  function announceWritten(written: Written) {
    if (written.count > 0) announce(toSavedEvent(written));
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
    perform: (request, work) => retried(() => performNow(request, work)),
    keep: (work) => retried(() => connection.transaction(work)),
    onSaved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
  };
}

/** Eight letters and digits that tell this copy of the data from others; made at the first start. */
function deviceOf(connection: Connection): string {
  const kept = connection.read<[], { value: string }>("SELECT value FROM meta WHERE key = 'device'").get();
  if (kept) return kept.value;
  const device = BigInt(`0x${newId().slice(-12)}`)
    .toString(36)
    .slice(-8)
    .padStart(8, '0');
  // Another program may be starting on the same data for the first time too.
  connection.transaction((tx) => tx.write("INSERT OR IGNORE INTO meta VALUES ('device', ?)").run(device));
  return deviceOf(connection);
}

/** Says whether something failed because another was writing. */
export function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
