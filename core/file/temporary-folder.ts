import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#core/records/new-id.ts';

/**
 * Does work that needs files as they are for a moment, in a folder that is gone afterwards. It lies within the data folder, where what a
 * power cut left is found again, rather than in the system's.
 */
export async function withTemporaryFolder<Result>(
  dataDirectory: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = join(placeOf(dataDirectory), `${process.pid}-${newId()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Deletes what programs left that ended in the middle of their work. */
export async function forgetTemporaryFolders(dataDirectory: string): Promise<void> {
  for (const name of await readdir(placeOf(dataDirectory)).catch(() => []))
    if (!isRunning(Number(name.split('-')[0]))) await rm(join(placeOf(dataDirectory), name), { recursive: true, force: true });
}

function placeOf(dataDirectory: string): string {
  return join(dataDirectory, 'temp');
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's is running, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
