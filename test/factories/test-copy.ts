import { combine, digestOf, emptyDigest } from '#shared/sync/digest.ts';
import type { Digest } from '#shared/sync/digest.ts';
import { pack, unpack } from '#shared/sync/pack.ts';
import type { Batch, SyncRequest, SyncResponse } from '#shared/sync/protocol.ts';
import { isThere, latestStamp, mergeChange, stampOf } from '#shared/sync/record-state.ts';
import type { RecordChange, RecordState } from '#shared/sync/record-state.ts';
import { createClock } from '#shared/sync/stamp.ts';
import { chainHash, chainStart } from '#wire/hash.ts';
import { exchange } from '#office/exchange.ts';
import type { OfficeStore } from '#office/store/office-store.ts';
import { addTestDevice } from '#test/factories/open-test-office.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A copy in memory that does what copies do, and no more. */
export interface TestCopy {
  readonly records: Map<string, RecordState>;
  incarnation: string;
  cursor: number;
  epoch: string | null;
  line: { counter: number; hash: string };
  /** What the clock shows, UTC milliseconds. */
  now: number;
  create(type: string, id: string, fields: Fields): void;
  change(type: string, id: string, fields: Fields): void;
  remove(type: string, id: string): void;
  /** Puts a change into the next batch as it is. */
  push(change: RecordChange): void;
  get(type: string, id: string): Fields | undefined;
  /** Seals what waits; null when nothing does. */
  seal(): Batch | null;
  request(batch: Batch | null, records?: number): SyncRequest;
  send(request: SyncRequest): Promise<SyncResponse>;
  apply(response: SyncResponse): void;
  /** Exchanges until nothing is left to send or to get. @returns the last answer */
  sync(records?: number): Promise<SyncResponse>;
  digest(): Digest;
  /** Every push answer so far. */
  readonly answers: NonNullable<SyncResponse['push']>[];
}

export interface TestCopyOptions {
  readonly id: string;
  readonly branchId: string | null;
  readonly brings?: boolean;
  readonly maxBytes?: number;
}

export const testNow = 1_795_000_000_000;

/** A copy that head office knows. */
export async function makeTestCopy(store: OfficeStore, options: TestCopyOptions): Promise<TestCopy> {
  const { id: device, branchId, brings = false } = options;
  await addTestDevice(store, { id: device, branchId, brings, clockPart: device });
  return createCopy(store, options);
}

/** A second copy with the same identity, as of a cloned disk. */
export function cloneCopy(store: OfficeStore, copy: TestCopy, options: TestCopyOptions): TestCopy {
  const clone = createCopy(store, options);
  for (const [key, state] of copy.records) clone.records.set(key, state);
  const { incarnation, cursor, epoch, line, now } = copy;
  return Object.assign(clone, { incarnation, cursor, epoch, line: { ...line }, now });
}

function createCopy(store: OfficeStore, { id: device, maxBytes }: TestCopyOptions): TestCopy {
  const outbox: RecordChange[] = [];
  let sealed: Batch | null = null;
  const key = (type: string, id: string) => `${type}|${id}`;
  const none = { base: null, gone: null, stamps: {}, seen: {}, fields: {}, by: device };
  const clock = createClock(device, () => copy.now);

  function merge(change: RecordChange) {
    const name = key(change.type, change.id);
    const merged = mergeChange(copy.records.get(name) ?? null, change);
    if (merged.type === 'merged') copy.records.set(name, merged.state);
    return merged;
  }
  function write(change: RecordChange) {
    merge(change);
    outbox.push(change);
  }

  const copy: TestCopy = {
    records: new Map(),
    answers: [],
    incarnation: `${device}-1`,
    cursor: 0,
    epoch: null,
    line: { counter: 0, hash: chainStart },
    now: testNow,
    create: (type, id, fields) => write({ ...none, type, id, base: clock.next(), fields }),
    change(type, id, fields) {
      const state = copy.records.get(key(type, id));
      if (!state || !isThere(state)) throw new Error(`${type} ${id} isn't there`);
      const stamp = clock.next();
      const names = Object.keys(fields);
      const stamps = Object.fromEntries(names.map((name) => [name, stamp]));
      const seen = Object.fromEntries(names.map((name) => [name, stampOf(state, name)]));
      write({ ...none, type, id, fields, stamps, seen });
    },
    remove(type, id) {
      const state = copy.records.get(key(type, id));
      write({ ...none, type, id, gone: clock.next(), seen: state ? { '': latestStamp(state) } : {} });
    },
    push: (change) => void outbox.push(change),
    get(type, id) {
      const state = copy.records.get(key(type, id));
      return state && isThere(state) ? state.fields : undefined;
    },
    seal() {
      if (sealed) return sealed;
      if (outbox.length === 0) return null;
      const changes = pack(outbox.splice(0));
      const previous = copy.line.hash;
      return (sealed = { counter: copy.line.counter + 1, previous, hash: chainHash(previous, changes), changes });
    },
    request: (batch, records = 1000) => ({
      kind: 'sync',
      protocol: 1,
      schema: 100,
      program: '0.1.0',
      at: copy.now,
      epoch: copy.epoch,
      cursor: copy.cursor,
      acknowledged: copy.line,
      batch,
      waiting: 0,
      records,
    }),
    async send(request) {
      const passed = JSON.parse(JSON.stringify(request)) as unknown;
      const { incarnation, now } = copy;
      const answer = await exchange(store, { device, incarnation, request: passed, now, ...(maxBytes && { maxBytes }) });
      if (answer.kind !== 'sync') throw new Error(JSON.stringify(answer));
      return JSON.parse(JSON.stringify(answer)) as SyncResponse;
    },
    apply({ epoch, push, page }) {
      copy.epoch ??= epoch;
      if (push) copy.answers.push(push);
      if (push?.type === 'taken' && push.counter === copy.line.counter + 1) {
        copy.line = { counter: push.counter, hash: push.hash };
        sealed = null;
        restamp(copy.records, new Map(push.restamped));
      }
      if (page?.from !== copy.cursor) return;
      for (const change of unpack(page.changes)) {
        clock.observe(change.base ?? change.gone ?? Object.values(change.stamps)[0] ?? '0'.repeat(14));
        if (merge(change).type === 'wholeNeeded') throw new Error(`whole of ${change.type} ${change.id} needed`);
      }
      for (const [type, id] of page.leaves) copy.records.delete(key(type, id));
      copy.cursor = page.next;
    },
    async sync(records) {
      for (;;) {
        const batch = copy.seal();
        const response = await copy.send(copy.request(batch, records));
        copy.apply(response);
        if (outbox.length === 0 && sealed === null && (response.page === null || response.page.next === response.page.head))
          return response;
        if (response.push?.type === 'forked') return response;
      }
    },
    digest: () => [...copy.records.values()].map(digestOf).reduce(combine, emptyDigest),
  };
  return copy;
}

function restamp(records: Map<string, RecordState>, pairs: ReadonlyMap<string, string>) {
  const renew = (stamp: string) => pairs.get(stamp) ?? stamp;
  if (pairs.size === 0) return;
  for (const [key, state] of records) {
    const stamps = Object.fromEntries(Object.entries(state.stamps).map(([field, stamp]) => [field, renew(stamp)]));
    records.set(key, { ...state, base: renew(state.base), gone: state.gone === null ? null : renew(state.gone), stamps });
  }
}
