import { Worker } from 'node:worker_threads';
import { endWorker } from '#core/background/end-worker.ts';
import type { ListAnswer, ListQuestion, ListReply, ListRequest, ListWorkerData } from '#core/party/list-worker.ts';

/** A thread with a connection of its own, started when it is first asked something. */
export interface ListThread {
  ask(question: ListQuestion): Promise<ListAnswer>;
  close(): Promise<void>;
}

interface Asked {
  resolve(answer: ListAnswer): void;
  reject(error: Error): void;
}

export function createListThread(data: ListWorkerData): ListThread {
  let worker: Worker | undefined;
  let number = 0;
  const pending = new Map<number, Asked>();
  function start(): Worker {
    const started = new Worker(new URL('./list-worker.ts', import.meta.url), { workerData: data });
    started.unref();
    started.on('message', (reply: ListReply) => {
      const asked = pending.get(reply.number);
      pending.delete(reply.number);
      if ('answer' in reply) asked?.resolve(reply.answer);
      else asked?.reject(new Error(reply.failure));
    });
    started.on('error', (error: Error) => {
      worker = undefined;
      for (const asked of pending.values()) asked.reject(error);
      pending.clear();
    });
    return started;
  }
  return {
    ask(question) {
      worker ??= start();
      number += 1;
      const request: ListRequest = { number, question };
      return new Promise((resolve, reject) => {
        pending.set(request.number, { resolve, reject });
        worker?.postMessage(request);
      });
    },
    async close() {
      if (worker) await endWorker(worker, 'close');
    },
  };
}
