import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Schema } from '#core/database/schema.ts';

/**
 * Builds typed queries. It has no connection of its own: a query is run by `ReadDb.all` or `first`, synchronously
 * (see docs/decisions/0002-synchronous-core.md).
 */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
