import { constants, deflateRawSync, inflateRawSync, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * Zstandard at 9: of the same size as Brotli at 5 and a tenth smaller than gzip, in three quarters of the time, and read back twice as
 * fast (2,000 customers: 8 ms, 82 bytes each; Brotli 10 ms, 82; gzip 10 ms, 89). Small messages are deflated against words that they are
 * known to have, which halves them.
 */
const level = 9;
const smallBytes = 2048;

/** Part of the format: a word changed here makes older messages unreadable. What is most common stands last. */
const wordsKnown = Buffer.from(
  [
    '{"kind":"fault","code":"unknownDevice"}{"kind":"compare","ask":"buckets"}{"kind":"compare","ask":"bucket","bucket":',
    '{"type":"taken","counter":,"hash":"","refused":[{"index":,"code":"invalid"}],"restamped":[]}{"type":"forked"}{"type":"missing",',
    '"expected":{"counter":,"previous":"","hash":"","changes":[{"type":"party","shape":"id,by,field ,stamp ,seen ","columns":[["',
    '{"kind":"sync","at":179,"epoch":"01a","push":null,"page":{"from":,"next":,"head":,"changes":[],"leaves":[]},"digest":{"high":',
    ',"low":}}{"kind":"sync","protocol":1,"schema":1,"program":"0.1.0","at":179,"epoch":"01a","cursor":,"acknowledged":{"counter":,"hash":"',
    '0123456789abcdef"},"batch":null,"waiting":0,"records":2000}',
  ].join(''),
);

const methods = { stored: 0, zstd: 1, small: 2 } as const;

export type Decompressed =
  | { readonly type: 'decompressed'; readonly bytes: Buffer }
  | { readonly type: 'fault'; readonly code: 'malformed' | 'tooLarge' };

/** Bytes with how they were compressed in front; as they were, where compressing gains nothing. */
export function compress(bytes: Uint8Array): Buffer {
  const isSmall = bytes.length <= smallBytes;
  const smaller = isSmall
    ? deflateRawSync(bytes, { dictionary: wordsKnown, level: constants.Z_BEST_COMPRESSION })
    : zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: level } });
  if (smaller.length >= bytes.length) return Buffer.concat([Buffer.of(methods.stored), bytes]);
  return Buffer.concat([Buffer.of(isSmall ? methods.small : methods.zstd), smaller]);
}

/** What `compress` made. @param limit how many bytes it may become at most; a few can hide gigabytes */
export function decompress(compressed: Uint8Array, limit: number): Decompressed {
  const [method] = compressed;
  const rest = compressed.subarray(1);
  const options = { maxOutputLength: limit };
  try {
    if (method === methods.small)
      return { type: 'decompressed', bytes: inflateRawSync(rest, { ...options, dictionary: wordsKnown }) };
    if (method === methods.zstd) return { type: 'decompressed', bytes: zstdDecompressSync(rest, options) };
  } catch (error) {
    return { type: 'fault', code: isTooLarge(error) ? 'tooLarge' : 'malformed' };
  }
  if (method !== methods.stored) return { type: 'fault', code: 'malformed' };
  return rest.length > limit ? { type: 'fault', code: 'tooLarge' } : { type: 'decompressed', bytes: Buffer.from(rest) };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
