import { localMigrations } from '#migrations/local/index.ts';

/** The version of this program's database. */
export const schemaVersion = localMigrations.at(-1)?.version ?? 0;
