import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeGently } from '#core/backup/disk.ts';

interface SetAside {
  readonly folder: string;
  /** When, UTC milliseconds. */
  readonly at: number;
  /** Whether a backup has all of it. */
  readonly isBackedUp: boolean;
  /** Whether it can be read without a key, as far as that can be told. */
  readonly isPlain: boolean;
}

/** What backups that were brought back took the place of. */
export function listSetAside(dataDirectory: string): readonly SetAside[] {
  const root = join(dataDirectory, 'set-aside');
  return namesIn(root).flatMap((name) => {
    const folder = join(root, name);
    const path = join(folder, 'set-aside.json');
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info) return [];
    const { isBackedUp, isPlain } = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, unknown>>;
    return [{ folder, at: info.mtimeMs, isBackedUp: isBackedUp === true, isPlain: isPlain !== false }];
  });
}

/** For so long (ms) is kept what a restored backup took the place of, where a backup has all of it as well. */
const keptFor = 14 * 86_400_000;

/**
 * Removes what had its time. It blocks, for as long as a disk needs to take back a large file bit by bit.
 * @param now UTC milliseconds
 */
export function pruneSetAside(dataDirectory: string, now: number) {
  for (const { folder, at, isBackedUp } of listSetAside(dataDirectory)) {
    if (!isBackedUp || now - at <= keptFor) continue;
    removeGently(join(folder, 'cartera.db'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Removes what was set aside and can be read without a key. @returns how many times something was */
export function removePlainSetAside(dataDirectory: string): number {
  const plain = listSetAside(dataDirectory).filter(({ isPlain }) => isPlain);
  for (const { folder } of plain) rmSync(folder, { recursive: true, force: true });
  return plain.length;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
