import { connect } from '#core/database/connection.ts';
import type { Connection, DatabaseFile, ReadDb } from '#core/database/connection.ts';
import type { BackupCounts, BackupSummary } from '#shared/backup/contract.ts';

/** "Cart" in ASCII. */
const applicationId = 0x43617274;

export interface Inspected extends Pick<BackupSummary, 'schema' | 'shopName' | 'counts' | 'lastAct'> {
  readonly isOurs: boolean;
}

const tables = { parties: 'party', deals: 'deal', tasks: 'task', files: 'file', acts: 'act' } as const;

/** Whether a database is one of Cartera, and of which version. */
function identify({ pragma }: Pick<Connection, 'pragma'>): Pick<Inspected, 'isOurs' | 'schema'> {
  const read = (name: string) => (pragma(name) as readonly Record<string, number>[])[0]?.[name] ?? 0;
  return { isOurs: read('application_id') === applicationId, schema: read('user_version') };
}

/** Reads what a database has in it, of whichever version. */
export function inspect(db: ReadDb & Pick<Connection, 'pragma'>): Inspected {
  const has = (table: string) =>
    db.read<[string], unknown>("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
  const lastAct = has('act')
    ? db.read<[], { seq: number; id: string; at: number }>('SELECT seq, id, at FROM act ORDER BY seq DESC LIMIT 1').get()
    : undefined;
  const shopName = has('setting')
    ? db.readColumn<[], string>("SELECT value FROM setting WHERE id = 'shopName'").get()
    : undefined;
  return {
    ...identify(db),
    shopName: shopName === undefined ? '' : String(JSON.parse(shopName)),
    counts: countRows(db, has),
    lastAct: lastAct ?? null,
  };
}

function countRows(db: ReadDb, has: (table: string) => boolean): BackupCounts {
  const counted = Object.entries(tables).map(([name, table]) => [
    name,
    has(table) ? (db.readColumn<[], number>(`SELECT count(*) FROM ${table}`).get() ?? 0) : 0,
  ]);
  return Object.fromEntries(counted) as BackupCounts;
}

/**
 * Whether SQLite finds every table and index of a database whole, from its first page to its last. Of an index of words only the tables are read
 * that it is kept in: to compare it with its words takes longer than all the rest, and it can be worked out again.
 */
export function isWhole(db: ReadDb & Pick<Connection, 'pragma'>): boolean {
  // Virtual tables have no pages of their own.
  const tables = db.readColumn<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").all();
  // The list of tables stands for the pages that nothing uses, too.
  return ['sqlite_schema', ...tables].every((table) => {
    const [answer] = db.pragma(`quick_check("${table}")`) as readonly { readonly quick_check: string }[];
    return answer?.quick_check === 'ok';
  });
}

/**
 * Opens a database that nobody writes to, reads it through and says what is in it; null when it isn't whole.
 * @throws what SQLite says when it is no database, or the key is another
 */
export function inspectFile(file: DatabaseFile): Inspected | null {
  const connection = connect(file, { readonly: true });
  try {
    return isWhole(connection) ? inspect(connection) : null;
  } finally {
    connection.close();
  }
}

/**
 * Opens a database and reads what it says of itself at its beginning: to read it through takes seconds.
 * @throws what SQLite says when it is no database, or the key is another
 */
export function identifyFile(file: DatabaseFile): ReturnType<typeof identify> {
  const connection = connect(file, { readonly: true, cacheSize: 1 });
  try {
    return identify(connection);
  } finally {
    connection.close();
  }
}
