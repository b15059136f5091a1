import type { Migration } from '#migrations/migration.ts';

/**
 * Branches, and how this copy exchanges changes with head office.
 *
 * - `branch_id` NULL is head office everywhere. `party.shared_with` names (JSON) the branches that have a card besides its own.
 * - `sync_state` holds what this copy knows of itself and of head office, as JSON by key; it is empty in a shop that is alone.
 * - `outbox` marks what was written since the last batch: `fields` (JSON) names the fields with the stamps they had before, NULL
 *   the whole record; `gone` is the stamp of its removal. `outbox_batch` keeps batches until head office has them.
 * - `sync_waiting` keeps records (JSON) that can't be shown yet: of a newer program, without their parents, or faulty;
 *   `unknown_field` keeps values of fields that a newer program added. `tombstone` says what was removed.
 * - The indexes find all that goes when a record is another branch's from now on.
 * - `sync_refused` keeps what head office didn't take; `only_here` marks records that it has no version of. `sync_digest` sums up all that travels, by bucket.
 * - `content_at_office` names the files that head office has, in which life of its data.
 */
export const branches: Migration = {
  version: 100,
  name: 'branches',
  sql: `
    CREATE TABLE branch (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      number INTEGER NOT NULL,
      address TEXT NOT NULL,
      phone TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE TABLE conflict (
      id TEXT PRIMARY KEY,
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      field TEXT NOT NULL,
      kept_value TEXT NOT NULL,
      kept_by TEXT NOT NULL,
      kept_stamp TEXT NOT NULL,
      kept_branch_id TEXT,
      lost_value TEXT NOT NULL,
      lost_by TEXT NOT NULL,
      lost_stamp TEXT NOT NULL,
      lost_branch_id TEXT,
      status TEXT NOT NULL CHECK (status IN ('open', 'kept', 'taken', 'edited')),
      resolved_by TEXT,
      resolved_at INTEGER,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX conflict_open ON conflict (created_at) WHERE status = 'open';
    CREATE INDEX conflict_by_record ON conflict (record_id);

    ALTER TABLE number_series ADD COLUMN till INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE party ADD COLUMN shared_with TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE task ADD COLUMN branch_id TEXT;
    ALTER TABLE notice ADD COLUMN branch_id TEXT;
    ALTER TABLE automation_run ADD COLUMN branch_id TEXT;

    CREATE INDEX history_of_removals ON history (record_type) WHERE operation = 'purge';
    CREATE INDEX activity_by_task ON activity (task_id) WHERE task_id IS NOT NULL;
    CREATE INDEX file_by_activity ON file (activity_id) WHERE activity_id IS NOT NULL;
    CREATE INDEX payment_by_reversal ON payment (reverses_id) WHERE reverses_id IS NOT NULL;
    CREATE INDEX automation_run_by_party ON automation_run (party_id) WHERE party_id IS NOT NULL;

    CREATE TABLE sync_state (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE outbox (
      seq INTEGER PRIMARY KEY,
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      fields TEXT,
      gone TEXT,
      seen TEXT,
      author TEXT NOT NULL,
      UNIQUE (record_type, record_id)
    ) STRICT;
    CREATE TABLE outbox_batch (
      counter INTEGER PRIMARY KEY,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL,
      packed TEXT NOT NULL,
      changes INTEGER NOT NULL,
      made_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE tombstone (
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      base TEXT NOT NULL,
      gone TEXT NOT NULL,
      PRIMARY KEY (record_type, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_waiting (
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('newer', 'parentMissing', 'invalid')),
      since INTEGER NOT NULL,
      PRIMARY KEY (record_type, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE unknown_field (
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      field TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (record_type, record_id, field)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_refused (
      seq INTEGER PRIMARY KEY,
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      change TEXT NOT NULL,
      code TEXT NOT NULL,
      at INTEGER NOT NULL,
      only_here INTEGER NOT NULL,
      UNIQUE (record_type, record_id)
    ) STRICT;
    CREATE TABLE content_at_office (hash TEXT PRIMARY KEY, epoch TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE sync_digest (
      bucket INTEGER PRIMARY KEY,
      high INTEGER NOT NULL,
      low INTEGER NOT NULL
    ) STRICT;
  `,
};
