import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databasePath, openDatabase } from '#core/database/open-database.ts';
import { openOfficeStore } from '#office/store/open-office-store.ts';

/** A folder for what a run writes: in memory where there is some, for a run waits for nothing but the disk. */
export function makeRoom(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'cartera-simulator-'));
}

/** Databases with all migrations done, to be copied: migrating each would take longer than the rest of a seed. */
export interface Templates {
  readonly room: string;
  /** Makes a data folder with a database in which nobody has worked. */
  copyTo(directory: string): void;
  officeTo(directory: string): void;
  remove(): void;
}

export async function makeTemplates(): Promise<Templates> {
  const room = makeRoom();
  const [copy, office] = [join(room, 'copy'), join(room, 'office')];
  const connection = openDatabase(copy);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  await (await openOfficeStore({ data: office })).close();
  return {
    room,
    copyTo(directory) {
      mkdirSync(directory, { recursive: true });
      copyFileSync(databasePath(copy), databasePath(directory));
    },
    officeTo(directory) {
      mkdirSync(directory, { recursive: true });
      copyFileSync(join(office, 'office.db'), join(directory, 'office.db'));
    },
    remove: () => rmSync(room, { recursive: true, force: true }),
  };
}
