import type { Migration } from '#migrations/migration.ts';

/**
 * Roles of the shop's own and changed ones, teams, and clients marked as key ones.
 *
 * - The indexes by owner and by assignee say who has a client or deal to do with: that is asked for every row that somebody with limits reads.
 * - `history_of_moves` has the changes by which something hangs on another client, deal or request than before.
 */
export const rights: Migration = {
  version: 110,
  name: 'rights',
  sql: `
    CREATE TABLE role (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      rights TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE team (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    ALTER TABLE user ADD COLUMN team_id TEXT;

    ALTER TABLE party ADD COLUMN is_key INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX party_by_owner ON party (owner_id);
    CREATE INDEX party_key ON party (id) WHERE is_key = 1;
    CREATE INDEX deal_owned ON deal (owner_id, party_id);
    CREATE INDEX task_on_deal ON task (assignee_id, deal_id) WHERE deal_id IS NOT NULL;
    CREATE INDEX history_of_moves ON history (record_id, seq)
      WHERE coalesce(changes ->> '$.partyId[0]', changes ->> '$.dealId[0]', changes ->> '$.leadId[0]') IS NOT NULL;
    CREATE INDEX task_on_party ON task (assignee_id, party_id) WHERE party_id IS NOT NULL;
  `,
};
