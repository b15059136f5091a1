import type { Migration } from '#migrations/migration.ts';

/**
 * What head office keeps of everybody's records. The same text on SQLite and PostgreSQL.
 *
 * - `seq` counts what happened, in the order of the commits: the one row of `company` is locked for that.
 * - `record.made` is the seq since which a record is to be sent as a whole, `seqs` (JSON) those of fields written later.
 * - `entry` says for each scope what a copy gets and when: `entered` is when the record came into the scope, `is_leave` that it went.
 * - `record_parent` leads from a record to those that hang on it, whether it is there yet or not.
 * - `high` and `low` are digests, unsigned.
 * - `restamp` keeps which stamps from the future were set back to which.
 */
export const records: Migration = {
  version: 10,
  name: 'records',
  sql: `
    CREATE TABLE company (
      id TEXT PRIMARY KEY,
      epoch TEXT NOT NULL,
      seq BIGINT NOT NULL,
      policy TEXT NOT NULL,
      clock_part TEXT NOT NULL,
      last_stamp TEXT NOT NULL,
      restamped_from BIGINT,
      restamped_until BIGINT,
      minimum_protocol BIGINT NOT NULL,
      created_at BIGINT NOT NULL
    );

    CREATE TABLE epoch (
      id TEXT PRIMARY KEY,
      began_at BIGINT NOT NULL,
      seq BIGINT NOT NULL,
      device_id TEXT
    );

    CREATE TABLE record (
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      seq BIGINT NOT NULL,
      made BIGINT NOT NULL,
      bucket BIGINT NOT NULL,
      high BIGINT NOT NULL,
      low BIGINT NOT NULL,
      base TEXT NOT NULL,
      gone TEXT,
      home TEXT NOT NULL,
      scopes TEXT NOT NULL,
      origin TEXT,
      sender TEXT,
      bytes BIGINT NOT NULL,
      stamps TEXT NOT NULL,
      seqs TEXT NOT NULL,
      authors TEXT NOT NULL,
      fields TEXT NOT NULL,
      PRIMARY KEY (type, id)
    );
    CREATE INDEX record_by_seq ON record (seq);
    CREATE INDEX record_by_bucket ON record (bucket);

    CREATE TABLE record_parent (
      parent_type TEXT NOT NULL,
      parent_id TEXT NOT NULL,
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (parent_type, parent_id, type, id)
    );

    CREATE TABLE record_content (
      hash TEXT NOT NULL,
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (hash, type, id)
    );

    CREATE TABLE content (
      hash TEXT PRIMARY KEY,
      size BIGINT NOT NULL,
      held_at BIGINT NOT NULL
    );

    CREATE TABLE entry (
      scope TEXT NOT NULL,
      type TEXT NOT NULL,
      id TEXT NOT NULL,
      seq BIGINT NOT NULL,
      entered BIGINT NOT NULL,
      is_leave BIGINT NOT NULL,
      PRIMARY KEY (scope, type, id)
    );
    CREATE INDEX entry_by_seq ON entry (scope, seq);

    CREATE TABLE digest (
      scope TEXT NOT NULL,
      bucket BIGINT NOT NULL,
      high BIGINT NOT NULL,
      low BIGINT NOT NULL,
      PRIMARY KEY (scope, bucket)
    );

    CREATE TABLE restamp (
      old TEXT PRIMARY KEY,
      new TEXT NOT NULL
    );

    CREATE TABLE quarantine (
      id TEXT PRIMARY KEY,
      device_id TEXT NOT NULL,
      branch_id TEXT,
      incarnation TEXT NOT NULL,
      counter BIGINT NOT NULL,
      position BIGINT NOT NULL,
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      reason TEXT NOT NULL,
      change TEXT NOT NULL,
      received_at BIGINT NOT NULL,
      settled_at BIGINT
    );
    CREATE INDEX quarantine_open ON quarantine (device_id, settled_at);
  `,
};
