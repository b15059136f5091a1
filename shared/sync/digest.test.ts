import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketCount, bucketOf, combine, digestOf, emptyDigest, isSameDigest } from '#shared/sync/digest.ts';

const base = '0mb9x1k2c0001a7f3k2';
const later = '0mb9x1k2c0002a7f3k2';
const record = { type: 'party', id: 'p1', base, gone: null, stamps: {} };

describe('the digest of a record', () => {
  it('is another one for another version, record or type', () => {
    const versions = [
      record,
      { ...record, id: 'p2' },
      { ...record, type: 'deal' },
      { ...record, base: later },
      { ...record, stamps: { name: later } },
      { ...record, stamps: { phone: later } },
      { ...record, stamps: { name: later, phone: later } },
    ];
    const digests = versions.map((version) => JSON.stringify(digestOf(version)));
    expect(new Set(digests).size).toBe(versions.length);
  });

  it("doesn't depend on the order of stamps", () => {
    const one = { ...record, stamps: { name: later, phone: later } };
    const other = { ...record, stamps: { phone: later, name: later } };
    expect(digestOf(one)).toEqual(digestOf(other));
  });

  it('is nothing for a record that was removed, and something again for one that was made again', () => {
    expect(digestOf({ ...record, gone: later })).toEqual(emptyDigest);
    expect(digestOf({ ...record, base: later, gone: base })).toEqual(digestOf({ ...record, base: later }));
  });

  it('is two unsigned numbers of 32 bits, different ones', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (id, stamp) => {
        const { high, low } = digestOf({ ...record, id, base: stamp });
        for (const half of [high, low]) expect(half >= 0 && half < 2 ** 32 && Number.isInteger(half)).toBe(true);
        expect(high).not.toBe(low);
      }),
    );
  });

  it('tells a hundred thousand records apart', () => {
    const sums = new Set<string>();
    for (let count = 0; count < 100_000; count += 1) {
      const { high, low } = digestOf({ ...record, id: `p${count}` });
      sums.add(`${high}.${low}`);
    }
    expect(sums.size).toBe(100_000);
  });
});

describe('the digest of many records', () => {
  const digests = fc.array(fc.record({ high: fc.nat(0xffffffff), low: fc.nat(0xffffffff) }), { minLength: 1, maxLength: 20 });

  it("doesn't depend on their order, and forgets what is taken away", () => {
    fc.assert(
      fc.property(digests, fc.nat(19), (all, which) => {
        const sum = all.reduce(combine, emptyDigest);
        expect([...all].reverse().reduce(combine, emptyDigest)).toEqual(sum);
        const taken = all[which % all.length] ?? emptyDigest;
        const rest = all.filter((_, index) => index !== which % all.length);
        expect(isSameDigest(combine(sum, taken), rest.reduce(combine, emptyDigest))).toBe(true);
        expect(isSameDigest(sum, { ...sum, low: sum.low ^ 1 })).toBe(false);
      }),
    );
  });

  it('stays unsigned', () => {
    expect(combine({ high: 0x80000000, low: 1 }, { high: 1, low: 0x80000000 })).toEqual({ high: 0x80000001, low: 0x80000001 });
  });
});

describe('the bucket of a record', () => {
  it('is one of 256, and they fill evenly', () => {
    const counts = Array.from({ length: bucketCount }, () => 0);
    for (let count = 0; count < 25_600; count += 1) {
      const bucket = bucketOf('party', `01a20247-7412-7578-8689-${count.toString(16).padStart(12, '0')}`);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    expect(counts).toHaveLength(bucketCount);
    expect(Math.min(...counts)).toBeGreaterThan(50);
    expect(Math.max(...counts)).toBeLessThan(160);
  });
});
