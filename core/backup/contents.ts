import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { copyChecked } from '#core/backup/disk.ts';

// The bytes of attached files lie once in each place, under their hash, for all its backups.

export interface CopiedContents {
  readonly copied: number;
  /** Those that aren't here, or aren't what their name says. */
  readonly missing: number;
}

export interface Folders {
  readonly from: string;
  readonly to: string;
}

/** Copies what the other folder hasn't got of these files. A damaged one never takes the place of a good one. */
export function copyContents(
  { from, to }: Folders,
  { files, report }: { readonly files: readonly string[]; readonly report: (done: number, total: number) => void },
): CopiedContents {
  let [copied, missing] = [0, 0];
  for (const [index, file] of files.entries()) {
    const [source, target] = [join(from, file), join(to, file)];
    report(index, files.length);
    if (existsSync(target) && sizeOf(target) === sizeOf(source)) continue;
    if (!existsSync(source)) {
      if (!existsSync(target)) missing += 1;
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    if (copyChecked({ from: source, to: target, hash: null })) copied += 1;
    else missing += 1;
  }
  return { copied, missing };
}

/** Every file of a folder that has the name of a hash, as a path within it: "ab/abcdef...". */
export function listContents(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{62,64}$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => /^[0-9a-f]{2}[/\\]/.test(path));
}

/** Bytes that copying would take. */
export function bytesMissing({ from, to }: Folders, files: readonly string[]): number {
  return files.filter((file) => !existsSync(join(to, file))).reduce((sum, file) => sum + sizeOf(join(from, file)), 0);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
