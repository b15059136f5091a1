import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentStore } from '#office/content/content-store.ts';
import { createDiskFiles } from '#wire/disk-files.ts';
import { syncFolder } from '#wire/sync-folder.ts';

/**
 * Files in a folder, for head office on one computer: `ab/cdef...`, and those under way in `coming`.
 * @param key what they are encrypted with: 64 hexadecimal digits; null where they aren't
 */
export function createFolderStore(folder: string, key: string | null = null): ContentStore {
  const files = createDiskFiles(key);
  const whole = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2));
  const coming = (hash: string) => join(folder, 'coming', hash);
  const sizeOf = (hash: string) => `${coming(hash)}.size`;
  return {
    async partial(hash) {
      if (!(await stat(coming(hash)).catch(() => null))) return null;
      return { received: await files.parts.lengthOf(coming(hash)), total: Number(await readFile(sizeOf(hash), 'utf8')) };
    },
    async append(hash, { offset, total, bytes }) {
      await mkdir(dirname(coming(hash)), { recursive: true });
      if (offset === 0) {
        await rm(coming(hash), { force: true });
        await writeFile(sizeOf(hash), String(total));
      }
      await files.parts.append(coming(hash), bytes);
    },
    readPartial: (hash) => files.parts.readAll(coming(hash)),
    async complete(hash) {
      await mkdir(dirname(whole(hash)), { recursive: true });
      await files.parts.complete(coming(hash), whole(hash));
      for (const named of [dirname(whole(hash)), folder, dirname(folder)]) await syncFolder(named);
      await rm(sizeOf(hash), { force: true });
    },
    async discard(hash) {
      await rm(coming(hash), { force: true });
      await rm(sizeOf(hash), { force: true });
    },
    async remove(hash) {
      for (const path of [whole(hash), coming(hash), sizeOf(hash)]) await rm(path, { force: true });
    },
    async read(hash, range) {
      if (!(await stat(whole(hash)).catch(() => null))) return null;
      return files.read(whole(hash), range);
    },
  };
}
