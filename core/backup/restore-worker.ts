import { parentPort, workerData } from 'node:worker_threads';
import { asBackupError } from '#core/backup/backup-error.ts';
import type { RestoreOrder } from '#core/backup/restore-folder.ts';
import { stageRestore } from '#core/backup/stage-restore.ts';
import type { RestoreRequest } from '#core/backup/stage-restore.ts';
import type { BackupFault } from '#shared/backup/contract.ts';

export type RestoreWork = Omit<RestoreRequest, 'report'>;

export type RestoreMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'staged'; readonly order: RestoreOrder }
  | { readonly type: 'failed'; readonly code: BackupFault; readonly place: string; readonly message: string };

const send = (message: RestoreMessage) => parentPort?.postMessage(message);
const work = workerData as RestoreWork;
try {
  const order = stageRestore({ ...work, report: (done, total) => send({ type: 'progress', done, total }) });
  send({ type: 'staged', order });
} catch (error) {
  const { code, detail, cause } = asBackupError(error, work.folder);
  send({ type: 'failed', code, place: detail.place, message: cause instanceof Error ? cause.message : '' });
}
