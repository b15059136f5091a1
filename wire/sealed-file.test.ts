import { randomBytes } from 'node:crypto';
import { createWriteStream, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { createSealing, openSealed, readSealed, sealBytesOf, SealedFileError } from '#wire/sealed-file.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const key = 'ab'.repeat(32);
const piece = 64 * 1024;

async function whole(path: string, withKey = key): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const bytes of readSealed(path, withKey)) pieces.push(bytes);
  return Buffer.concat(pieces);
}

describe('a sealed file', () => {
  it.each([0, 1, piece - 1, piece, piece + 1, 3 * piece, 200_000])(
    'of %i bytes reads as it was, written at once or as it came',
    async (size) => {
      const path = join(makeTestDirectory(), 'file');
      const bytes = randomBytes(size);
      writeFileSync(path, sealBytesOf(bytes, key));
      expect((await whole(path)).equals(bytes)).toBe(true);
      await pipeline(
        Readable.from([bytes.subarray(0, 70_001), bytes.subarray(70_001)]),
        createSealing(key),
        createWriteStream(path),
      );
      expect((await whole(path)).equals(bytes)).toBe(true);
      const file = await openSealed(path, key);
      expect(file.size).toBe(size);
      for (const [offset, length] of [
        [0, 10],
        [piece - 5, 10],
        [size - 3, 100],
        [size, 10],
        [1000, 2 * piece],
      ] as const)
        if (offset >= 0) expect((await file.read(offset, length)).equals(bytes.subarray(offset, offset + length))).toBe(true);
      await file.close();
    },
  );

  it('shows nothing of what it holds, and is another one every time', () => {
    const bytes = Buffer.from('a secret that is said');
    const [one, other] = [sealBytesOf(bytes, key), sealBytesOf(bytes, key)];
    expect(one.includes('secret')).toBe(false);
    expect(one.subarray(48).equals(other.subarray(48))).toBe(false);
  });

  it('is refused when a byte was changed, when it was cut off, with another key, and when it is none', async () => {
    const path = join(makeTestDirectory(), 'file');
    const sealed = sealBytesOf(randomBytes(2 * piece), key);
    for (const at of [20, 50, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
      await expect(whole(path)).rejects.toThrow(SealedFileError);
    }
    writeFileSync(path, sealed);
    await expect(whole(path, 'cd'.repeat(32))).rejects.toThrow(SealedFileError);
    truncateSync(path, 48 + piece + 16);
    await expect(whole(path)).rejects.toThrow(SealedFileError);
    writeFileSync(path, readFileSync(path).subarray(48));
    await expect(whole(path)).rejects.toThrow(SealedFileError);
  });

  it('is refused when two of its pieces changed places', async () => {
    const path = join(makeTestDirectory(), 'file');
    const sealed = sealBytesOf(randomBytes(3 * piece), key);
    const step = piece + 16;
    const [head, one, other, rest] = [
      sealed.subarray(0, 48),
      sealed.subarray(48, 48 + step),
      sealed.subarray(48 + step, 48 + 2 * step),
      sealed.subarray(48 + 2 * step),
    ];
    writeFileSync(path, Buffer.concat([head, other, one, rest]));
    await expect(whole(path)).rejects.toThrow(SealedFileError);
  });
});
