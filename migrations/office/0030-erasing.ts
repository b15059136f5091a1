import type { Migration } from '#migrations/migration.ts';

/** What is still to be cleaned since somebody was erased for good: hashes of files, and '' for old pages of the database. */
export const erasing: Migration = {
  version: 30,
  name: 'erasing',
  sql: 'CREATE TABLE erasing (hash TEXT PRIMARY KEY);',
};
