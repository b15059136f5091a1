import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface SetAside {
  readonly folder: string;
  /** When, UTC milliseconds. */
  readonly at: number;
  /** Whether a backup has all of it. */
  readonly isBackedUp: boolean;
}

/** What backups that were brought back took the place of. */
export function listSetAside(dataDirectory: string): readonly SetAside[] {
  const root = join(dataDirectory, 'set-aside');
  return namesIn(root).flatMap((name) => {
    const folder = join(root, name);
    const path = join(folder, 'set-aside.json');
    const info = statSync(path, { throwIfNoEntry: false });
    if (!info) return [];
    const { isBackedUp } = JSON.parse(readFileSync(path, 'utf8')) as { readonly isBackedUp?: unknown };
    return [{ folder, at: info.mtimeMs, isBackedUp: isBackedUp === true }];
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
