import { describe, expect, it } from 'vitest';
import { chainHash, chainStart, sha256Hex } from '#wire/hash.ts';

const packed = [{ type: 'party', shape: 'id,by,field name', columns: [['a'], ['Ana'], ['Μαρία \ud800']] }];

describe('hashes', () => {
  it('are SHA-256', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(Buffer.from('abc'))).toBe(sha256Hex('abc'));
  });

  it('of a batch are the same after it travelled, whatever the order of its keys', () => {
    const hash = chainHash(chainStart, packed);
    expect(chainHash(chainStart, JSON.parse(JSON.stringify(packed)))).toBe(hash);
    expect(
      chainHash(
        chainStart,
        packed.map(({ type, shape, columns }) => ({ columns, shape, type })),
      ),
    ).toBe(hash);
  });

  it('of a batch change with what was before it and with each part of it', () => {
    const [pack] = packed;
    const others = [[], [{ ...pack, type: 'deal' }], [{ ...pack, shape: 'id' }], [{ ...pack, columns: [['b']] }]];
    const hashes = others.map((other) => chainHash(chainStart, other as typeof packed));
    const all = [chainHash(chainStart, packed), chainHash(sha256Hex('before'), packed), ...hashes];
    expect(new Set(all).size).toBe(all.length);
  });
});
