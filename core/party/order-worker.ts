import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '#core/database/connection.ts';
import { orderQuery } from '#core/party/party-order.ts';
import type { PartyFilter, PartySort } from '#shared/party/contract.ts';

export interface OrderRequest {
  readonly number: number;
  readonly filter: PartyFilter;
  readonly sort: PartySort;
}

/** `seqs` are rowids of parties in order. */
export type OrderAnswer = { readonly number: number } & (
  | { readonly seqs: Uint32Array<ArrayBuffer> }
  | { readonly failure: string }
);

const connection = connect((workerData as { readonly path: string }).path, { readonly: true, busyTimeout: 5000, cacheSize: 16 });

parentPort?.on('message', ({ number, filter, sort }: OrderRequest) => {
  try {
    const { sql, parameters } = orderQuery(filter, sort);
    const seqs = new Uint32Array(connection.readColumn<unknown[], number>(sql).all(...parameters));
    parentPort?.postMessage({ number, seqs } satisfies OrderAnswer, [seqs.buffer]);
  } catch (error) {
    parentPort?.postMessage({ number, failure: String(error) } satisfies OrderAnswer);
  }
});
