import { parentPort, workerData } from 'node:worker_threads';
// Every kind of record is known by its name.
import '#core/record-types.ts';
import { asBackupError } from '#core/backup/backup-error.ts';
import { repairDatabase } from '#core/repair/repair-database.ts';
import type { Repaired, RepairRequest } from '#core/repair/repair-database.ts';
import type { BackupFault } from '#shared/backup/contract.ts';

export type RepairWork = Omit<RepairRequest, 'report'>;

export type RepairMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'repaired'; readonly repaired: Repaired }
  | { readonly type: 'failed'; readonly code: BackupFault; readonly place: string; readonly message: string };

const send = (message: RepairMessage) => parentPort?.postMessage(message);
const work = workerData as RepairWork;
try {
  const repaired = await repairDatabase({ ...work, report: (done, total) => send({ type: 'progress', done, total }) });
  send({ type: 'repaired', repaired });
} catch (error) {
  const { code, detail, cause, message } = asBackupError(error, work.dataDirectory);
  send({ type: 'failed', code, place: detail.place, message: cause instanceof Error ? cause.message : message });
}
