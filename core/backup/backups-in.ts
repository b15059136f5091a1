import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { isShopFolder, listBackups, listFolder, namesIn, newestFirst } from '#core/backup/backup-file.ts';
import type { StoredBackup } from '#core/backup/backup-file.ts';
import { readPlaces } from '#core/backup/places.ts';

export type BackupsIn =
  | { readonly type: 'found'; readonly backups: readonly StoredBackup[] }
  | { readonly type: 'refused'; readonly code: 'notAbsolute' | 'notThere' };

/** Folders within a folder that are looked into; a stick full of photographs isn't searched to its end. */
const mostFolders = 200;

/**
 * Backups in a folder that somebody names, whichever data they are of: the folder that they were made to, one that it lies in, the
 * one that a shop's lie in, or one of the files.
 */
export async function backupsIn(dataDirectory: string, typed: string): Promise<BackupsIn> {
  // Windows copies a path with quotes around it.
  const path = typed.trim().replace(/^"(.*)"$/, '$1');
  if (path !== resolve(path) && path !== `${resolve(path)}${sep}`) return { type: 'refused', code: 'notAbsolute' };
  const info = await stat(path).catch(() => null);
  if (!info) return { type: 'refused', code: 'notThere' };
  const folder = info.isDirectory() ? resolve(path) : dirname(resolve(path));
  const { shop } = readPlaces(dataDirectory);
  const lists = await Promise.all((await foldersIn(folder)).map(async (each) => ({ each, found: await listFolder(each) })));
  const backups = lists.flatMap(({ each, found }) =>
    found.map((backup) => ({ ...backup, id: backup.path, placeId: folder, isOwn: basename(each) === shop })),
  );
  const wanted = info.isDirectory() ? backups : backups.filter((backup) => backup.path === resolve(path));
  return { type: 'found', backups: newestFirst(wanted) };
}

/** One of the places' backups, or one of a folder that somebody named. */
export async function findBackup(
  dataDirectory: string,
  { id, folder }: { readonly id: string; readonly folder: string | null },
): Promise<StoredBackup | undefined> {
  if (folder === null) return (await listBackups(readPlaces(dataDirectory))).find((backup) => backup.id === id);
  const there = await backupsIn(dataDirectory, folder);
  return there.type === 'found' ? there.backups.find((backup) => backup.id === id) : undefined;
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const names = (await namesIn(folder)).slice(0, mostFolders);
  const within = await Promise.all(
    names.filter((name) => !isShopFolder(name)).map(async (name) => shopFoldersIn(join(folder, name))),
  );
  return [folder, ...names.filter(isShopFolder).map((name) => join(folder, name)), ...within.flat()];
}

async function shopFoldersIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter(isShopFolder).map((name) => join(folder, name));
}
