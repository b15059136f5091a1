import type { Migration } from '#migrations/migration.ts';

/**
 * Has the search index merged bit by bit, as it is by itself with every 64 pages written. Sixteen small saves come sooner than that, and
 * would have all of one level merged by the sixteenth: in a shop of a million clients, one save in some hundreds takes seconds.
 */
export const searchMerging: Migration = {
  version: 150,
  name: 'search merging',
  sql: `
    INSERT INTO party_text (party_text, rank) VALUES ('crisismerge', 256);
    INSERT INTO party_digits (party_digits, rank) VALUES ('crisismerge', 256);
    INSERT INTO deal_text (deal_text, rank) VALUES ('crisismerge', 256);
  `,
};
