import type { Connection } from '#core/database/connection.ts';

/** A table as it should be. */
export interface DamagedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly hasRowid: boolean;
}

export type SavedRow = readonly unknown[];

const pageSizes = [500, 20, 1] as const;
const lastRowid = Number.MAX_SAFE_INTEGER;

/**
 * Reads every row of a table that can still be read, past pages that can't: in the order of the table and, where that is broken,
 * by the indexes it has.
 * @param take called with the values of `columns`
 */
export function readDamaged(db: Connection, table: DamagedTable, take: (row: SavedRow) => void) {
  if (table.hasRowid) readByRowid(db, table, take);
  else readFromBothEnds(db, table, take);
}

function readByRowid(db: Connection, table: DamagedTable, take: (row: SavedRow) => void) {
  const list = quoteAll(table.columns);
  const page = db.readRaw<[number, number], [number, ...unknown[]]>(
    `SELECT rowid, ${list} FROM "${table.name}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const taken = new Set<number>();
  // A page that points to another than its own next one would lead in circles.
  const read = (after: number, limit: number) =>
    tryTo(() => page.all(after, limit).map((row) => (row[0] > after ? row : outOfOrder())));
  let isBroken = false;
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = pageSizes.reduce<readonly [number, ...unknown[]][] | null>((found, size) => found ?? read(after, size), null);
    if (rows?.length === 0) break;
    if (rows) {
      for (const [rowid, ...row] of rows) {
        after = Math.max(after, rowid);
        if (taken.has(rowid)) continue;
        taken.add(rowid);
        take(row);
      }
      continue;
    }
    isBroken = true;
    const next = findReadable(after, (from) => read(from, 1) !== null);
    if (next === null) break;
    after = next;
  }
  if (isBroken) readByIndexes(db, { table, taken, take });
}

function outOfOrder(): never {
  throw Object.assign(new Error('rows are out of order'), { code: 'SQLITE_CORRUPT' });
}

/** The lowest number after which a row can be read again; null when there is none. */
function findReadable(after: number, isReadable: (from: number) => boolean): number | null {
  let low = Math.max(after, -1);
  let step = 1;
  while (!isReadable(low + step)) {
    if (low + step >= lastRowid / 2) return null;
    low += step;
    step *= 2;
  }
  let high = low + step;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isReadable(middle)) high = middle;
    else low = middle;
  }
  return high;
}

interface ByIndexes {
  readonly table: DamagedTable;
  readonly taken: Set<number>;
  readonly take: (row: SavedRow) => void;
}

/** Rows on whole pages that a broken one leads to aren't met in order, but can be met one by one. */
function readByIndexes(db: Connection, { table, taken, take }: ByIndexes) {
  const one = db.readRaw<[number], unknown[]>(`SELECT ${quoteAll(table.columns)} FROM "${table.name}" WHERE rowid = ?`);
  for (const rowid of rowidsInIndexes(db, table.name)) {
    if (taken.has(rowid)) continue;
    const row = tryTo(() => one.get(rowid));
    if (!row) continue;
    taken.add(rowid);
    take(row);
  }
}

function indexesOf(db: Connection, table: string): readonly string[] {
  const list = db.readRaw<[string], [string]>('SELECT name FROM pragma_index_list(?) WHERE partial = 0');
  return (tryTo(() => list.all(table)) ?? []).map(([name]) => name);
}

function rowidsInIndexes(db: Connection, table: string): ReadonlySet<number> {
  const rowids = new Set<number>();
  for (const index of indexesOf(db, table)) {
    const [column] = tryTo(() => db.readColumn<[string], string>('SELECT name FROM pragma_index_info(?)').all(index)) ?? [];
    if (column === undefined) continue;
    for (const direction of ['ASC', 'DESC'])
      tryTo(() => {
        const sql = `SELECT rowid FROM "${table}" INDEXED BY "${index}" ORDER BY "${column}" ${direction}`;
        for (const [rowid] of db.readRaw<[], [number]>(sql).iterate()) rowids.add(rowid);
      });
  }
  return rowids;
}

/** How many rows a table had, as far as one of its indexes still says; null when none does. */
export function countExpected(db: Connection, { name, hasRowid }: DamagedTable): number | null {
  const whole = tryTo(() => db.readColumn<[], number>(`SELECT count(*) FROM "${name}"`).get());
  const byIndex = hasRowid ? rowidsInIndexes(db, name).size : 0;
  const most = Math.max(whole ?? 0, byIndex);
  return whole === null && byIndex === 0 ? null : most;
}

function readFromBothEnds(db: Connection, { name, columns }: DamagedTable, take: (row: SavedRow) => void) {
  const seen = new Set<string>();
  for (const direction of ['ASC', 'DESC']) {
    const isRead = tryTo(() => {
      const key = keyOf(db, name)
        .map((column) => `"${column}" ${direction}`)
        .join(', ');
      const rows = db.readRaw<[], unknown[]>(`SELECT ${quoteAll(columns)} FROM "${name}" ORDER BY ${key}`);
      for (const row of rows.iterate()) {
        const values = JSON.stringify(row);
        if (!seen.has(values)) take(row);
        seen.add(values);
      }
      return true;
    });
    if (isRead) return;
  }
}

function keyOf(db: Connection, table: string): readonly string[] {
  return db.readColumn<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').all(table);
}

function quoteAll(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

/** What is read, or null where SQLite says that it can't be. */
function tryTo<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    const { code } = Object(error) as { readonly code?: unknown };
    if (typeof code === 'string' && code.startsWith('SQLITE_')) return null;
    throw error;
  }
}
