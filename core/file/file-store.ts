import { createHash } from 'node:crypto';
import { open, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '#core/records/new-id.ts';
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
}

export function createFileStore(directory: string): FileStore {
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
      const file = await open(temporary, 'w');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
      await syncFolder(dirname(path));
      await syncFolder(directory);
      return hash;
    },
    async read(hash) {
      if (!isHash(hash) || !(await exists(pathOf(hash)))) return undefined;
      return new Uint8Array(await readFile(pathOf(hash)));
    },
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
