import { Worker } from 'node:worker_threads';
import type { BackupDone, BackupMessage, BackupWork } from '#core/backup/backup-worker.ts';
import type { JobControl } from '#core/job/jobs.ts';

/** Makes backups, or copies them to places that were away, in a thread of its own. */
export function startBackup(
  work: BackupWork,
  control?: Pick<JobControl, 'report'>,
): { readonly worker: Worker; readonly done: Promise<BackupDone> } {
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), { workerData: work });
  const done = new Promise<BackupDone>((resolve, reject) => {
    worker.on('message', (message: BackupMessage) => {
      if (message.type === 'done') resolve(message);
      else control?.report({ done: message.done, total: message.total });
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the backup thread ended without an answer')));
  });
  return { worker, done };
}
