import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listContents } from '#core/backup/contents.ts';
import { createDiskFiles } from '#wire/disk-files.ts';

export interface FilesToCopy {
  readonly from: string;
  readonly to: string;
  readonly keys: { readonly from: string | null; readonly to: string | null };
}

/** Writes every file of a folder of contents into another with another key. What is half there comes again. */
export async function copyFiles({ from, to, keys }: FilesToCopy): Promise<void> {
  const [source, target] = [createDiskFiles(keys.from), createDiskFiles(keys.to)];
  mkdirSync(to, { recursive: true });
  for (const name of listContents(from)) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    await target.write(join(to, name), source.readAll(join(from, name)));
  }
}
