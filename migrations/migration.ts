/** One step of a database's schema. Never edited after it has landed; later steps only add. */
export interface Migration {
  /** Steps run in this order, by tens; kept in the file as `user_version`. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}
