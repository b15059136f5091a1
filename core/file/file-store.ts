import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '#core/records/new-id.ts';
import { createDiskFiles } from '#wire/disk-files.ts';
import type { DiskFiles } from '#wire/disk-files.ts';
import { syncFolder } from '#wire/sync-folder.ts';

/** The bytes of attached files, each once, under the SHA-256 of its content. */
export interface FileStore {
  readonly directory: string;
  /** Keeps the bytes safely on disk. @returns their hash, in hex */
  keep(bytes: Uint8Array): Promise<string>;
  has(hash: string): Promise<boolean>;
  /** Where the bytes are, when they are there. @throws when the hash is none */
  pathOf(hash: string): string;
  /** @returns the bytes, or undefined when they aren't there */
  read(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The bytes, in order; fails when they aren't there, or aren't what was written. */
  readAll(hash: string): AsyncIterable<Buffer>;
  /** How files lie on the disk: as they are, or encrypted. */
  readonly disk: DiskFiles;
}

/** @param key what files are encrypted with: 64 hexadecimal digits; null where they aren't */
export function createFileStore(directory: string, key: string | null = null): FileStore {
  const disk = createDiskFiles(key);
  function pathOf(hash: string): string {
    if (!isHash(hash)) throw new Error('not a hash');
    return join(directory, hash.slice(0, 2), hash);
  }
  return {
    directory,
    pathOf,
    has: async (hash) => isHash(hash) && exists(pathOf(hash)),
    async keep(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(hash);
      if (await exists(path)) return hash;
      await mkdir(join(directory, hash.slice(0, 2)), { recursive: true });
      const temporary = `${path}.${newId()}`;
      try {
        await disk.write(temporary, [bytes]);
        await rename(temporary, path);
      } catch (error) {
        // On a full disk, half a file would take the room that is left.
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(dirname(path));
      await syncFolder(directory);
      return hash;
    },
    async read(hash) {
      if (!isHash(hash) || !(await exists(pathOf(hash)))) return undefined;
      const pieces: Buffer[] = [];
      for await (const piece of disk.readAll(pathOf(hash))) pieces.push(piece);
      return new Uint8Array(Buffer.concat(pieces));
    },
    readAll: (hash) => disk.readAll(pathOf(hash)),
    disk,
  };
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
