import type { Migration } from '#migrations/migration.ts';

/**
 * Incoming requests. `external_id` is what the sender, named by `source`, calls a request: the row's id is made from both,
 * so that the same one sent twice is one. `party_id` is who asks, recognised or added when the request came;
 * `has_new_party` tells which of both. `search_key` is worked out: what a request is found by, folded.
 */
export const leads: Migration = {
  version: 60,
  name: 'leads',
  sql: `
    CREATE TABLE lead (
      id TEXT PRIMARY KEY,
      external_id TEXT,
      title TEXT NOT NULL,
      name TEXT NOT NULL,
      company_name TEXT NOT NULL,
      phones TEXT NOT NULL,
      emails TEXT NOT NULL,
      text TEXT NOT NULL,
      source TEXT NOT NULL,
      channel TEXT NOT NULL,
      details TEXT NOT NULL,
      search_key TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('new', 'accepted', 'rejected')),
      owner_id TEXT REFERENCES user (id),
      branch_id TEXT,
      party_id TEXT REFERENCES party (id),
      has_new_party INTEGER NOT NULL,
      deal_id TEXT REFERENCES deal (id),
      reject_reason TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      handled_at INTEGER,
      handled_by TEXT,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX lead_by_creation ON lead (created_at);
    CREATE INDEX lead_by_status ON lead (status, received_at);
    CREATE INDEX lead_by_party ON lead (party_id);
    CREATE INDEX lead_by_deal ON lead (deal_id);
  `,
};
