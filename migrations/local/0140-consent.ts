import type { Migration } from '#migrations/migration.ts';

/**
 * What clients allow the shop to do with their data. Each row is what somebody said on a day (`said_on`, an ISO date): the last one about
 * a purpose counts, the earlier ones are kept as proof.
 */
export const consents: Migration = {
  version: 140,
  name: 'consent',
  sql: `
    CREATE TABLE consent (
      id TEXT PRIMARY KEY,
      party_id TEXT NOT NULL REFERENCES party (id),
      purpose TEXT NOT NULL,
      given INTEGER NOT NULL CHECK (given IN (0, 1)),
      said_on TEXT NOT NULL,
      source TEXT NOT NULL,
      note TEXT NOT NULL,
      author_id TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX consent_by_party ON consent (party_id, purpose, said_on DESC, created_at DESC);
    CREATE INDEX tombstone_by_gone ON tombstone (gone);
  `,
};
