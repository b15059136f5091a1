import type { ReadDb } from '#core/database/connection.ts';

/** Tables whose rows are known by an id that a call may name. */
const named = ['party', 'lead', 'deal', 'task', 'activity', 'file', 'link', 'document', 'payment', 'deal_line', 'deal_contact'];
const byOtherNames = ['consent', 'conflict', 'act', 'automation_run', 'notice', 'stage'];

export interface Sight {
  /** Everything there is. */
  readonly whole: ReadDb;
  /** What is seen. */
  readonly seen: ReadDb;
}

/** Says of an id whether a record has it that isn't seen; of one that no record has, that it isn't hidden. */
export function hiddenIds({ whole, seen }: Sight): (id: string) => boolean {
  const tables = [...named, ...byOtherNames].filter((table) => hasTable(whole, table));
  const asked = tables.map((table) => {
    const sql = `SELECT 1 FROM "${table}" WHERE id = ?`;
    return [whole.readColumn<[string], number>(sql), seen.readColumn<[string], number>(sql)] as const;
  });
  // All are asked, whatever the first ones answer, so that the time it takes tells nothing.
  return (id) => asked.filter(([isThere, isSeen]) => isThere.get(id) !== undefined && isSeen.get(id) === undefined).length > 0;
}

function hasTable(db: ReadDb, table: string): boolean {
  return db.readColumn<[string], number>("SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = ?").get(table) === 1;
}

/** Ids are of this length at least, and words of this length at most are looked up. */
const [shortest, longest] = [16, 64];

/**
 * A copy of a value in which every text that is an id of something hidden is another, which names nothing; `swapped` tells which
 * stands for which.
 */
export function swapHidden<Value>(
  value: Value,
  { isHidden, newId, swapped }: { isHidden(id: string): boolean; newId(): string; readonly swapped: Map<string, string> },
): Value {
  function swap(part: unknown): unknown {
    if (typeof part === 'string') {
      if (part.length < shortest || part.length > longest || /\s/.test(part) || !isHidden(part)) return part;
      const other = newId();
      swapped.set(other, part);
      return other;
    }
    if (Array.isArray(part)) return part.map(swap);
    if (part === null || typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, swap(inner)]));
  }
  return swap(value) as Value;
}

/** Puts back what was swapped. */
export function swapBack<Value>(value: Value, swapped: ReadonlyMap<string, string>): Value {
  if (swapped.size === 0 || value === undefined) return value;
  let json = JSON.stringify(value);
  for (const [other, id] of swapped) json = json.replaceAll(other, id);
  return JSON.parse(json) as Value;
}
