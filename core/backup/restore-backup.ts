import { existsSync } from 'node:fs';
import { startBackup } from '#core/backup/backup-thread.ts';
import { holdFiles } from '#core/backup/hold-files.ts';
import { readPlaces } from '#core/backup/places.ts';
import { orderRestore, putOrderInPlace } from '#core/backup/restore-folder.ts';
import type { RestoreOrder } from '#core/backup/restore-folder.ts';
import type { RestoreWork } from '#core/backup/restore-worker.ts';
import { workInThread } from '#core/backup/work-in-thread.ts';
import type { ReportWork } from '#core/backup/work-in-thread.ts';
import { databaseFile } from '#core/database/open-database.ts';

export interface Restoring extends Omit<RestoreWork, 'isBackedUp'> {
  readonly report: ReportWork;
}

const restoreScript = new URL('./restore-worker.ts', import.meta.url);

/**
 * Puts a backup in the place of the data, which is backed up and then set aside: nothing is written over. Only while nobody has
 * the data open. Cut off at any moment, either nothing was changed, or it is finished when the data is opened next.
 * @throws {BackupError}; then nothing was changed
 */
export async function restoreBackup({ report, ...work }: Restoring): Promise<void> {
  const isBackedUp = await backUpPresent(work);
  const staging: RestoreWork = { ...work, isBackedUp };
  const order = await workInThread<RestoreWork, RestoreOrder>(restoreScript, staging, report);
  orderRestore(work.dataDirectory, order);
  putOrderInPlace(work.dataDirectory);
}

/** Data that is damaged, or has no room for a copy, is set aside only. */
async function backUpPresent({
  dataDirectory,
  keyHere,
  at,
}: Pick<Restoring, 'dataDirectory' | 'keyHere' | 'at'>): Promise<boolean> {
  if (keyHere === undefined) return false;
  const database = databaseFile(dataDirectory, keyHere);
  if (!existsSync(database.path)) return true;
  const places = readPlaces(dataDirectory);
  const files = holdFiles();
  try {
    const { isMade } = await startBackup({ database, dataDirectory, places, reason: 'beforeRestore', at }, { files }).done;
    return isMade;
  } finally {
    files.close();
  }
}
