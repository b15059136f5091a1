import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { Transform } from 'node:stream';

/**
 * A file encrypted in pieces, so that any part of it is read without the rest: a mark, a random salt from which with the data's key a key
 * of this file alone is made, then pieces of 64 KiB, each with its own seal. A piece's nonce is its number, and says whether it is the
 * last: pieces that were changed, moved or cut off are noticed.
 */
const mark = Buffer.from('CARTERA SEALED 1');
const saltBytes = 32;
const headBytes = mark.length + saltBytes;
const pieceBytes = 64 * 1024;
const sealBytes = 16;

/** A sealed file isn't whole, was changed, or is for another key. */
export class SealedFileError extends Error {
  override readonly name = 'SealedFileError';
  readonly code = 'sealBroken';
}

/** Encrypts what goes through it. @param key the data's: 64 hexadecimal digits */
export function createSealing(key: string): Transform {
  const salt = randomBytes(saltBytes);
  const fileKey = keyOfFile(key, salt);
  let waiting: Buffer = Buffer.alloc(0);
  let piece = 0;
  let isBegun = false;
  const begin = (stream: Transform) => {
    if (!isBegun) stream.push(Buffer.concat([mark, salt]));
    isBegun = true;
  };
  return new Transform({
    transform(bytes: Uint8Array, _encoding, done) {
      begin(this);
      waiting = Buffer.concat([waiting, bytes]);
      // One is held back: only the end says which is the last.
      while (waiting.length > pieceBytes) {
        this.push(sealPiece(fileKey, { piece, isLast: false }, waiting.subarray(0, pieceBytes)));
        waiting = waiting.subarray(pieceBytes);
        piece += 1;
      }
      done();
    },
    flush(done) {
      begin(this);
      this.push(sealPiece(fileKey, { piece, isLast: true }, waiting));
      done();
    },
  });
}

/** A whole small thing, sealed. */
export function sealBytesOf(bytes: Uint8Array, key: string): Buffer {
  const salt = randomBytes(saltBytes);
  const fileKey = keyOfFile(key, salt);
  const parts: Buffer[] = [mark, salt];
  const last = Math.max(1, Math.ceil(bytes.length / pieceBytes)) - 1;
  for (let piece = 0; piece <= last; piece += 1)
    parts.push(
      sealPiece(fileKey, { piece, isLast: piece === last }, bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)),
    );
  return Buffer.concat(parts);
}

/** A sealed file being read. */
export interface SealedFile {
  /** Bytes of its content. */
  readonly size: number;
  /** @throws {SealedFileError} */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** @throws {SealedFileError} when it is none; the error of the file system when it can't be read */
export async function openSealed(path: string, key: string): Promise<SealedFile> {
  const file = await open(path);
  try {
    const { size: sealed } = await file.stat();
    const head = await readAt(file, 0, headBytes);
    if (head.length < headBytes || !head.subarray(0, mark.length).equals(mark)) throw new SealedFileError('no sealed file');
    const fileKey = keyOfFile(key, head.subarray(mark.length));
    const body = sealed - headBytes;
    const pieces = Math.max(1, Math.ceil(body / (pieceBytes + sealBytes)));
    const size = body - pieces * sealBytes;
    if (size < 0) throw new SealedFileError('cut off');
    return {
      size,
      close: () => file.close(),
      read: (offset, length) => readRange({ file, fileKey, pieces, size }, offset, length),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** All of a sealed file, in order. */
export async function* readSealed(path: string, key: string): AsyncGenerator<Buffer> {
  const file = await openSealed(path, key);
  try {
    // Read at least once: an empty file has a seal too.
    for (let offset = 0; offset === 0 || offset < file.size; offset += pieceBytes) yield await file.read(offset, pieceBytes);
  } finally {
    await file.close();
  }
}

interface Range {
  readonly file: FileHandle;
  readonly fileKey: Buffer;
  readonly pieces: number;
  readonly size: number;
}

async function readRange({ file, fileKey, pieces, size }: Range, offset: number, length: number): Promise<Buffer> {
  const end = Math.min(offset + length, size);
  const first = Math.floor(offset / pieceBytes);
  const last = Math.max(first, Math.ceil(end / pieceBytes) - 1);
  const opened: Buffer[] = [];
  for (let piece = first; piece <= last && piece < pieces; piece += 1) {
    const sealed = await readAt(file, headBytes + piece * (pieceBytes + sealBytes), pieceBytes + sealBytes);
    opened.push(openPiece(fileKey, { piece, isLast: piece === pieces - 1 }, sealed));
  }
  const start = first * pieceBytes;
  return Buffer.concat(opened).subarray(offset - start, Math.max(end, offset) - start);
}

interface Place {
  readonly piece: number;
  readonly isLast: boolean;
}

function sealPiece(fileKey: Buffer, place: Place, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(place));
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function openPiece(fileKey: Buffer, place: Place, sealed: Buffer): Buffer {
  if (sealed.length < sealBytes) throw new SealedFileError('cut off');
  const decipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(place));
  decipher.setAuthTag(sealed.subarray(-sealBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -sealBytes)), decipher.final()]);
  } catch (error) {
    throw new SealedFileError('changed, or of another key', { cause: error });
  }
}

function nonceOf({ piece, isLast }: Place): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(piece, 4, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function keyOfFile(key: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(key, 'hex'), salt, 'cartera file', 32));
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
