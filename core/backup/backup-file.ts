import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
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
  const { manifest } = partsOf(folder, name);
  return existsSync(manifest) ? parseManifest(readFileSync(manifest, 'utf8')) : null;
}

function parseManifest(text: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export interface StoredBackup extends Backup {
  readonly folder: string;
  readonly name: string;
}

/** Backups in a place, the newest first: those of this data, and those of other computers that share it. A sleeping disk takes its time. */
export async function listPlace(place: Place, shop: string): Promise<readonly StoredBackup[]> {
  const folders = (await namesIn(place.path)).filter(isShopFolder);
  const lists = await Promise.all(
    folders.map(async (of) =>
      (await listFolder(join(place.path, of))).map((backup) => ({
        ...backup,
        id: `${place.id}~${of}~${backup.name}`,
        placeId: place.id,
        isOwn: of === shop,
      })),
    ),
  );
  return newestFirst(lists.flat());
}

/** Backups in all places that are there, the newest first. */
export async function listBackups({ all, shop }: Places): Promise<readonly StoredBackup[]> {
  return newestFirst((await Promise.all(all.map((place) => listPlace(place, shop)))).flat());
}

/** Names of backups in a folder that aren't encrypted. */
export async function plainBackups(folder: string): Promise<readonly string[]> {
  return (await listFolder(folder)).filter(({ isEncrypted }) => !isEncrypted).map(({ name }) => name);
}

/** Whether a folder's name is that of the backups of some data. */
export function isShopFolder(name: string): boolean {
  return /^cartera-[0-9a-f]{8}$/.test(name);
}

export function newestFirst(backups: readonly StoredBackup[]): readonly StoredBackup[] {
  return backups.toSorted((one, other) => other.at - one.at);
}

/** Backups in one folder, in no order. */
export async function listFolder(folder: string): Promise<readonly Omit<StoredBackup, 'id' | 'placeId' | 'isOwn'>[]> {
  const files = (await namesIn(folder)).filter((file) => /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.[a-zA-Z]+(\.\d+)?\.db$/.test(file));
  const found = await Promise.all(files.map((file) => readOne(folder, file.slice(0, -'.db'.length))));
  return found.filter((backup) => backup !== null);
}

async function readOne(folder: string, name: string) {
  const parts = partsOf(folder, name);
  try {
    const manifest = parseManifest(await readFile(parts.manifest, 'utf8'));
    // Half a file of a disk that was pulled out isn't a backup, whatever stands beside it.
    if (!manifest || (await stat(parts.database)).size !== manifest.size) return null;
    const { hash: _hash, office: _office, keys: _keys, contents: _contents, ...summary } = manifest;
    return { ...summary, folder, name, path: parts.database };
  } catch {
    return null;
  }
}

/** What is in a folder; nothing where there is none. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}
