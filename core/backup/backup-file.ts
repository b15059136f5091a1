import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Place, Places } from '#core/backup/places.ts';
import { backupSummarySchema } from '#shared/backup/contract.ts';
import type { Backup, BackupReason } from '#shared/backup/contract.ts';

/** What lies beside a backup's database: what it says of itself, and what opens it. */
const manifestSchema = backupSummarySchema.extend({
  /** SHA-256 of the database, in hex. */
  hash: z.string(),
  /** Of head office's data, where this computer was head office too. */
  office: z.object({ hash: z.string() }).nullable(),
  /** The end of the names of the folders with its files: what was encrypted with another key lies in others. */
  contents: z.string().regex(/^(?:-[0-9a-f]{8})?$/),
  /** The file that its key is kept in, as it was then. */
  keys: z.string().nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The name of a backup, without its ending: when it was made (UTC), and why. */
export function backupName(at: number, reason: BackupReason): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}.${reason}`;
}

/** Where the parts of a backup lie. */
export function partsOf(folder: string, name: string) {
  return {
    database: join(folder, `${name}.db`),
    manifest: join(folder, `${name}.json`),
    office: join(folder, `${name}.office.db`),
  };
}

/** What is told beside a backup; null when that isn't there or can't be read. */
export function readManifest(folder: string, name: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(partsOf(folder, name).manifest, 'utf8')));
  } catch {
    return null;
  }
}

export interface StoredBackup extends Backup {
  readonly folder: string;
  readonly name: string;
}

/** Backups in a place, the newest first: those of this data, and those of other computers that share it. */
export function listPlace(place: Place, shop: string): readonly StoredBackup[] {
  const folders = namesIn(place.path).filter((name) => /^cartera-[0-9a-f]{8}$/.test(name));
  return folders
    .flatMap((folder) => listFolder(join(place.path, folder)).map((backup) => ({ ...backup, shop: folder })))
    .map(({ shop: of, ...backup }) => ({
      ...backup,
      id: `${place.id}~${of}~${backup.name}`,
      placeId: place.id,
      isOwn: of === shop,
    }))
    .toSorted((one, other) => other.at - one.at);
}

/** Backups in all places that are there, the newest first. */
export function listBackups({ all, shop }: Places): readonly StoredBackup[] {
  return all.flatMap((place) => listPlace(place, shop)).toSorted((one, other) => other.at - one.at);
}

function listFolder(folder: string): readonly Omit<StoredBackup, 'id' | 'placeId' | 'isOwn'>[] {
  return namesIn(folder)
    .filter((file) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.[a-zA-Z]+(\.\d+)?\.db$/.test(file))
    .flatMap((file) => {
      const name = file.slice(0, -'.db'.length);
      const manifest = readManifest(folder, name);
      const path = partsOf(folder, name).database;
      // Half a file of a disk that was pulled out isn't a backup, whatever stands beside it.
      if (!manifest || statSync(path, { throwIfNoEntry: false })?.size !== manifest.size) return [];
      const { hash: _hash, office: _office, keys: _keys, contents: _contents, ...summary } = manifest;
      return [{ ...summary, folder, name, path }];
    });
}

/** Names of backups in a folder that aren't encrypted. */
export function plainBackups(folder: string): readonly string[] {
  return listFolder(folder)
    .filter(({ isEncrypted }) => !isEncrypted)
    .map(({ name }) => name);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
