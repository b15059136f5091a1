import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { limits } from '../limits.ts';
import { SourceError } from '../source-error.ts';
import { detectEncoding } from './detect-encoding.ts';
import type { DetectedEncoding } from './detect-encoding.ts';
import { iconvName } from './judge-encoding.ts';
import type { Encoding } from '#shared/import/table.ts';

/** Reads a file in pieces of limits.readChunkBytes. Each piece has its own memory. */
export async function* readBytes(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(limits.readChunkBytes));
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** A file's text in pieces. Unreadable bytes become U+FFFD; a byte order mark is left out. */
export async function* readText(path: string, encoding: Encoding, signal?: AbortSignal): AsyncGenerator<string> {
  const decoder = encoding.startsWith('utf-') ? utfDecoder(encoding) : iconv.getDecoder(iconvName(encoding));
  for await (const piece of readBytes(path, signal)) yield refuseZeros(decoder.write(piece));
  yield decoder.end() ?? '';
}

/** The beginning of a file: at most `bytes` of it. */
export async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * Finds out a text file's encoding from its head, or, where the head is plain ASCII, from the first part that is not:
 * a list may have its first foreign name on line 5,000. `prepare` undoes what a format does to bytes.
 */
export async function detectFileEncoding(path: string, prepare = (sample: Buffer) => sample): Promise<DetectedEncoding> {
  let tail: Buffer = Buffer.alloc(0);
  let searched = 0;
  let detected: DetectedEncoding | undefined;
  for await (const piece of readBytes(path)) {
    const sample = prepare(Buffer.concat([tail, piece]));
    searched += piece.length;
    if (detected === undefined || sample.some((byte) => byte >= 0x80)) detected = detectEncoding(sample);
    if (detected.encoding !== 'utf-8' || detected.candidates.length > 1 || searched > limits.letterSearchBytes) break;
    tail = piece.subarray(Math.max(0, piece.length - 64));
  }
  return detected ?? { encoding: 'utf-8', candidates: ['utf-8'] };
}

interface TextDecoding {
  write(piece: Buffer): string;
  end(): string | undefined;
}

function utfDecoder(encoding: Encoding): TextDecoding {
  const decoder = new TextDecoder(encoding);
  return { write: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}

/** Single zero characters are padding of old programs; a long run of them is what a power cut leaves of a file. */
function refuseZeros(text: string): string {
  if (!text.includes('\0')) return text;
  if (text.includes('\0'.repeat(64))) throw new SourceError('damaged', { reason: 'zeros' });
  return text.replaceAll('\0', '');
}
