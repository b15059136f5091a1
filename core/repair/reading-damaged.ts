import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '#core/database/connection.ts';
import type { Connection, DatabaseFile } from '#core/database/connection.ts';
import { migrate } from '#core/database/migrate.ts';
import { copyDamaged } from '#core/repair/copy-damaged.ts';
import { localMigrations } from '#migrations/local/index.ts';

/** Makes of an empty file a database that has everything but records. */
export function makeSound(sound: Connection) {
  const outcome = migrate(sound, localMigrations);
  if (outcome.type === 'failed') throw outcome.error;
  sound.pragma('wal_checkpoint(TRUNCATE)');
}

interface Reading {
  readonly damaged: DatabaseFile;
  /** A folder for the copy that is read. */
  readonly folder: string;
  /** A whole database, to tell what can't be read. */
  readonly sound: Connection;
}

/** Reads a copy of a damaged database, with its log, as far as it can be read. */
export function readingDamaged<Result>({ damaged, folder, sound }: Reading, read: (connection: Connection) => Result): Result {
  const work = join(folder, 'work');
  const copy = copyDamaged(damaged, work, sound.file.path);
  try {
    const connection = connect(copy, { readonly: true, isDamaged: true });
    try {
      return read(connection);
    } finally {
      connection.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Bytes that a copy takes. */
export function sizeOfDamaged({ path }: DatabaseFile): number {
  return ['', '-wal'].reduce((sum, ending) => sum + (statSync(path + ending, { throwIfNoEntry: false })?.size ?? 0), 0);
}
