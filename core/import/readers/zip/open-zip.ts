import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';

/** The parts of a zip by name, read as streams whose real size is watched, whatever the directory says. */
export interface OpenZip {
  /** Finds a part whatever the case and slashes of its name. */
  has(name: string): boolean;
  /** Throws SourceError: "damaged" (missing part, bad data), "encrypted", "tooLarge" (more than `maxBytes`, or a bomb). */
  read(name: string, maxBytes: number): AsyncGenerator<Buffer>;
  readonly names: readonly string[];
  close(): void;
}

/** Opens a zip, a file or its bytes, and reads its directory. Throws SourceError: "truncated", "damaged", "encrypted" or "tooLarge". */
export async function openZip(source: string | Uint8Array, maxEntries: number = limits.zipEntries): Promise<OpenZip> {
  const zip = await openDirectory(source);
  try {
    const entries = await readDirectory(zip, maxEntries);
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(normaliseName(name)),
      read: (name, maxBytes) => readEntry({ zip, entry: entries.get(normaliseName(name)), name, maxBytes }),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw asSourceError(error);
  }
}

/** Reads a whole small part, such as the list of sheets. */
export async function readZipPart(zip: OpenZip, name: string, maxBytes: number = limits.smallPartBytes): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of zip.read(name, maxBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function openDirectory(source: string | Uint8Array): Promise<yauzl.ZipFile> {
  // Names are decoded here: some programs write backslashes or a leading slash, which yauzl refuses.
  const options = { autoClose: false, decodeStrings: false };
  try {
    if (typeof source === 'string') return await yauzl.openPromise(source, options);
    return await yauzl.fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch (error) {
    // The directory lies at the end of a zip: without one, the end is missing.
    const isCut = error instanceof Error && error.message.startsWith('End of central directory');
    throw new SourceError(isCut ? 'truncated' : 'damaged', {}, { cause: error });
  }
}

async function readDirectory(zip: yauzl.ZipFile, maxEntries: number): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > maxEntries) throw new SourceError('tooLarge', { limit: maxEntries });
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) {
    const raw: unknown = entry.fileName;
    entries.set(normaliseName(Buffer.isBuffer(raw) ? raw.toString('utf8') : String(raw)), entry);
  }
  return entries;
}

function normaliseName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

interface EntryRead {
  readonly zip: yauzl.ZipFile;
  readonly entry: yauzl.Entry | undefined;
  readonly name: string;
  readonly maxBytes: number;
}

async function* readEntry({ zip, entry, name, maxBytes }: EntryRead): AsyncGenerator<Buffer> {
  if (entry === undefined) throw new SourceError('damaged', { part: name });
  if (entry.isEncrypted()) throw new SourceError('encrypted', { part: name });
  if (entry.uncompressedSize > maxBytes) throw new SourceError('tooLarge', { part: name, limit: maxBytes });
  let size = 0;
  let checksum = 0;
  try {
    for await (const piece of inflateEntry(zip, entry)) {
      size += piece.length;
      checksum = crc32(piece, checksum);
      refuseBomb(size, entry.compressedSize, maxBytes, name);
      yield piece;
    }
  } catch (error) {
    throw asSourceError(error, name);
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw new SourceError('damaged', { part: name });
}

function refuseBomb(size: number, compressedSize: number, maxBytes: number, name: string): void {
  const isBomb = size > limits.inflateRatioFromBytes && size > compressedSize * limits.inflateRatio;
  if (size > maxBytes || isBomb) throw new SourceError('tooLarge', { part: name, limit: maxBytes });
}

async function* inflateEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw new SourceError('damaged');
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === 0) {
    yield* raw as AsyncIterable<Buffer>;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: limits.readChunkBytes });
  // Whatever fails here also fails the loop below, which reports it.
  const piped = pipeline(raw, inflate).catch(() => undefined);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } finally {
    inflate.destroy();
    await piped;
  }
}

function asSourceError(error: unknown, part?: string): SourceError {
  if (error instanceof SourceError) return error;
  const isEncrypted = error instanceof Error && error.message.includes('encryption');
  return new SourceError(isEncrypted ? 'encrypted' : 'damaged', part === undefined ? {} : { part }, { cause: error });
}
