import { listBackups, partsOf } from '#core/backup/backup-file.ts';
import { carryLogins } from '#core/backup/carry-logins.ts';
import { readPlaces } from '#core/backup/places.ts';
import { connect } from '#core/database/connection.ts';
import type { Connection } from '#core/database/connection.ts';
import { isProtected } from '#core/session/logins.ts';

/**
 * Where the passwords were among what couldn't be read, those of the last backup hold again: damage to a disk must not open a shop
 * to everybody.
 */
export async function bringLogins(
  sound: Connection,
  { dataDirectory, key }: { readonly dataDirectory: string; readonly key: string | null },
) {
  if (isProtected(sound)) return;
  for (const { folder, name, isOwn } of await listBackups(readPlaces(dataDirectory))) {
    if (isOwn && carryFrom({ path: partsOf(folder, name).database, key }, sound)) return;
  }
}

/** @returns false when that one can't be read */
function carryFrom(file: { readonly path: string; readonly key: string | null }, sound: Connection): boolean {
  let backup: Connection | undefined;
  try {
    const opened = (backup = connect(file, { readonly: true, cacheSize: 4 }));
    sound.transaction((tx) => carryLogins(tx, opened));
    return true;
  } catch {
    return false;
  } finally {
    backup?.close();
  }
}
