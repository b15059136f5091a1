import { Worker } from 'node:worker_threads';
import type { OrderAnswer, OrderRequest } from '#core/party/order-worker.ts';
import { readPartyRows } from '#core/party/queries.ts';
import type { Store } from '#core/records/store.ts';
import type { PartyFilter, PartyRow, PartySort } from '#shared/party/contract.ts';

export interface ListRequest {
  readonly filter: PartyFilter;
  readonly sort: PartySort;
  readonly offset: number;
  readonly limit: number;
}

/** Lists of parties: any page of any filter and sort costs the same, at the beginning and in the middle of a million. */
export interface PartyLists {
  page(request: ListRequest): Promise<{ readonly rows: readonly PartyRow[]; readonly total: number }>;
  close(): Promise<void>;
}

/** An order held in memory: 4 bytes a party. */
interface Order {
  readonly seqs: Uint32Array;
  readonly version: number;
}

const heldOrders = 8;
/** An order that takes longer than this (ms) is shown as it was while a new one is made. */
const patience = 150;

/**
 * Each filter and sort is worked out once, in a worker thread with a connection of its own, and kept as an array of
 * rowids until something is saved.
 */
export function createPartyLists(store: Store, path: string): PartyLists {
  const orders = new Map<string, Order>();
  const underWay = new Map<string, Promise<Order>>();
  let version = 0;
  const orderer = createOrderer(path);
  const stopListening = store.onSaved((event) => {
    if (event.recordTypes.some((type) => type === 'party' || type === 'link')) version += 1;
  });

  function keep(key: string, order: Order) {
    orders.delete(key);
    orders.set(key, order);
    const oldest = orders.keys().next().value;
    if (orders.size > heldOrders && oldest !== undefined) orders.delete(oldest);
  }
  function refresh(key: string, request: ListRequest): Promise<Order> {
    const running = underWay.get(key);
    if (running) return running;
    const startedFrom = version;
    const making = orderer
      .order(request)
      .then((seqs) => {
        const order = { seqs, version: startedFrom };
        keep(key, order);
        return order;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, making);
    return making;
  }
  async function currentOrder(request: ListRequest): Promise<Order> {
    const key = JSON.stringify([request.filter, request.sort]);
    const held = orders.get(key);
    if (held?.version === version) {
      keep(key, held);
      return held;
    }
    const wanted = version;
    const making = refresh(key, request);
    if (!held) {
      const made = await making;
      return made.version >= wanted ? made : currentOrder(request);
    }
    const slow = Symbol('slow');
    const first = await Promise.race([making, waitFor(patience, slow)]);
    if (first !== slow) return first.version >= wanted ? first : currentOrder(request);
    // Shown as it was for now; whoever looks is told to look again.
    void making.then(() => store.announce({ recordTypes: ['order'], ids: null })).catch(() => undefined);
    return held;
  }
  return {
    async page(request) {
      const { seqs } = await currentOrder(request);
      const rows = readPartyRows(store.db, seqs.subarray(request.offset, request.offset + request.limit));
      const inBin = request.filter.deleted === true;
      return { rows: rows.filter((row) => (row.deletedAt !== null) === inBin), total: seqs.length };
    },
    async close() {
      stopListening();
      await orderer.close();
    },
  };
}

function waitFor<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value).unref());
}

interface Pending {
  resolve(seqs: Uint32Array): void;
  reject(error: Error): void;
}

function createOrderer(path: string) {
  let worker: Worker | undefined;
  let number = 0;
  const pending = new Map<number, Pending>();
  function start(): Worker {
    const started = new Worker(new URL('./order-worker.ts', import.meta.url), { workerData: { path } });
    started.unref();
    started.on('message', (answer: OrderAnswer) => {
      const asked = pending.get(answer.number);
      pending.delete(answer.number);
      if ('seqs' in answer) asked?.resolve(answer.seqs);
      else asked?.reject(new Error(answer.failure));
    });
    started.on('error', (error: Error) => {
      worker = undefined;
      for (const asked of pending.values()) asked.reject(error);
      pending.clear();
    });
    return started;
  }
  return {
    order({ filter, sort }: ListRequest): Promise<Uint32Array> {
      worker ??= start();
      number += 1;
      const request: OrderRequest = { number, filter, sort };
      return new Promise((resolve, reject) => {
        pending.set(request.number, { resolve, reject });
        worker?.postMessage(request);
      });
    },
    close: async () => void (await worker?.terminate()),
  };
}
