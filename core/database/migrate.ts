import type { Connection } from '#core/database/connection.ts';
import type { Migration } from '#migrations/migration.ts';

/** "Cart" in ASCII: tells our files from other SQLite files. */
const applicationId = 0x43617274;

export type MigrationOutcome =
  | { readonly type: 'ready'; readonly applied: readonly number[] }
  /** The file was written by a newer program; it is left as it is. */
  | { readonly type: 'fromTheFuture'; readonly version: number; readonly known: number }
  | { readonly type: 'notOurs' }
  /** A step ended with this error; none of them was done. */
  | { readonly type: 'failed'; readonly error: unknown };

/**
 * Brings a database up to date, all steps in one transaction: what can't be finished is as it was.
 * @param before called when one that was written to is about to be changed
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  before: (connection: Connection) => void = () => undefined,
): MigrationOutcome {
  const version = readNumber(connection, 'user_version');
  const id = readNumber(connection, 'application_id');
  const hasTables = connection.read<[], unknown>('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
  if (id !== applicationId && hasTables) return { type: 'notOurs' };
  const known = migrations.at(-1)?.version ?? 0;
  if (version > known) return { type: 'fromTheFuture', version, known };
  const pending = migrations.filter((migration) => migration.version > version);
  if (version > 0 && pending.length > 0) before(connection);
  try {
    if (pending.length > 0) connection.transaction(() => pending.forEach((migration) => apply(connection, migration)));
  } catch (error) {
    return { type: 'failed', error };
  }
  return { type: 'ready', applied: pending.map((migration) => migration.version) };
}

function apply(connection: Connection, { sql, version }: Migration) {
  // Another program may have done it since.
  if (readNumber(connection, 'user_version') >= version) return;
  connection.execute(`PRAGMA application_id = ${applicationId}; ${sql}; PRAGMA user_version = ${version};`);
}

function readNumber(connection: Connection, pragma: string): number {
  const rows = connection.pragma(pragma) as readonly Record<string, number>[];
  return rows[0]?.[pragma] ?? 0;
}
