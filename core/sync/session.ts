import type { Store } from '#core/records/store.ts';
import { applyChanges, overwriteRecords } from '#core/sync/apply-changes.ts';
import { readDigest } from '#core/sync/digests.ts';
import { cleanAfterForgetting } from '#core/sync/clean-after-forgetting.ts';
import { forgetRecords } from '#core/sync/forget.ts';
import { acknowledge, beginNewLine } from '#core/sync/line.ts';
import type { Exchange } from '#core/sync/exchange.ts';
import { fetchRecords } from '#core/sync/fetch-records.ts';
import { reconcile } from '#core/sync/reconcile.ts';
import { keepRefusals } from '#core/sync/refusals.ts';
import { restamp } from '#core/sync/restamp.ts';
import { countWaiting, firstBatch, sealBatch } from '#core/sync/seal-batch.ts';
import { inAnyOrder, syncAct } from '#core/sync/sync-act.ts';
import { ownRequest, placeOf } from '#core/sync/sync-request.ts';
import { readSyncState, writeSyncState } from '#core/sync/sync-state.ts';
import { isSameDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { unpack } from '#shared/sync/pack.ts';
import type { Batch, FaultCode, Page, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { keyOf } from '#shared/sync/record-key.ts';

export interface SessionOptions {
  readonly store: Store;
  readonly exchange: Exchange;
  /** The version of this copy's database. */
  readonly schema: number;
  /** Records in a page at most. */
  readonly pageRecords?: number;
  /** Records done, and how many are known to be coming. */
  onProgress?(progress: { readonly done: number; readonly total: number }): void;
  readonly signal?: AbortSignal;
}

export type SessionOutcome =
  /** This copy and head office are the same. */
  | { readonly type: 'equal' }
  /** All was exchanged, but meanwhile more was written here. */
  | { readonly type: 'waiting' }
  /** They differ still, after what differed was compared and sent again. */
  | { readonly type: 'differs' }
  /** This program is too old to send; it has received. */
  | { readonly type: 'outdated'; readonly minimum: number }
  | { readonly type: 'fault'; readonly code: FaultCode }
  | { readonly type: 'stopped' };

const defaultPage = 2000;
/** Exchanges in a row that bring nothing on, after which it is tried again later: head office and this copy don't understand each other. */
const triesInVain = 12;

/**
 * Exchanges changes with head office until nothing is left to send or fetch. May be cut off anywhere, by the network or by a kill, and begun
 * again: what was answered is kept, what wasn't is sent again as it was.
 */
export async function runSession(options: SessionOptions): Promise<SessionOutcome> {
  const outcome = await exchangeAll(options);
  await cleanAfterForgetting(options.store);
  return outcome;
}

async function exchangeAll(options: SessionOptions): Promise<SessionOutcome> {
  let isReconciled = false;
  let minimum: number | null = null;
  let done = 0;
  let place = placeOf(options.store);
  for (let inVain = 0; !options.signal?.aborted;) {
    const step = await exchangeOnce(options, minimum === null);
    const reached = placeOf(options.store);
    inVain = reached === place ? inVain + 1 : 0;
    place = reached;
    if (inVain > triesInVain) return { type: 'differs' };
    if (step.type === 'fault') return step;
    if (step.type === 'outdated') minimum = step.minimum;
    done += step.type === 'received' ? step.records : 0;
    if (step.type === 'received') options.onProgress?.({ done, total: done + step.left });
    if (step.type === 'newEpoch') {
      const fault = await reconcile(options, step.epoch);
      if (fault) return fault;
      continue;
    }
    if (step.type !== 'received' || step.isMore) continue;
    if (minimum !== null) return { type: 'outdated', minimum };
    const verdict = await compareDigests(options.store, step.digest);
    if (verdict !== 'differs') return { type: verdict };
    if (isReconciled) return { type: 'differs' };
    isReconciled = true;
    const fault = await reconcile(options, null);
    if (fault) return fault;
  }
  return { type: 'stopped' };
}

type Step =
  | { readonly type: 'fault'; readonly code: FaultCode }
  | { readonly type: 'outdated'; readonly minimum: number }
  | { readonly type: 'newEpoch'; readonly epoch: string }
  | { readonly type: 'again' }
  | {
      readonly type: 'received';
      readonly records: number;
      readonly left: number;
      readonly isMore: boolean;
      readonly digest: Digest | null;
    };

async function exchangeOnce(options: SessionOptions, isSending: boolean): Promise<Step> {
  const { store, exchange, schema, pageRecords: records = defaultPage } = options;
  const batch = isSending ? await nextBatch(store) : null;
  const request = ownRequest(store, { batch, schema, records });
  const response = await exchange(request);
  if (response.kind === 'fault') return { type: 'fault', code: response.code };
  if (!isAnswerTo(request, response)) return { type: 'fault', code: 'malformed' };
  await noteClock(store, request.at, response.at);
  const { push, page, epoch } = response;
  // Asked again without anything to take, head office says so again.
  if (push?.type === 'outdated' && isSending) return { type: 'outdated', minimum: push.minimum };
  if (epoch !== request.epoch && request.epoch !== null) return { type: 'newEpoch', epoch };
  if (push?.type === 'forked' || push?.type === 'missing') {
    await store.keep(beginNewLine);
    return { type: 'again' };
  }
  if (push?.type === 'taken' && batch) {
    await store.keep((tx) => {
      restamp(tx, batch, push.restamped);
      acknowledge(tx, push);
      keepRefusals(tx, { batch, refused: push.refused, at: store.now() });
    });
    await settleRefused(options, batch, push.refused);
  }
  if (!page) return { type: 'again' };
  const applied = await applyPage(options, page, epoch);
  // What an outdated program can't send isn't waited for.
  const isLeft = isSending && (firstBatch(store.db) !== null || countWaiting(store.db) > 0);
  const isMore = page.next < page.head || isLeft;
  return { type: 'received', records: applied, left: Math.max(0, page.head - page.next), isMore, digest: response.digest };
}

/** An answer to an earlier question, come late or a second time, would lead back to what was then. */
function isAnswerTo({ cursor, batch }: SyncRequest, { push, page }: SyncResponse): boolean {
  if (page !== null && page.from !== cursor) return false;
  return push?.type !== 'taken' || (push.counter === batch?.counter && push.hash === batch.hash);
}

/** The oldest sealed batch, or a new one of what was written since. */
async function nextBatch(store: Store): Promise<Batch | null> {
  const sealed = firstBatch(store.db);
  if (sealed || countWaiting(store.db) === 0) return sealed;
  await store.keep((tx) => sealBatch(tx, store.now()));
  return firstBatch(store.db);
}

/** Applies a page in one transaction with the cursor. @returns how many records were other than before */
async function applyPage({ store, exchange }: SessionOptions, page: Page, epoch: string): Promise<number> {
  const apply = inAnyOrder(store, (act) => {
    // What was written here on records that leave is sealed before they go.
    if (page.leaves.length > 0) while (sealBatch(act.tx, act.at)) continue;
    const applied = applyChanges(act, unpack(page.changes));
    forgetRecords(act, page.leaves);
    if (applied.latest !== null) act.observe(applied.latest);
    writeSyncState(act.tx, 'cursor', { epoch, position: page.next });
    return applied;
  });
  const { result } = await store.perform(syncAct, apply);
  if (result.wholeNeeded.length > 0) await fetchRecords({ store, exchange }, result.wholeNeeded, applyChanges);
  return result.changed;
}

/** What was refused becomes as head office has it; what it doesn't have at all stays here only. */
async function settleRefused(
  options: SessionOptions,
  batch: Batch,
  refused: readonly { readonly index: number; readonly code: string }[],
) {
  if (refused.length === 0) return;
  const changes = unpack(batch.changes);
  const records = refused.flatMap(({ index, code }) => {
    const change = changes[index];
    return change && code !== 'wholeNeeded' ? [[change.type, change.id] as const] : [];
  });
  if (records.length === 0) return;
  const known = await fetchRecords(options, records, overwriteRecords);
  // What isn't known now is found out by comparing.
  if (known === null) return;
  await options.store.keep((tx) => {
    for (const [type, id] of records) {
      const isOnlyHere = known.has(keyOf({ type, id })) ? 0 : 1;
      tx.write('UPDATE sync_refused SET only_here = ? WHERE record_type = ? AND record_id = ?').run(isOnlyHere, type, id);
    }
  });
}

async function compareDigests(store: Store, digest: Digest | null): Promise<'equal' | 'waiting' | 'differs'> {
  if (digest === null) return 'differs';
  return store.keep((tx) => {
    if (countWaiting(tx) > 0) return 'waiting';
    return isSameDigest(readDigest(tx), digest) ? 'equal' : 'differs';
  });
}

/** The offset is measured against the middle of the exchange; small ones, and those that a slow answer may explain, are the network's. */
async function noteClock(store: Store, askedAt: number, officeAt: number) {
  const answeredAt = store.now();
  const offset = officeAt - (askedAt + answeredAt) / 2;
  const unknown = 2000 + (answeredAt - askedAt) / 2;
  const known = readSyncState(store.db, 'clockOffset') ?? 0;
  const rounded = Math.abs(offset) < unknown ? 0 : Math.round(offset);
  if (Math.abs(rounded - known) >= 1000) await store.keep((tx) => writeSyncState(tx, 'clockOffset', rounded));
}
