import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Puts a file that was handed over where it can be read in parts, for as long as the work takes. */
export async function withHandedFile<Result>(file: File, work: (path: string) => Promise<Result>): Promise<Result> {
  return inFolder(async (folder) => {
    const path = join(folder, 'file');
    await writeFile(path, new Uint8Array(await file.arrayBuffer()));
    return work(path);
  });
}

/** Has a file written and hands it over; null when it wasn't written. */
export async function asHandedFile(name: string, write: (path: string) => Promise<boolean>): Promise<File | null> {
  return inFolder(async (folder) => {
    const path = join(folder, 'file');
    if (!(await write(path))) return null;
    return new File([new Uint8Array(await readFile(path))], name, { type: 'application/octet-stream' });
  });
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'cartera-sync-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
