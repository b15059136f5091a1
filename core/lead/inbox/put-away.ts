import { lstat, mkdir, rename, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';

/**
 * Moves a file into a folder beside it, under a name that is free there. One that is gone was moved by another program.
 * @returns its new path, or undefined when it was gone
 */
export async function putAway(path: string, folderName: string): Promise<string | undefined> {
  const { dir, base } = parse(path);
  const folder = join(dir, folderName);
  await mkdir(folder, { recursive: true });
  if (!(await lstat(folder)).isDirectory()) throw new Error(`${folder} is no folder`);
  const target = await freePath(folder, base);
  try {
    await rename(path, target);
    return target;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes beside a file what is to be said of it. */
export async function writeBeside(path: string, text: string): Promise<void> {
  await writeFile(await freePath(parse(path).dir, `${parse(path).base}.txt`), `${text}\n`);
}

async function freePath(folder: string, base: string): Promise<string> {
  const { name, ext } = parse(base);
  for (let count = 1; ; count++) {
    const path = join(folder, count === 1 ? base : `${name} (${count})${ext}`);
    if (await isFree(path)) return path;
  }
}

async function isFree(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    () => true,
  );
}
