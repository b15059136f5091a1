import { Worker } from 'node:worker_threads';
import type { BackupDone, BackupMessage, BackupWork } from '#core/backup/backup-worker.ts';
import type { HeldFiles } from '#core/backup/hold-files.ts';
import { openToCopy } from '#core/backup/write-backup.ts';
import type { JobControl } from '#core/job/jobs.ts';

/**
 * Makes backups, or copies them to places that were away, in a thread of its own.
 * @param options `files` stay open at least until it is done
 */
export function startBackup(
  work: Omit<BackupWork, 'opened'>,
  { files, control }: { readonly files: HeldFiles; readonly control?: Pick<JobControl, 'report'> | undefined },
): { readonly worker: Worker; readonly done: Promise<BackupDone> } {
  const worker = new Worker(new URL('./backup-worker.ts', import.meta.url), {
    workerData: { ...work, opened: openToCopy(files, work) } satisfies BackupWork,
  });
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
