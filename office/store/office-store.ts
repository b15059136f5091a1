/** What a statement takes in place of its question marks. */
export type Value = string | number | null;

/** A table whose rows are written many at once: a row that is there already, by its key, is changed. */
export interface Table {
  readonly name: string;
  /** Columns in the order in which rows are given. */
  readonly columns: Readonly<Record<string, 'text' | 'number'>>;
  readonly key: readonly string[];
  /** What is done to a row that is there, where it isn't to take over all new values: SQL after SET; null leaves it as it is. */
  readonly set?: string | null;
}

/**
 * A transaction under way. Statements are written once for SQLite and PostgreSQL: parameters are question marks, and
 * `json_each(?)` makes rows with a column `value` out of a JSON array.
 */
export interface OfficeTx {
  all<Row>(sql: string, ...parameters: Value[]): Promise<Row[]>;
  /** @returns how many rows were changed */
  run(sql: string, ...parameters: Value[]): Promise<number>;
  /** Writes many rows. No two may have the same key. */
  upsert(table: Table, rows: readonly (readonly Value[])[]): Promise<void>;
}

/** Head office's database. Several processes may stand on one. */
export interface OfficeStore {
  /**
   * Runs `work` in one transaction; whatever it throws rolls everything back. It may be run again, where another process came in
   * between, so it must do nothing but write to `tx`.
   */
  transaction<Result>(work: (tx: OfficeTx) => Promise<Result>): Promise<Result>;
  /** Runs reads that see one and the same moment. */
  read<Result>(work: (tx: OfficeTx) => Promise<Result>): Promise<Result>;
  /** Writes the database anew, so that nothing is left in it of what was deleted; as far as it is this program's to do. */
  compact(): Promise<void>;
  close(): Promise<void>;
}
