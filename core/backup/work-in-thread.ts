import { parentPort, Worker, workerData } from 'node:worker_threads';
import { asBackupError, BackupError } from '#core/backup/backup-error.ts';
import type { BackupFault } from '#shared/backup/contract.ts';

// Work on whole databases that takes minutes: in a thread of its own, so that a page can ask how far it is.

type Answer<Result> =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'failed'; readonly code: BackupFault; readonly place: string; readonly message: string };

export type ReportWork = (progress: { readonly done: number; readonly total: number | null }) => void;

/**
 * Has a script that calls `answerWork` do its work.
 * @throws {BackupError}
 */
export function workInThread<Work, Result>(script: URL, work: Work, report: ReportWork): Promise<Result> {
  const worker = new Worker(script, { workerData: work });
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: Answer<Result>) => {
      if (answer.type === 'progress') report({ done: answer.done, total: answer.total });
      else if (answer.type === 'done') resolve(answer.result);
      else reject(new BackupError(answer.code, answer.place, answer.message));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`${script.pathname} ended without an answer`)));
  });
}

/**
 * Does what `workInThread` asked for; to be called at the top of its script.
 * @param placeOf the folder that is told where nothing more is known of a fault
 */
export async function answerWork<Work, Result>(
  perform: (work: Work, report: (done: number, total: number) => void) => Result | Promise<Result>,
  placeOf: (work: Work) => string,
) {
  const work = workerData as Work;
  const send = (answer: Answer<Result>) => parentPort?.postMessage(answer);
  try {
    send({ type: 'done', result: await perform(work, (done, total) => send({ type: 'progress', done, total })) });
  } catch (error) {
    const { code, detail, cause, message } = asBackupError(error, placeOf(work));
    send({ type: 'failed', code, place: detail.place, message: cause instanceof Error ? cause.message : message });
  }
}
