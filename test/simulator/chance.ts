import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { makeIdsOf } from '#core/records/new-id.ts';

/** Numbers that look like chance, the same for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, but not, `sides`. */
  roll(sides: number): number;
  /** Whether something happens that happens once in so many times. */
  once(inTimes: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  fill(bytes: Uint8Array): void;
}

/** @param seed any whole number */
export function createChance(seed: number): Chance {
  let [a, b, c, d] = [seed ^ 0x9e3779b9, Math.imul(seed, 0x85ebca6b) | 0, (seed + 0x2545f491) | 0, 1];
  /** sfc32: 32 bits. */
  function next(): number {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  }
  for (let round = 0; round < 12; round += 1) next();
  const roll = (sides: number) => next() % sides;
  return {
    roll,
    once: (inTimes) => roll(inTimes) === 0,
    pick<Item>(items: readonly Item[]): Item {
      if (items.length === 0) throw new Error('nothing to pick from');
      return items[roll(items.length)] as Item;
    },
    fill(bytes) {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = next() & 0xff;
    },
  };
}

/** Makes this whole process draw its randomness, and ids their time, from here: a seed is repeated exactly. */
export function takeOverChance(seed: number, now: () => number) {
  const chance = createChance(seed ^ 0x51ed270b);
  const source = crypto as unknown as Record<string, unknown>;
  source['randomBytes'] = (size: number) => {
    const bytes = Buffer.alloc(size);
    chance.fill(bytes);
    return bytes;
  };
  source['randomFillSync'] = (bytes: Uint8Array) => {
    chance.fill(bytes);
    return bytes;
  };
  syncBuiltinESMExports();
  makeIdsOf({ now, fill: chance.fill });
}
