import { clientBase } from '#migrations/local/0010-client-base.ts';
import { searchMemory } from '#migrations/local/0020-search-memory.ts';
import type { Migration } from '#migrations/migration.ts';

/** Every step of the local database, in order. */
export const localMigrations: readonly Migration[] = [clientBase, searchMemory];
