import { databasePath, DatabaseError } from '#core/database/open-database.ts';
import { putOrderInPlace } from '#core/backup/restore-folder.ts';

/**
 * Finishes bringing back a backup, where that was cut off; to be called before the data is opened.
 * @throws {DatabaseError} when the file system doesn't let it; nothing is lost then
 */
export function finishRestore(dataDirectory: string) {
  try {
    putOrderInPlace(dataDirectory);
  } catch (error) {
    throw new DatabaseError('cannotOpen', databasePath(dataDirectory), error);
  }
}
