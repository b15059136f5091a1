import type { Store } from '#core/records/store.ts';

/** How much of a copy's data is there only for the exchange of changes. Bytes. */
export interface DataShare {
  readonly stamps: number;
  readonly tables: Readonly<Record<string, number>>;
  /** All pages in use. */
  readonly all: number;
  /** All that is there for the exchange, of the rest. */
  readonly share: number;
}

const tablesOfSync = [
  'outbox',
  'outbox_batch',
  'sync_digest',
  'tombstone',
  'sync_waiting',
  'sync_refused',
  'sync_state',
  'unknown_field',
];

/** Stamps stand in the rows of their records; what a text takes beyond its letters (a byte or two of its length) is counted too. */
export function readShare({ connection, db }: Store): DataShare {
  connection.pragma('wal_checkpoint(TRUNCATE)');
  const pageSize = Number(connection.readRaw<[], [number]>('PRAGMA page_size').get()?.[0]);
  const pagesOf = (pragma: string) => Number(connection.readRaw<[], [number]>(`PRAGMA ${pragma}`).get()?.[0]);
  const all = (pagesOf('page_count') - pagesOf('freelist_count')) * pageSize;
  const stamped = db
    .readColumn<[], string>(
      `SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'field_stamps'`,
    )
    .all();
  const stamps = stamped.reduce((sum, table) => {
    const size = 'coalesce(sum(length(stamp) + 1 + coalesce(length(field_stamps) + 2, 1)), 0)';
    return sum + (db.readColumn<[], number>(`SELECT ${size} FROM ${table}`).get() ?? 0);
  }, 0);
  const tables = Object.fromEntries(tablesOfSync.map((table) => [table, bytesOf(table)]));
  const ours = stamps + Object.values(tables).reduce((sum, bytes) => sum + bytes, 0);
  return { stamps, tables, all, share: ours / (all - ours) };

  function bytesOf(table: string): number {
    const names = db.readColumn<[string], string>('SELECT name FROM sqlite_master WHERE tbl_name = ?').all(table);
    return names.reduce((sum, name) => {
      const bytes = db.readColumn<[string], number>('SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name = ?').get(name) ?? 0;
      // A table of one page may be empty.
      return sum + (bytes <= pageSize ? 0 : bytes);
    }, 0);
  }
}
