import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '#core/file/file-store.ts';
import { syncFolder } from '#wire/sync-folder.ts';

const ending = '.part';

/** Files of the store piece by piece: they are read to be sent, and grow beside their place until they are whole. */
export interface ComingFiles {
  /** Hashes of all that are whole. */
  whole(): Promise<ReadonlySet<string>>;
  /** Bytes of a whole file; null when it isn't here, or isn't what its name says. */
  sizeOf(hash: string): Promise<number | null>;
  read(hash: string, offset: number, length: number): Promise<Buffer>;
  /** Bytes that have come of one that isn't whole. */
  received(hash: string): Promise<number>;
  append(hash: string, bytes: Uint8Array): Promise<void>;
  /** Makes one whole whose bytes have all come. @returns false when they aren't what its name says: they are thrown away */
  complete(hash: string): Promise<boolean>;
  /** Throws away what came of files that aren't wanted any more. */
  discardBut(wanted: ReadonlySet<string>): Promise<void>;
}

export function comingFiles({ directory, pathOf }: Pick<FileStore, 'directory' | 'pathOf'>): ComingFiles {
  const partOf = (hash: string) => `${pathOf(hash)}${ending}`;
  async function names(): Promise<readonly string[]> {
    const folders = await readdir(directory).catch(() => []);
    const lists = await Promise.all(folders.map((folder) => readdir(join(directory, folder)).catch(() => [])));
    return lists.flat();
  }
  return {
    whole: async () => new Set((await names()).filter((name) => /^[0-9a-f]{64}$/.test(name))),
    async sizeOf(hash) {
      const info = await stat(pathOf(hash)).catch(() => null);
      return info && (await hashOf(pathOf(hash))) === hash ? info.size : null;
    },
    async read(hash, offset, length) {
      const file = await open(pathOf(hash));
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    received: async (hash) => (await stat(partOf(hash)).catch(() => null))?.size ?? 0,
    async append(hash, bytes) {
      await mkdir(dirname(partOf(hash)), { recursive: true });
      const file = await open(partOf(hash), 'a');
      try {
        await file.writeFile(bytes);
      } finally {
        await file.close();
      }
    },
    async complete(hash) {
      if ((await hashOf(partOf(hash))) !== hash) {
        await rm(partOf(hash), { force: true });
        return false;
      }
      await flush(partOf(hash));
      await rename(partOf(hash), pathOf(hash));
      await syncFolder(dirname(pathOf(hash)));
      await syncFolder(directory);
      return true;
    },
    async discardBut(wanted) {
      for (const name of await names()) {
        const hash = name.slice(0, -ending.length);
        if (name.endsWith(ending) && !wanted.has(hash)) await rm(partOf(hash), { force: true });
      }
    },
  };
}

async function hashOf(path: string): Promise<string> {
  const sum = createHash('sha256');
  for await (const piece of createReadStream(path)) sum.update(piece as Buffer);
  return sum.digest('hex');
}

/** Onto the disk: what a power cut takes after the file got its name would be missed by nobody. */
async function flush(path: string) {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
