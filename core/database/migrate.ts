import type { Connection } from '#core/database/connection.ts';
import type { Migration } from '#migrations/migration.ts';

/** "Cart" in ASCII: tells our files from other SQLite files. */
const applicationId = 0x43617274;

export type MigrationOutcome =
  | { readonly type: 'ready'; readonly applied: readonly number[] }
  /** The file was written by a newer program; it is left as it is. */
  | { readonly type: 'fromTheFuture'; readonly version: number; readonly known: number }
  | { readonly type: 'notOurs' };

/**
 * Brings a database up to date, each step in a transaction of its own.
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
  for (const migration of pending) {
    connection.execute(`BEGIN IMMEDIATE;
      PRAGMA application_id = ${applicationId};
      ${migration.sql};
      PRAGMA user_version = ${migration.version};
      COMMIT;`);
  }
  return { type: 'ready', applied: pending.map((migration) => migration.version) };
}

function readNumber(connection: Connection, pragma: string): number {
  const rows = connection.pragma(pragma) as readonly Record<string, number>[];
  return rows[0]?.[pragma] ?? 0;
}
