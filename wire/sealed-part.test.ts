import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDiskFiles } from '#wire/disk-files.ts';
import { SealedFileError } from '#wire/sealed-file.ts';
import { makeTestDirectory } from '#test/factories/make-test-directory.ts';

const key = 'ab'.repeat(32);

async function read(content: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe.each([null, key])('a file on its way, with key %s', (fileKey) => {
  it('grows piece by piece, and becomes a whole one', async () => {
    const [part, whole] = ['part', 'whole'].map((name) => join(makeTestDirectory(), name)) as [string, string];
    const { parts, ...files } = createDiskFiles(fileKey);
    expect(await parts.lengthOf(part)).toBe(0);
    await parts.append(part, Buffer.from('one secret, '));
    await parts.append(part, Buffer.from('another'));
    expect(await parts.lengthOf(part)).toBe(19);
    expect(await read(parts.readAll(part))).toBe('one secret, another');
    expect(readFileSync(part).includes('secret')).toBe(fileKey === null);
    await parts.complete(part, whole);
    expect(await read(files.readAll(whole))).toBe('one secret, another');
    expect((await files.read(whole, { offset: 4, length: 6 })).toString()).toBe('secret');
    expect(readFileSync(whole).includes('secret')).toBe(fileKey === null);
  });
});

describe('an encrypted file on its way', () => {
  it('goes on after a power cut from the last piece that is whole', async () => {
    const path = join(makeTestDirectory(), 'part');
    const { parts } = createDiskFiles(key);
    await parts.append(path, Buffer.from('one, '));
    await parts.append(path, Buffer.from('lost'));
    writeFileSync(path, readFileSync(path).subarray(0, -2));
    expect(await parts.lengthOf(path)).toBe(5);
    await parts.append(path, Buffer.from('two'));
    expect(await read(parts.readAll(path))).toBe('one, two');
    appendFileSync(path, Buffer.alloc(10));
    expect(await read(parts.readAll(path))).toBe('one, two');
  });

  it('is refused when its pieces changed places, or with another key', async () => {
    const path = join(makeTestDirectory(), 'part');
    const { parts } = createDiskFiles(key);
    await parts.append(path, Buffer.from('one'));
    await parts.append(path, Buffer.from('two'));
    await expect(read(createDiskFiles('cd'.repeat(32)).parts.readAll(path))).rejects.toThrow(SealedFileError);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(35), bytes.subarray(0, 35)]));
    await expect(read(parts.readAll(path))).rejects.toThrow(SealedFileError);
  });
});
