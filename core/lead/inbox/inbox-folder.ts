import { isAbsolute, join, relative, resolve } from 'node:path';
import type { ReadDb } from '#core/database/connection.ts';
import { readSettings } from '#core/settings/settings.ts';

/** The folder whose files are taken in: the one of the settings, else "inbox" in the data folder. */
export function inboxFolder(db: ReadDb, dataDirectory: string): string {
  const own = join(dataDirectory, 'inbox');
  const { inboxFolder: set } = readSettings(db);
  if (set === '') return own;
  const folder = resolve(dataDirectory, set);
  // Within the data folder only the inbox is for files from outside; the folder itself, or one above, would be searched too.
  const down = relative(folder, resolve(dataDirectory));
  const isAbove = down === '' || (!down.startsWith('..') && !isAbsolute(down));
  return isAbove ? own : folder;
}
