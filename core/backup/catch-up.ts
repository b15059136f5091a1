import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { asBackupError, BackupError } from '#core/backup/backup-error.ts';
import { partsOf, readManifest } from '#core/backup/backup-file.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { bytesMissing, copyContents, listContents } from '#core/backup/contents.ts';
import { copyChecked, freeBytes, removeAbandoned, removeGently, writeWhole } from '#core/backup/disk.ts';
import { findOutdated } from '#core/backup/keep-schedule.ts';
import { contentFolders } from '#core/backup/write-backup.ts';

/**
 * Copies a backup to another place, and reads there what was written.
 * @throws {BackupError}
 */
export function copyBackup({ folder: from, name }: Pick<StoredBackup, 'folder' | 'name'>, to: string) {
  try {
    mkdirSync(to, { recursive: true });
    removeAbandoned(to);
    const manifest = readManifest(from, name);
    if (!manifest) throw new BackupError('notWhole', from);
    const [source, target] = [partsOf(from, name), partsOf(to, name)];
    const contents = contentFolders(manifest.contents).map(({ backup }) => ({ from: join(from, backup), to: join(to, backup) }));
    const needed = contents.reduce((sum, folders) => sum + bytesMissing(folders, listContents(folders.from)), manifest.size);
    if (freeBytes(to) < needed) throw new BackupError('noRoom', to);
    for (const folders of contents) copyContents(folders, { files: listContents(folders.from), report: () => undefined });
    if (manifest.office) copyOrThrow({ from: source.office, to: target.office, hash: manifest.office.hash });
    writeWhole(target.manifest, JSON.stringify(manifest, null, 2));
    copyOrThrow({ from: source.database, to: target.database, hash: manifest.hash });
  } catch (error) {
    throw asBackupError(error, to);
  }
}

function copyOrThrow(copy: { readonly from: string; readonly to: string; readonly hash: string }) {
  if (!copyChecked(copy)) throw new BackupError('notWhole', copy.to);
}

/** Removes backups that have had their time. */
export function prune(backups: readonly StoredBackup[], now: number) {
  const byId = new Map(backups.map((backup) => [backup.id, backup]));
  for (const id of findOutdated(backups, now)) {
    const backup = byId.get(id);
    if (!backup) continue;
    const { database, manifest, office } = partsOf(backup.folder, backup.name);
    // The database first: what is left of it then is no backup that anybody could be offered.
    removeGently(database);
    rmSync(manifest, { force: true });
    removeGently(office);
  }
}

/** How long (ms) contents are kept that went from the data: as long as a backup is that has them. */
const contentsKeptFor = 400 * 86_400_000;

interface Pruned {
  readonly dataDirectory: string;
  /** Of the names of the folders with files, see `contentFolders`. */
  readonly ending: string;
  readonly folder: string;
  readonly now: number;
}

/** Removes contents that went from the data so long ago that no backup is left that has them. */
export function pruneContents({ dataDirectory, ending, folder, now }: Pruned) {
  const path = join(folder, 'contents-gone.json');
  const gone = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, number>>) : {};
  const stillGone: Record<string, number> = {};
  for (const { data, backup } of contentFolders(ending)) {
    const here = new Set(listContents(join(dataDirectory, data)));
    for (const file of listContents(join(folder, backup)).filter((each) => !here.has(each))) {
      const key = `${backup}/${file}`;
      const since = gone[key] ?? now;
      if (now - since > contentsKeptFor) rmSync(join(folder, backup, file), { force: true });
      else stillGone[key] = since;
    }
  }
  if (JSON.stringify(stillGone) !== JSON.stringify(gone)) writeWhole(path, JSON.stringify(stillGone));
}
