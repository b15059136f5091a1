import { clientBase } from '#migrations/local/0010-client-base.ts';
import type { Migration } from '#migrations/migration.ts';

/** Every step of the local database, in order. */
export const localMigrations: readonly Migration[] = [clientBase];
