import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '#core/file/file-store.ts';
import { SealedFileError } from '#wire/sealed-file.ts';
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

export function comingFiles({ directory, pathOf, disk }: Pick<FileStore, 'directory' | 'pathOf' | 'disk'>): ComingFiles {
  const partOf = (hash: string) => `${pathOf(hash)}${ending}`;
  async function names(): Promise<readonly string[]> {
    const folders = await readdir(directory).catch(() => []);
    const lists = await Promise.all(folders.map((folder) => readdir(join(directory, folder)).catch(() => [])));
    return lists.flat();
  }
  return {
    whole: async () => new Set((await names()).filter((name) => /^[0-9a-f]{64}$/.test(name))),
    async sizeOf(hash) {
      try {
        const size = await disk.sizeOf(pathOf(hash));
        return size !== null && (await hashOf(disk.readAll(pathOf(hash)))) === hash ? size : null;
      } catch (error) {
        if (error instanceof SealedFileError) return null;
        throw error;
      }
    },
    read: (hash, offset, length) => disk.read(pathOf(hash), { offset, length }),
    received: (hash) => disk.parts.lengthOf(partOf(hash)),
    async append(hash, bytes) {
      await mkdir(dirname(partOf(hash)), { recursive: true });
      await disk.parts.append(partOf(hash), bytes);
    },
    async complete(hash) {
      if ((await hashOf(disk.parts.readAll(partOf(hash))).catch(orBroken)) !== hash) {
        await rm(partOf(hash), { force: true });
        return false;
      }
      await disk.parts.complete(partOf(hash), pathOf(hash));
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

async function hashOf(content: AsyncIterable<Buffer>): Promise<string> {
  const sum = createHash('sha256');
  for await (const piece of content) sum.update(piece);
  return sum.digest('hex');
}

/** What is sealed and doesn't open isn't what its name says. */
function orBroken(error: unknown): null {
  if (error instanceof SealedFileError) return null;
  throw error;
}
