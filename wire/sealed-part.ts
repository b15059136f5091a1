import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { SealedFileError } from '#wire/sealed-file.ts';

/**
 * A file on its way, encrypted: what came at once is sealed at once, as length, nonce, seal and bytes. Where it begins is sealed with it,
 * so that none can be moved. The last one may be half there after a power cut; it is as if it had never come.
 */
const nonceBytes = 12;
const sealBytes = 16;
const headBytes = 4 + nonceBytes + sealBytes;

interface Segment {
  /** Of its content, within the whole. */
  readonly start: number;
  readonly length: number;
  /** In the file. */
  readonly position: number;
}

/** Adds what came; what is half there is written over. */
export async function appendSealedPart(path: string, key: string, bytes: Uint8Array): Promise<void> {
  const segments = await segmentsOf(path);
  const { end, length } = endOf(segments);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', partKey(key), nonce).setAAD(placeOf(length));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes.length);
  const file = await open(path, segments.length === 0 ? 'w' : 'r+');
  try {
    await file.truncate(end);
    const whole = Buffer.concat([head, nonce, cipher.getAuthTag(), sealed]);
    await file.write(whole, 0, whole.length, end);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Bytes that have come. */
export async function sealedPartLength(path: string): Promise<number> {
  return endOf(await segmentsOf(path)).length;
}

/** What has come, in order. @throws {SealedFileError} when it was changed or is of another key */
export async function* readSealedPart(path: string, key: string): AsyncGenerator<Buffer> {
  const segments = await segmentsOf(path);
  if (segments.length === 0) return;
  const file = await open(path);
  try {
    for (const { start, length, position } of segments) {
      const { buffer } = await file.read(Buffer.alloc(headBytes + length), 0, headBytes + length, position);
      const decipher = createDecipheriv('aes-256-gcm', partKey(key), buffer.subarray(4, 4 + nonceBytes)).setAAD(placeOf(start));
      decipher.setAuthTag(buffer.subarray(4 + nonceBytes, headBytes));
      try {
        yield Buffer.concat([decipher.update(buffer.subarray(headBytes)), decipher.final()]);
      } catch (error) {
        throw new SealedFileError('changed, or of another key', { cause: error });
      }
    }
  } finally {
    await file.close();
  }
}

async function segmentsOf(path: string): Promise<readonly Segment[]> {
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size < headBytes) return [];
  const segments: Segment[] = [];
  const file = await open(path);
  try {
    for (let [position, start] = [0, 0]; position + headBytes <= size;) {
      const { buffer } = await file.read(Buffer.alloc(4), 0, 4, position);
      const length = buffer.readUInt32BE();
      if (position + headBytes + length > size) break;
      segments.push({ start, length, position });
      start += length;
      position += headBytes + length;
    }
  } finally {
    await file.close();
  }
  return segments;
}

function endOf(segments: readonly Segment[]): { readonly end: number; readonly length: number } {
  const last = segments.at(-1);
  return last ? { end: last.position + headBytes + last.length, length: last.start + last.length } : { end: 0, length: 0 };
}

function placeOf(start: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(start));
  return place;
}

function partKey(key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), Buffer.alloc(0), 'cartera part', 32));
}
