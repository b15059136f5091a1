import type { Connection } from '#core/database/connection.ts';
import { countExpected, readDamaged } from '#core/repair/read-damaged.ts';
import type { DamagedTable } from '#core/repair/read-damaged.ts';
import type { RepairedTable } from '#shared/backup/rescue-contract.ts';

/** Worked out from other tables, once those are there. */
const derivedTables: ReadonlySet<string> = new Set(['party_phone', 'party_email', 'party_tag', 'party_group', 'sync_digest']);

/** Tables that keep something of their own, in the order of the database. */
function tablesToSave(db: Connection): readonly DamagedTable[] {
  const listed = db
    .read<[], { name: string; type: string; wr: number }>("SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'")
    .all();
  return listed
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_') && !derivedTables.has(name))
    .map(({ name, wr }) => ({ name, columns: columnsOf(db, name), hasRowid: wr === 0 }));
}

function columnsOf(db: Connection, table: string): readonly string[] {
  return db.readColumn<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid').all(table);
}

type Report = (done: number, total: number) => void;

/** Brings every row that can be read of a damaged database into a new one that has the same tables, none of them filled. */
export function salvage(damaged: Connection, sound: Connection, report: Report): RepairedTable[] {
  const save = (table: DamagedTable) =>
    sound.transaction((tx) => {
      tx.write(`DELETE FROM "${table.name}"`).run();
      const places = table.columns.map(() => '?').join(', ');
      const insert = tx.write<unknown[]>(
        `INSERT OR IGNORE INTO "${table.name}" (${table.columns.map((column) => `"${column}"`).join(', ')}) VALUES (${places})`,
      );
      let count = 0;
      readDamaged(damaged, table, (row) => {
        count += tryInsert(() => insert.run(...row).changes);
      });
      return count;
    });
  return eachTable({ damaged, sound, report }, save);
}

/** Counts the rows that could be. */
export function survey(damaged: Connection, sound: Connection, report: Report): RepairedTable[] {
  return eachTable({ damaged, sound, report }, (table) => {
    let count = 0;
    readDamaged(damaged, table, () => (count += 1));
    return count;
  });
}

interface Tables {
  readonly damaged: Connection;
  readonly sound: Connection;
  readonly report: Report;
}

/** @param read reads a table, of which it is told only columns that are there, and gives back how many rows it had */
function eachTable({ damaged, sound, report }: Tables, read: (table: DamagedTable) => number): RepairedTable[] {
  const tables = tablesToSave(sound);
  return tables.map((table, index) => {
    report(index, tables.length);
    // What an older program made lacks some columns, which have their first value then.
    const there = columnsThere(damaged, table.name);
    const columns = table.columns.filter((column) => there.has(column));
    if (columns.length === 0) return { table: table.name, saved: 0, lost: null };
    const saved = read({ ...table, columns });
    const expected = countExpected(damaged, table);
    return { table: table.name, saved, lost: expected === null ? null : Math.max(0, expected - saved) };
  });
}

function columnsThere(damaged: Connection, table: string): ReadonlySet<string> {
  try {
    return new Set(columnsOf(damaged, table));
  } catch {
    return new Set();
  }
}

/** A row whose values can't be right is none. */
function tryInsert(insert: () => number): number {
  try {
    return insert();
  } catch (error) {
    const { code } = Object(error) as { readonly code?: unknown };
    if (typeof code === 'string' && (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH')) return 0;
    throw error;
  }
}
