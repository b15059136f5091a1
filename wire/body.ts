import { compress, decompress } from '#wire/compress.ts';

/** What a message may become at most when it is opened: a batch with a note of 16 MB fits. */
export const bodyLimit = 64 * 1024 * 1024;

const forms = { bytes: 0, json: 1 } as const;

export type Unwrapped =
  | { readonly type: 'unwrapped'; readonly body: unknown }
  | { readonly type: 'fault'; readonly code: 'malformed' | 'tooLarge' };

/** Bytes stay bytes; everything else goes as JSON. */
export function wrapBody(body: unknown): Buffer {
  const isBytes = body instanceof Uint8Array;
  const content = isBytes ? body : Buffer.from(JSON.stringify(body));
  return Buffer.concat([Buffer.of(isBytes ? forms.bytes : forms.json), compress(content)]);
}

/** @param limit of bytes, decompressed */
export function unwrapBody(wrapped: Uint8Array, limit: number): Unwrapped {
  const content = decompress(wrapped.subarray(1), limit);
  if (content.type === 'fault') return content;
  if (wrapped[0] === forms.bytes) return { type: 'unwrapped', body: content.bytes };
  if (wrapped[0] !== forms.json) return { type: 'fault', code: 'malformed' };
  try {
    return { type: 'unwrapped', body: JSON.parse(content.bytes.toString()) };
  } catch {
    return { type: 'fault', code: 'malformed' };
  }
}
