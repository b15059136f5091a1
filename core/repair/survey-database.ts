import { join } from 'node:path';
import { BackupError } from '#core/backup/backup-error.ts';
import { freeBytes } from '#core/backup/disk.ts';
import { connect } from '#core/database/connection.ts';
import { databaseFile } from '#core/database/open-database.ts';
import { withTemporaryFolder } from '#core/file/temporary-folder.ts';
import { makeSound, readingDamaged, sizeOfDamaged } from '#core/repair/reading-damaged.ts';
import { survey } from '#core/repair/salvage.ts';
import type { RepairedTable } from '#shared/backup/rescue-contract.ts';

export interface SurveyRequest {
  readonly dataDirectory: string;
  readonly key: string | null;
  readonly report: (done: number, total: number) => void;
}

/**
 * Counts what a repair could save. It reads a copy, so that not even a log is brought into the damaged file.
 * @throws {BackupError} where there is no room for a copy
 */
export function surveyDatabase({ dataDirectory, key, report }: SurveyRequest): Promise<readonly RepairedTable[]> {
  const damaged = databaseFile(dataDirectory, key);
  return withTemporaryFolder(dataDirectory, (folder) => {
    if (freeBytes(folder) < sizeOfDamaged(damaged)) throw new BackupError('noRoom', dataDirectory);
    const sound = connect({ path: join(folder, 'sound.db'), key });
    try {
      makeSound(sound);
      return Promise.resolve(readingDamaged({ damaged, folder, sound }, (connection) => survey(connection, sound, report)));
    } finally {
      sound.close();
    }
  });
}
