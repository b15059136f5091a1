import { Worker } from 'node:worker_threads';
import { BackupError } from '#core/backup/backup-error.ts';
import { orderRestore, putOrderInPlace } from '#core/backup/restore-folder.ts';
import type { Repaired } from '#core/repair/repair-database.ts';
import type { RepairMessage, RepairWork } from '#core/repair/repair-worker.ts';
import type { RepairReport } from '#shared/backup/rescue-contract.ts';

export interface Repairing extends RepairWork {
  report(progress: { readonly done: number; readonly total: number | null }): void;
}

/**
 * Puts a new database of all that can be read in the place of a damaged one, which is set aside. Only while nobody has the data open.
 * @throws {BackupError}; then nothing was changed
 */
export async function repairData({ report, ...work }: Repairing): Promise<RepairReport> {
  const repaired = await inThread(work, report);
  orderRestore(work.dataDirectory, repaired.order);
  putOrderInPlace(work.dataDirectory);
  return repaired.report;
}

/** Reading a large file takes minutes, in which the page asks how far it is. */
function inThread(work: RepairWork, report: Repairing['report']): Promise<Repaired> {
  const worker = new Worker(new URL('./repair-worker.ts', import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    worker.on('message', (message: RepairMessage) => {
      if (message.type === 'progress') report(message);
      else if (message.type === 'repaired') resolve(message.repaired);
      else reject(new BackupError(message.code, message.place, message.message));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that repairs ended without an answer')));
  });
}
