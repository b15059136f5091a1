import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createSealing, openSealed, readSealed } from '#wire/sealed-file.ts';
import { appendSealedPart, readSealedPart, sealedPartLength } from '#wire/sealed-part.ts';

/** How files lie on the disk: as they are, or encrypted where there is a key. Whoever reads and writes by this sees only their content. */
export interface DiskFiles {
  /** Writes a file through to the disk; what was there is gone. */
  write(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>;
  /** Bytes of its content; null when it isn't there. */
  sizeOf(path: string): Promise<number | null>;
  /** A part of it, as much as there is. */
  read(path: string, range: { readonly offset: number; readonly length: number }): Promise<Buffer>;
  /** All of it, in order. */
  readAll(path: string): AsyncIterable<Buffer>;
  /** Files on their way, which grow piece by piece. */
  readonly parts: {
    lengthOf(path: string): Promise<number>;
    append(path: string, bytes: Uint8Array): Promise<void>;
    readAll(path: string): AsyncIterable<Buffer>;
    /** Makes a whole file of it. */
    complete(path: string, whole: string): Promise<void>;
  };
}

/** @param key what files are encrypted with: 64 hexadecimal digits; null where they aren't */
export function createDiskFiles(key: string | null): DiskFiles {
  return key === null ? plainFiles : sealedFiles(key);
}

const plainFiles: DiskFiles = {
  async write(path, content) {
    await pipeline(Readable.from(content), createWriteStream(path));
    await flush(path);
  },
  sizeOf: lengthOnDisk,
  read: async (path, { offset, length }) => {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  readAll: (path) => createReadStream(path) as AsyncIterable<Buffer>,
  parts: {
    lengthOf: async (path) => (await lengthOnDisk(path)) ?? 0,
    async append(path, bytes) {
      const file = await open(path, 'a');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    readAll: (path) => createReadStream(path) as AsyncIterable<Buffer>,
    complete: (path, whole) => rename(path, whole),
  },
};

function sealedFiles(key: string): DiskFiles {
  async function write(path: string, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
    await pipeline(Readable.from(content), createSealing(key), createWriteStream(path));
    await flush(path);
  }
  return {
    write,
    async sizeOf(path) {
      if ((await lengthOnDisk(path)) === null) return null;
      const file = await openSealed(path, key);
      await file.close();
      return file.size;
    },
    async read(path, { offset, length }) {
      const file = await openSealed(path, key);
      try {
        return await file.read(offset, length);
      } finally {
        await file.close();
      }
    },
    readAll: (path) => readSealed(path, key),
    parts: {
      lengthOf: sealedPartLength,
      append: (path, bytes) => appendSealedPart(path, key, bytes),
      readAll: (path) => readSealedPart(path, key),
      async complete(path, whole) {
        const made = `${path}.made`;
        await write(made, readSealedPart(path, key));
        await rename(made, whole);
        await rm(path);
      },
    },
  };
}

async function lengthOnDisk(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null;
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
