import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { OfficeStore, OfficeTx, Table, Value } from '#office/store/office-store.ts';
import { upsertSql } from '#office/store/upsert-sql.ts';
import { keyPragmas } from '#wire/database-key.ts';

/** Milliseconds to wait for another process that writes to the same file. */
const patience = 10_000;

/**
 * Head office's database in one file: transactions stand in line, reads in another.
 * @param key what it is encrypted with: 64 hexadecimal digits; null where it isn't
 */
export function openSqliteStore(path: string, key: string | null = null): OfficeStore {
  const writer = new Sqlite(path, { timeout: 1000 });
  for (const pragma of keyPragmas(key)) writer.pragma(pragma);
  writer.pragma('journal_mode = WAL');
  writer.pragma('busy_timeout = 0');
  // With FULL a batch that was acknowledged survives a power cut, not only a crash.
  writer.pragma('synchronous = FULL');
  writer.pragma('cache_size = -65536');
  writer.pragma('temp_store = MEMORY');
  const reader = new Sqlite(path, { timeout: 0, readonly: true });
  for (const pragma of keyPragmas(key)) reader.pragma(pragma);
  reader.pragma('cache_size = -65536');
  reader.pragma('temp_store = MEMORY');
  const write = inLine(writer, 'BEGIN IMMEDIATE');
  const read = inLine(reader, 'BEGIN');
  return {
    transaction: write.run,
    read: read.run,
    compact: () => write.alone(() => read.alone(() => compact(writer))),
    async close() {
      await Promise.all([write.idle(), read.idle()]);
      reader.close();
      writer.close();
    },
  };
}

function inLine(connection: Sqlite.Database, begin: string) {
  const tx = createTx(connection);
  let last: Promise<unknown> = Promise.resolve();
  async function perform<Result>(work: (tx: OfficeTx) => Promise<Result>): Promise<Result> {
    await beginPatiently(connection, begin);
    try {
      const result = await work(tx);
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  }
  return {
    idle: () => last,
    /** Does what can't be done in a transaction. */
    alone<Result>(work: () => Result | Promise<Result>): Promise<Result> {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    run<Result>(work: (tx: OfficeTx) => Promise<Result>): Promise<Result> {
      const result = last.then(() => perform(work));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

/** Another process that is reading keeps the log from being emptied: what is left in it goes with the next write. */
function compact(writer: Sqlite.Database) {
  writer.exec('VACUUM');
  writer.pragma('wal_checkpoint(TRUNCATE)');
}

/** Waits without blocking: whoever writes may be in this very process. */
async function beginPatiently(connection: Sqlite.Database, begin: string) {
  for (const until = Date.now() + patience; ;) {
    try {
      connection.exec(begin);
      return;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== 'SQLITE_BUSY' || Date.now() > until) throw error;
      await wait(5);
    }
  }
}

function createTx(connection: Sqlite.Database): OfficeTx {
  const statements = new Map<string, Sqlite.Statement>();
  function prepare(sql: string): Sqlite.Statement {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = connection.prepare(sql)));
    return statement;
  }
  return {
    all: async <Row>(sql: string, ...parameters: Value[]) => prepare(sql).all(...parameters) as Row[],
    run: async (sql, ...parameters) => prepare(sql).run(...parameters).changes,
    async upsert(table: Table, rows) {
      if (rows.length === 0) return;
      const marks = Object.keys(table.columns).map(() => '?');
      // Here a row costs no round trip, and one statement for all rows would only have to be compiled.
      const statement = prepare(upsertSql(table, `VALUES (${marks.join(', ')})`));
      for (const row of rows) statement.run(...row);
    },
  };
}
