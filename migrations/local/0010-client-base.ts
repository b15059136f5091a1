import type { Migration } from '#migrations/migration.ts';

/**
 * Contacts and companies with what hangs on them, and what every later table needs: acts, history, stamps.
 *
 * - `stamp` is the hybrid logical time of a row's creation, `field_stamps` (JSON) those of fields changed later.
 * - Lists of phones, emails... are JSON arrays whose elements have ids. The tables party_phone, party_email, party_tag,
 *   party_group, party_text and party_digits are derived from them for searching, and hold parties in use only.
 */
export const clientBase: Migration = {
  version: 10,
  name: 'client base',
  sql: `
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE act (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      actor_id TEXT NOT NULL,
      actor_name TEXT NOT NULL,
      at INTEGER NOT NULL,
      subject TEXT NOT NULL,
      records INTEGER NOT NULL,
      undoes TEXT,
      undone_by TEXT
    ) STRICT;

    CREATE TABLE history (
      seq INTEGER PRIMARY KEY,
      act_seq INTEGER NOT NULL REFERENCES act (seq),
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      operation TEXT NOT NULL CHECK (operation IN ('create', 'update', 'purge')),
      changes TEXT
    ) STRICT;
    CREATE INDEX history_by_record ON history (record_id, seq);
    CREATE INDEX history_by_act ON history (act_seq, seq);

    CREATE TABLE user (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE setting (
      id TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE api_key (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      key_hash TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE party (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL CHECK (type IN ('contact', 'company')),
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      name_key TEXT NOT NULL,
      given_name TEXT NOT NULL,
      middle_name TEXT NOT NULL,
      family_name TEXT NOT NULL,
      nickname TEXT NOT NULL,
      job_title TEXT NOT NULL,
      birthday TEXT,
      name TEXT NOT NULL,
      legal_name TEXT NOT NULL,
      industry TEXT NOT NULL,
      phones TEXT NOT NULL,
      emails TEXT NOT NULL,
      addresses TEXT NOT NULL,
      messengers TEXT NOT NULL,
      web_pages TEXT NOT NULL,
      tags TEXT NOT NULL,
      groups TEXT NOT NULL,
      tax_id TEXT NOT NULL,
      owner_id TEXT REFERENCES user (id),
      branch_id TEXT,
      source TEXT NOT NULL,
      preferences TEXT NOT NULL,
      preferred_channel TEXT,
      do_not_contact TEXT NOT NULL,
      notes TEXT NOT NULL,
      custom TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      deleted_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX party_by_name ON party (type, deleted_at, sort_key);
    CREATE INDEX party_by_creation ON party (type, deleted_at, created_at);
    CREATE INDEX party_by_update ON party (type, deleted_at, updated_at);
    CREATE INDEX party_by_name_key ON party (name_key) WHERE deleted_at IS NULL AND name_key <> '';
    CREATE INDEX party_by_tax_id ON party (replace(replace(replace(replace(upper(tax_id), ' ', ''), '.', ''), '/', ''), '-', ''))
      WHERE deleted_at IS NULL AND tax_id <> '';
    CREATE INDEX party_in_bin ON party (deleted_at) WHERE deleted_at IS NOT NULL;

    CREATE TABLE party_phone (
      digits TEXT NOT NULL,
      party_seq INTEGER NOT NULL,
      reversed TEXT NOT NULL,
      PRIMARY KEY (digits, party_seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX party_phone_from_end ON party_phone (reversed, party_seq);
    CREATE TABLE party_email (
      address TEXT NOT NULL,
      party_seq INTEGER NOT NULL,
      PRIMARY KEY (address, party_seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE party_tag (tag TEXT NOT NULL, party_seq INTEGER NOT NULL, PRIMARY KEY (tag, party_seq)) STRICT, WITHOUT ROWID;
    CREATE TABLE party_group (name TEXT NOT NULL, party_seq INTEGER NOT NULL, PRIMARY KEY (name, party_seq)) STRICT, WITHOUT ROWID;
    CREATE VIRTUAL TABLE party_text USING fts5 (
      name, company, email, tag, tax_id, other,
      content = '', contentless_delete = 1, detail = column, prefix = '1 2 3 4 5',
      tokenize = 'unicode61 remove_diacritics 0'
    );
    CREATE VIRTUAL TABLE party_digits USING fts5 (
      digits, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
    );

    CREATE TABLE link (
      id TEXT PRIMARY KEY,
      contact_id TEXT NOT NULL REFERENCES party (id),
      company_id TEXT NOT NULL REFERENCES party (id),
      role TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX link_by_contact ON link (contact_id);
    CREATE INDEX link_by_company ON link (company_id);

    CREATE TABLE activity (
      id TEXT PRIMARY KEY,
      party_id TEXT NOT NULL REFERENCES party (id),
      type TEXT NOT NULL,
      text TEXT NOT NULL,
      happened_at INTEGER NOT NULL,
      direction TEXT,
      outcome TEXT,
      duration INTEGER,
      author_id TEXT NOT NULL REFERENCES user (id),
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX activity_by_party ON activity (party_id, happened_at);

    CREATE TABLE file (
      id TEXT PRIMARY KEY,
      party_id TEXT NOT NULL REFERENCES party (id),
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      size INTEGER NOT NULL,
      hash TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX file_by_party ON file (party_id);

    CREATE TABLE custom_field (
      id TEXT PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      label TEXT NOT NULL,
      type TEXT NOT NULL,
      options TEXT NOT NULL,
      party_type TEXT,
      position INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE import_template (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      mapping TEXT NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
  `,
};
