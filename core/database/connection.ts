import Sqlite from 'better-sqlite3';
import { filterKey } from '#shared/filter/filter-key.ts';
import { keyPragmas } from '#wire/database-key.ts';

declare const writable: unique symbol;

/** A query made by the builder (see query.ts). */
export interface Compilable<Row> {
  compile(): { readonly sql: string; readonly parameters: readonly unknown[] };
  execute(): Promise<Row[]>;
}

export interface Statement<Parameters extends unknown[], Row> {
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  iterate(...parameters: Parameters): IterableIterator<Row>;
}

export interface WriteStatement<Parameters extends unknown[]> {
  run(...parameters: Parameters): { readonly changes: number; readonly lastInsertRowid: number | bigint };
}

/** A database that can be read. Calls are synchronous, so that nothing happens between two of them. */
export interface ReadDb {
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  /** A statement prepared once and kept, for what is asked often. */
  read<Parameters extends unknown[], Row>(sql: string): Statement<Parameters, Row>;
  /** A read whose rows are arrays. */
  readRaw<Parameters extends unknown[], Row extends unknown[]>(sql: string): Statement<Parameters, Row>;
  /** Whether views leave out some of what is in the file. */
  readonly isNarrowed: boolean;
  /** A read of the first column only: a million numbers cost a tenth of a million rows. */
  readColumn<Parameters extends unknown[], Value>(sql: string): Statement<Parameters, Value>;
}

/** A transaction under way: only commands get one, and only the write path uses it to write. */
export interface WriteTx extends ReadDb {
  readonly [writable]: true;
  write<Parameters extends unknown[]>(sql: string): WriteStatement<Parameters>;
}

export interface Connection extends ReadDb {
  readonly file: DatabaseFile;
  /** Runs `work` in one transaction; whatever it throws rolls everything back. Throws SQLITE_BUSY when another writes. */
  transaction<Result>(work: (tx: WriteTx) => Result): Result;
  /** The same for work that waits in between; only for a connection that nobody else uses meanwhile. */
  longTransaction<Result>(work: (tx: WriteTx) => Promise<Result>): Promise<Result>;
  /** Runs many reads on one snapshot. */
  snapshot<Result>(work: () => Result): Result;
  pragma(text: string): unknown;
  execute(sql: string): void;
  close(): void;
}

/** A database and what opens it. */
export interface DatabaseFile {
  readonly path: string;
  /** 64 hexadecimal digits; null where the file isn't encrypted. */
  readonly key: string | null;
}

export interface ConnectionOptions {
  readonly readonly?: boolean;
  /** Milliseconds to wait, blocking, for another's write to end. */
  readonly busyTimeout?: number;
  /** Page cache in mebibytes. */
  readonly cacheSize?: number;
  /** Statements that make what this connection reads narrower than the file (see people/viewer). */
  readonly views?: readonly string[];
  /** For reading what can still be read of a copy of a damaged file: what SQLite would refuse as a whole is refused page by page. */
  readonly isDamaged?: boolean;
}

/** Opens a file as it is, a plain one by its path alone: no migration, no check (see open-database.ts). */
export function connect(
  opened: DatabaseFile | string,
  { readonly = false, busyTimeout = 0, cacheSize = 64, views = [], isDamaged = false }: ConnectionOptions = {},
): Connection {
  const file = typeof opened === 'string' ? { path: opened, key: null } : opened;
  const raw = new Sqlite(file.path, { readonly, timeout: busyTimeout });
  for (const pragma of keyPragmas(file.key)) raw.pragma(pragma);
  if (isDamaged) raw.unsafeMode(true).pragma('writable_schema = ON');
  if (!readonly) {
    raw.pragma('journal_mode = WAL');
    // With FULL a save that was answered survives a power cut, not only a crash.
    raw.pragma('synchronous = FULL');
  }
  raw.pragma('foreign_keys = ON');
  raw.pragma(`cache_size = -${cacheSize * 1024}`);
  // Files of SQLite's own are not encrypted, so where there is a key there must be none.
  raw.pragma('temp_store = MEMORY');
  // Texts are compared in SQL as filters compare them anywhere.
  raw.function('filter_key', { deterministic: true }, (text) => (typeof text === 'string' ? filterKey(text) : null));
  for (const view of views) raw.exec(view);
  const statements = new Map<string, Sqlite.Statement>();
  const rawStatements = new Map<string, Sqlite.Statement>();
  const columnStatements = new Map<string, Sqlite.Statement>();

  function prepare(sql: string): Sqlite.Statement {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = raw.prepare(sql)));
    return statement;
  }
  function prepareRaw(sql: string): Sqlite.Statement {
    let statement = rawStatements.get(sql);
    if (!statement) rawStatements.set(sql, (statement = raw.prepare(sql).raw()));
    return statement;
  }
  function prepareColumn(sql: string): Sqlite.Statement {
    let statement = columnStatements.get(sql);
    if (!statement) columnStatements.set(sql, (statement = raw.prepare(sql).pluck()));
    return statement;
  }
  const reads: ReadDb & Pick<WriteTx, 'write'> = {
    isNarrowed: views.length > 0,
    all<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile();
      return prepare(sql).all(...parameters) as Row[];
    },
    first<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile();
      return prepare(sql).get(...parameters) as Row | undefined;
    },
    read: <Parameters extends unknown[], Row>(sql: string) => prepare(sql) as unknown as Statement<Parameters, Row>,
    readRaw: <Parameters extends unknown[], Row extends unknown[]>(sql: string) =>
      prepareRaw(sql) as unknown as Statement<Parameters, Row>,
    readColumn: <Parameters extends unknown[], Value>(sql: string) =>
      prepareColumn(sql) as unknown as Statement<Parameters, Value>,
    write: <Parameters extends unknown[]>(sql: string) => prepare(sql) as unknown as WriteStatement<Parameters>,
  };
  const { write: _write, ...readOnly } = reads;
  return {
    ...readOnly,
    file,
    transaction: (work) => raw.transaction(() => work(reads as WriteTx)).immediate(),
    async longTransaction(work) {
      raw.exec('BEGIN IMMEDIATE');
      try {
        const result = await work(reads as WriteTx);
        raw.exec('COMMIT');
        return result;
      } catch (error) {
        if (raw.inTransaction) raw.exec('ROLLBACK');
        throw error;
      }
    },
    snapshot: (work) => raw.transaction(work).deferred(),
    pragma: (text) => raw.pragma(text),
    execute: (sql) => void raw.exec(sql),
    close: () => void raw.close(),
  };
}
