import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentStore } from '#office/content/content-store.ts';
import { syncFolder } from '#wire/sync-folder.ts';

/** Files in a folder, for head office on one computer: `ab/cdef...`, and those under way in `coming`. */
export function createFolderStore(folder: string): ContentStore {
  const whole = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2));
  const coming = (hash: string) => join(folder, 'coming', hash);
  const sizeOf = (hash: string) => `${coming(hash)}.size`;
  return {
    async partial(hash) {
      const found = await stat(coming(hash)).catch(() => null);
      if (!found) return null;
      return { received: found.size, total: Number(await readFile(sizeOf(hash), 'utf8')) };
    },
    async append(hash, { offset, total, bytes }) {
      await mkdir(dirname(coming(hash)), { recursive: true });
      if (offset === 0) await writeFile(sizeOf(hash), String(total));
      const file = await open(coming(hash), offset === 0 ? 'w' : 'r+');
      try {
        await file.write(bytes, 0, bytes.length, offset);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    readPartial: (hash) => createReadStream(coming(hash)) as AsyncIterable<Buffer>,
    async complete(hash) {
      await mkdir(dirname(whole(hash)), { recursive: true });
      await rename(coming(hash), whole(hash));
      await syncFolder(dirname(whole(hash)));
      await syncFolder(folder);
      await syncFolder(dirname(folder));
      await rm(sizeOf(hash), { force: true });
    },
    async discard(hash) {
      await rm(coming(hash), { force: true });
      await rm(sizeOf(hash), { force: true });
    },
    async read(hash, { offset, length }) {
      const file = await open(whole(hash), 'r').catch(() => null);
      if (!file) return null;
      try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
  };
}
