import { createHash } from 'node:crypto';
import { open, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#core/records/new-id.ts';

/** The bytes of attached files, each once, under the SHA-256 of its content. */
export interface FileStore {
  /** Keeps the bytes safely on disk. @returns their hash, in hex */
  keep(bytes: Uint8Array): Promise<string>;
  /** @returns the bytes, or undefined when they aren't there */
  read(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

export function createFileStore(directory: string): FileStore {
  const pathOf = (hash: string) => join(directory, hash.slice(0, 2), hash);
  return {
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
      return hash;
    },
    async read(hash) {
      if (!/^[0-9a-f]{64}$/.test(hash) || !(await exists(pathOf(hash)))) return undefined;
      return new Uint8Array(await readFile(pathOf(hash)));
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
