import { deflateRawSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compress, decompress } from '#wire/compress.ts';

const limit = 1024 * 1024;

describe('compressing', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.nat(3), (bytes, times) => {
        const long = Buffer.concat(Array.from({ length: times + 1 }, () => bytes));
        expect(decompress(compress(long), limit)).toEqual({ type: 'decompressed', bytes: long });
      }),
    );
  });

  it('never makes more than one byte more of it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        expect(compress(bytes).length).toBeLessThanOrEqual(bytes.length + 1);
      }),
    );
  });

  it('refuses a few bytes that hide very many, however they were made', () => {
    const many = Buffer.alloc(64 * limit);
    for (const bomb of [compress(many), Buffer.concat([Buffer.of(1), zstdCompressSync(many)])]) {
      expect(bomb.length).toBeLessThan(limit / 10);
      expect(decompress(bomb, limit)).toEqual({ type: 'fault', code: 'tooLarge' });
    }
    const small = Buffer.concat([Buffer.of(2), deflateRawSync(many)]);
    expect(decompress(small, limit)).toEqual({ type: 'fault', code: 'tooLarge' });
    expect(decompress(Buffer.alloc(limit + 2), limit)).toEqual({ type: 'fault', code: 'tooLarge' });
  });

  it('takes what is exactly as long as allowed', () => {
    expect(decompress(compress(Buffer.alloc(limit)), limit).type).toBe('decompressed');
    expect(decompress(compress(Buffer.alloc(limit + 1)), limit).type).toBe('fault');
  });

  it('says of any bytes whether they are compressed ones, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(['decompressed', 'fault']).toContain(decompress(bytes, limit).type);
      }),
    );
  });

  it('refuses what ends too early', () => {
    const whole = compress(Buffer.from('a client who comes on Thursdays '.repeat(200)));
    for (let length = 0; length < whole.length; length += 3)
      expect(decompress(whole.subarray(0, length), limit)).toEqual({ type: 'fault', code: 'malformed' });
  });
});
