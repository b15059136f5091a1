import { lstat, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

export interface StillFile {
  readonly name: string;
  readonly path: string;
  /** Tells one content under this name from another. */
  readonly version: string;
}

export interface FolderWatch {
  /** Files that nobody has written to for a while, the oldest first. Links are no files. */
  look(folder: string): Promise<readonly StillFile[]>;
  /** Whether some are still being written. */
  isExpecting(): boolean;
}

const extensions = new Set(['csv', 'tsv', 'txt', 'json', 'jsonl', 'ndjson', 'eml', 'vcf', 'xlsx', 'xlsm', 'xls', 'ods']);
/** How long (ms) a file has to stand still: longer than a program pauses between two pieces it writes. */
const stillFor = 1500;
/** Some programs make a file long before they write it. */
const stillForEmpty = 30_000;
const mostAtOnce = 500;

/** @param now milliseconds that only go on, not the wall clock, which may be put back */
export function watchFolder(now: () => number): FolderWatch {
  let seen = new Map<string, { readonly version: string; readonly since: number }>();
  let isExpecting = false;
  return {
    isExpecting: () => isExpecting,
    async look(folder) {
      const at = now();
      const present: typeof seen = new Map();
      const still: (StillFile & { readonly modifiedAt: number })[] = [];
      for (const name of (await readdir(folder)).filter(isRequestFile)) {
        const path = join(folder, name);
        const info = await lstat(path).catch(() => undefined);
        if (!info?.isFile()) continue;
        const version = `${info.size} ${info.mtimeMs}`;
        const before = seen.get(name);
        const since = before?.version === version ? before.since : at;
        present.set(name, { version, since });
        if (at - since >= (info.size === 0 ? stillForEmpty : stillFor))
          still.push({ name, path, version, modifiedAt: info.mtimeMs });
      }
      seen = present;
      isExpecting = present.size > still.length;
      return still
        .toSorted((one, other) => one.modifiedAt - other.modifiedAt || (one.name < other.name ? -1 : 1))
        .slice(0, mostAtOnce);
    },
  };
}

/** Hidden files, and those that programs keep beside what is open in them, are left alone; so is what can't be requests. */
function isRequestFile(name: string): boolean {
  return !/^[.~]/.test(name) && extensions.has(extname(name).slice(1).toLowerCase());
}
