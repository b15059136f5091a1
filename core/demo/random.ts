/** A seeded source of chance: the same seed gives the same demo data everywhere. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from 0, below `end`. */
  int(end: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Like pick, but the first items come up several times as often as the last, as names do in life. */
  pickCommon<Item>(items: readonly Item[]): Item;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // Mulberry32: fast, well spread, and 32 bits are plenty for names.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <Item>(items: readonly Item[], position: number): Item => {
    const item = items[Math.floor(position * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  };
  return {
    next,
    int: (end) => Math.floor(next() * end),
    chance: (probability) => next() < probability,
    pick: (items) => at(items, next()),
    pickCommon: (items) => at(items, next() ** 1.7),
  };
}
