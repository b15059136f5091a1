import type { Migration } from '#migrations/migration.ts';

/**
 * Lets an import gather 64 MB of words before they are sorted into the search index: with the megabyte FTS5 gathers by
 * itself, sorting takes longer than everything else. A usual save gathers no more than it has.
 */
export const searchMemory: Migration = {
  version: 20,
  name: 'search memory',
  sql: `
    INSERT INTO party_text (party_text, rank) VALUES ('hashsize', 67108864);
    INSERT INTO party_digits (party_digits, rank) VALUES ('hashsize', 67108864);
  `,
};
