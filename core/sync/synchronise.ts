import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '#core/records/store.ts';
import { createExchange, OfficeUnreachable, ownCorrespondent } from '#core/sync/ask-office.ts';
import type { Asking } from '#core/sync/ask-office.ts';
import { createHttpCarrier } from '#core/sync/carrier.ts';
import type { Carrier } from '#core/sync/carrier.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { FileDone } from '#core/sync/file-exchange.ts';
import { pacedExchange } from '#core/sync/paced-exchange.ts';
import { retireStarter } from '#core/sync/retire-starter.ts';
import { schemaVersion } from '#core/sync/schema-version.ts';
import { runSession } from '#core/sync/session.ts';
import type { SessionOutcome } from '#core/sync/session.ts';
import { takeSyncLock } from '#core/sync/sync-lock.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';

export interface Progress {
  readonly done: number;
  readonly total: number | null;
}

export type Ended = SessionOutcome | { readonly type: 'unreachable' | 'fileDone' | 'otherProgram' | 'alone' };

/** One exchange, begun and ended. */
export interface Turn {
  readonly end: Ended;
  /** Records that are other than before. */
  readonly received: number;
}

/** How often (ms) windows are told how far it is. */
const tellInterval = 300;

interface Running {
  readonly promise: Promise<Turn>;
  progress: Progress;
}

/** What this program does now, for each data it has open. */
const running = new WeakMap<Store, Running>();
const carriers = new WeakMap<Store, Carrier>();

/** How far this program is; null when it isn't exchanging anything. */
export function progressOf(store: Store): Progress | null {
  return running.get(store)?.progress ?? null;
}

const ends = new WeakMap<Store, AbortController>();

/** Aborted when the data is closed. */
export function endOf(store: Store): AbortSignal {
  const known = ends.get(store) ?? new AbortController();
  ends.set(store, known);
  return known.signal;
}

/** Gives up what is under way, for good; what was exchanged stays. */
export async function stopSynchronising(store: Store): Promise<void> {
  endOf(store);
  ends.get(store)?.abort();
  await running.get(store)?.promise.catch(() => undefined);
}

/** The way to head office, kept for as long as its addresses are the same: it knows which one answered last. */
export function carrierOf(store: Store): Carrier {
  const addresses = readSyncState(store.db, 'options')?.addresses ?? [];
  const known = carriers.get(store);
  if (known && known.addresses.join('\n') === addresses.join('\n')) return known;
  const carrier = createHttpCarrier({ addresses });
  carriers.set(store, carrier);
  return carrier;
}

/**
 * Exchanges changes with head office over the network. While it is at it, whoever calls again waits for the same turn.
 * Notes how it went for `status`. Errors of the data itself, such as a full disk, are thrown.
 */
export function synchronise(store: Store): Promise<Turn> {
  const current = running.get(store);
  if (current) return current.promise;
  return begin(store, createExchange(askingOf(store)));
}

/** How this copy asks head office over the network. */
export function askingOf(store: Store): Asking {
  const correspondent = () => {
    const own = ownCorrespondent(store.db);
    if (!own) throw new Error('this copy belongs to no company');
    return own;
  };
  return { carrier: carrierOf(store), correspondent, signal: endOf(store) };
}

/**
 * The same with an exchange of another kind, such as a file that has the answers: once whatever is under way has ended, here or in another
 * program.
 * @param saidAt when head office said what it answers
 */
export async function synchroniseBy(store: Store, exchange: Exchange, saidAt: number): Promise<Turn> {
  for (let tries = 1; ; tries += 1) {
    await running.get(store)?.promise.catch(() => undefined);
    if (running.has(store)) continue;
    const done = await begin(store, exchange, saidAt);
    if (done.end.type !== 'otherProgram' || tries >= triesAtMost) return done;
    await sleep(patience / triesAtMost);
  }
}

/** How long (ms) a file waits for another program. */
const patience = 60_000;
const triesAtMost = 120;

function begin(store: Store, exchange: Exchange, saidAt: number | null = null): Promise<Turn> {
  const promise = turn(store, { exchange, saidAt }).finally(() => {
    running.delete(store);
    announce(store);
  });
  running.set(store, { promise, progress: { done: 0, total: null } });
  announce(store);
  return promise;
}

interface Way {
  readonly exchange: Exchange;
  /** Null: head office answers now. */
  readonly saidAt: number | null;
}

async function turn(store: Store, { exchange, saidAt }: Way): Promise<Turn> {
  const signal = endOf(store);
  // Whoever began this has it among what is running before anything is done.
  await Promise.resolve();
  if (!readSyncState(store.db, 'own')) return { end: { type: 'alone' }, received: 0 };
  const lock = await takeSyncLock(store);
  if (!lock) return { end: { type: 'otherProgram' }, received: 0 };
  let received = 0;
  const tell = throttled(() => announce(store));
  function onProgress(progress: Progress) {
    received = progress.done;
    const current = running.get(store);
    if (current) current.progress = progress;
    tell();
  }
  try {
    const paced = pacedExchange(renewing(exchange, lock.renew));
    const end = await ended(() => runSession({ store, signal, schema: schemaVersion, exchange: paced, onProgress }), signal);
    await retireStarter(store);
    await note(store, end, saidAt);
    return { end, received };
  } finally {
    await lock.release();
  }
}

/** How a session ended, also where its carrier gave out. */
async function ended(session: () => Promise<SessionOutcome>, signal: AbortSignal): Promise<Ended> {
  try {
    return await session();
  } catch (error) {
    if (error instanceof FileDone) return { type: 'fileDone' };
    if (!(error instanceof OfficeUnreachable)) throw error;
    return { type: signal.aborted ? 'stopped' : 'unreachable' };
  }
}

function throttled(work: () => void): () => void {
  let doneAt = performance.now();
  return () => {
    if (performance.now() - doneAt < tellInterval) return;
    doneAt = performance.now();
    work();
  };
}

function renewing(exchange: Exchange, renew: () => Promise<void>): Exchange {
  async function ask(request: Parameters<Exchange>[0]) {
    await renew();
    return exchange(request as never);
  }
  return ask as Exchange;
}

/** Keeps how it went, for the chip that tells. */
async function note(store: Store, end: Ended, saidAt: number | null) {
  if (end.type === 'stopped') return;
  const before = readSyncState(store.db, 'last') ?? { equalAt: null, heardAt: null, trouble: null };
  const saidLast = saidAt === null ? store.now() : Math.max(saidAt, before.heardAt ?? 0);
  const heardAt = end.type === 'unreachable' ? before.heardAt : saidLast;
  const equalAt = end.type === 'equal' ? heardAt : before.equalAt;
  await store.keep((tx) => writeSyncState(tx, 'last', { equalAt, heardAt, trouble: troubleOf(end) }));
}

/** A stable code, put into words where it is shown. */
function troubleOf(end: Ended): string | null {
  if (end.type === 'equal' || end.type === 'waiting' || end.type === 'fileDone') return null;
  return end.type === 'fault' ? end.code : end.type;
}

function announce(store: Store) {
  store.announce({ recordTypes: ['sync'], ids: null });
}
