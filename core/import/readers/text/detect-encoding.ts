import { isUtf8 } from 'node:buffer';
import { rankSingleByteEncodings } from './judge-encoding.ts';
import type { Encoding } from '#shared/import/table.ts';

export interface DetectedEncoding {
  readonly encoding: Encoding;
  /** Plausible ones, best first, `encoding` included. */
  readonly candidates: readonly Encoding[];
}

/**
 * Finds out how a text is encoded. `sample` may begin and end anywhere in the file except that a byte order mark
 * counts only if it is the file's beginning.
 */
export function detectEncoding(sample: Uint8Array): DetectedEncoding {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  const sure = detectByMark(bytes) ?? detectUtf16(bytes) ?? detectUtf8(bytes);
  if (sure !== undefined && !hasHighBytes(bytes)) return { encoding: sure, candidates: [sure] };
  const ranked = rankSingleByteEncodings(collectWords(bytes));
  const candidates = sure === undefined ? [...ranked.slice(0, 6), 'utf-8' as const] : [sure, ...ranked.slice(0, 3)];
  return { encoding: candidates[0]!, candidates };
}

/** Single-byte encodings for bytes known to be in one, best first. */
export function rankTextEncodings(bytes: Buffer): Encoding[] {
  return rankSingleByteEncodings(collectWords(bytes));
}

function detectByMark(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark shows by its zero bytes: line ends, digits and delimiters have one each, all on the same side. */
function detectUtf16(bytes: Buffer): Encoding | undefined {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 16_384);
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) zeros[i % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  const most = Math.max(even, odd);
  if (most < length * 0.02 || most < 2 || Math.min(even, odd) > most * 0.02) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return looksLikeText(new TextDecoder(encoding).decode(bytes.subarray(0, length - (length % 2)))) ? encoding : undefined;
}

function looksLikeText(text: string): boolean {
  const strange = text.match(/[\0-\x08\x0e-\x1f\ufffd\ue000-\uf8ff\u4e00-\u9fff]/g)?.length ?? 0;
  return strange <= text.length * 0.05;
}

/** Most of the sequences being right is enough: rows pasted from elsewhere leave a few odd bytes in many lists. */
function detectUtf8(bytes: Buffer): Encoding | undefined {
  if (isUtf8(bytes)) return 'utf-8';
  let right = 0;
  let wrong = 0;
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes, i);
    if (length > 1) right += 1;
    else if (length === 0 && i + 4 < bytes.length && right + wrong > 0) wrong += 1;
    else if (length === 0 && i + 4 < bytes.length) wrong += i < 4 && (bytes[i]! & 0xc0) === 0x80 ? 0 : 1;
    i += Math.max(1, length);
  }
  return right > 0 && right >= wrong * 10 ? 'utf-8' : undefined;
}

/** Bytes of the UTF-8 sequence at a place; 0 when there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : (first & 0xf0) === 0xe0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i += 1) if ((bytes[at + i] ?? 0) >> 6 !== 2) return 0;
  return length;
}

function hasHighBytes(bytes: Buffer): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

const enoughWords = 3_000;

/** Different words with bytes beyond ASCII: a name repeated on every line must not decide alone. */
function collectWords(bytes: Buffer): Buffer[] {
  const words = new Map<string, Buffer>();
  let start = -1;
  let isHigh = false;
  for (let i = 0; i <= bytes.length && words.size < enoughWords; i += 1) {
    const byte = bytes[i] ?? 0;
    if (isWordByte(byte)) {
      if (start < 0) start = i;
      if (byte >= 0x80) isHigh = true;
      continue;
    }
    if (isHigh)
      words.set(bytes.toString('latin1', start, Math.min(i, start + 60)), bytes.subarray(start, Math.min(i, start + 60)));
    start = -1;
    isHigh = false;
  }
  return [...words.values()];
}

function isWordByte(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x30 && byte <= 0x39);
}
