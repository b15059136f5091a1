import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '#core/database/connection.ts';
import type { DatabaseFile } from '#core/database/connection.ts';
import { orderQuery } from '#core/party/party-order.ts';
import type { OrderRequest } from '#core/party/party-order.ts';
import { wordsInUse } from '#core/party/words.ts';
import type { WordsInUse } from '#core/party/words.ts';

/** What takes too long, over a million parties, to be worked out where calls are answered. */
export type ListQuestion = ({ readonly type: 'order' } & OrderRequest) | { readonly type: 'words' };

export interface ListRequest {
  readonly number: number;
  readonly question: ListQuestion;
}

/** An order is the rowids of parties. */
export type ListAnswer = Uint32Array<ArrayBuffer> | WordsInUse;

export type ListReply = { readonly number: number } & ({ readonly answer: ListAnswer } | { readonly failure: string });

export interface ListWorkerData {
  readonly file: DatabaseFile;
  /** What makes the connection see no more than somebody may. */
  readonly views: readonly string[];
}

const { file, views } = workerData as ListWorkerData;
const connection = connect(file, { readonly: true, busyTimeout: 5000, cacheSize: 16, views });

function answer(question: ListQuestion): ListAnswer {
  if (question.type === 'words') return wordsInUse(connection);
  const { sql, parameters } = orderQuery(question);
  return new Uint32Array(connection.readColumn<unknown[], number>(sql).all(...parameters));
}

parentPort?.on('message', (request: ListRequest | 'close') => {
  if (request === 'close') {
    connection.close();
    parentPort?.close();
    return;
  }
  const { number, question } = request;
  try {
    const found = answer(question);
    const reply: ListReply = { number, answer: found };
    parentPort?.postMessage(reply, found instanceof Uint32Array ? [found.buffer] : []);
  } catch (error) {
    parentPort?.postMessage({ number, failure: String(error) } satisfies ListReply);
  }
});
