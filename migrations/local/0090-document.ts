import type { Migration } from '#migrations/migration.ts';

/**
 * Documents, their numbers and templates, and payments. A document keeps the data and the template it was made from, so
 * that it prints the same for ever. Payments are only added: one entered wrongly is taken back by another.
 * `based_on` and `reverses_id` are no foreign keys: an archive brings records of one kind in any order.
 */
export const documents: Migration = {
  version: 90,
  name: 'documents',
  sql: `
    CREATE TABLE document_template (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      language TEXT NOT NULL,
      hash TEXT NOT NULL,
      size INTEGER NOT NULL,
      is_default INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE number_series (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      branch_id TEXT,
      pattern TEXT NOT NULL,
      next INTEGER NOT NULL,
      year INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE document (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      number TEXT NOT NULL,
      version INTEGER NOT NULL,
      deal_id TEXT NOT NULL REFERENCES deal (id),
      party_id TEXT NOT NULL REFERENCES party (id),
      based_on TEXT,
      title TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('draft', 'sent', 'accepted', 'refused', 'cancelled')),
      date TEXT NOT NULL,
      valid_until TEXT,
      currency TEXT NOT NULL,
      net INTEGER NOT NULL,
      gross INTEGER NOT NULL,
      language TEXT NOT NULL,
      template_id TEXT,
      template_hash TEXT,
      data TEXT NOT NULL,
      author_id TEXT NOT NULL,
      decided_at INTEGER,
      note TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX document_by_deal ON document (deal_id, created_at);
    CREATE INDEX document_by_party ON document (party_id, created_at);
    CREATE INDEX document_by_number ON document (kind, number, version);

    CREATE TABLE payment (
      id TEXT PRIMARY KEY,
      deal_id TEXT NOT NULL REFERENCES deal (id),
      party_id TEXT NOT NULL REFERENCES party (id),
      document_id TEXT REFERENCES document (id),
      reverses_id TEXT,
      amount INTEGER NOT NULL,
      currency TEXT NOT NULL,
      paid_on TEXT NOT NULL,
      method TEXT NOT NULL,
      note TEXT NOT NULL,
      author_id TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX payment_by_deal ON payment (deal_id, created_at);
    CREATE INDEX payment_by_party ON payment (party_id, paid_on);
    CREATE INDEX payment_by_day ON payment (paid_on);

    CREATE TABLE call_script (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      purpose TEXT NOT NULL,
      steps TEXT NOT NULL,
      answers TEXT NOT NULL,
      position INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
  `,
};
