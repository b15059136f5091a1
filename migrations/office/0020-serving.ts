import type { Migration } from '#migrations/migration.ts';

/**
 * What head office needs to be reached by others. Bytes are base64, which both databases keep alike.
 *
 * - `identity` has one row: head office's own keys (JSON), and the key of whoever runs it.
 * - `device.till` tells the computers of a branch apart; a number is never given twice.
 * - `invite` knows a code only by what follows from it: what it is found by, and what messages are sealed with.
 * - `office_act` has what computers of head office asked to be done, by the hash of the message, so that none is done twice.
 * - `request_frame` and `answer_frame` hold pieces of messages for some minutes, so that any process can take the next one.
 * - `content_piece` has files, where there is no folder for them.
 */
export const serving: Migration = {
  version: 20,
  name: 'serving',
  sql: `
    CREATE TABLE identity (
      only_one BIGINT PRIMARY KEY,
      company_name TEXT,
      keys TEXT NOT NULL,
      admin_key TEXT NOT NULL
    );

    ALTER TABLE device ADD COLUMN till BIGINT NOT NULL DEFAULT 1;

    CREATE TABLE invite (
      id TEXT PRIMARY KEY,
      code_id TEXT NOT NULL UNIQUE,
      code_key TEXT NOT NULL,
      branch_id TEXT,
      name TEXT NOT NULL,
      brings BIGINT NOT NULL,
      created_at BIGINT NOT NULL,
      expires_at BIGINT NOT NULL,
      cancelled_at BIGINT,
      used_at BIGINT,
      made_by TEXT,
      device_id TEXT
    );

    CREATE TABLE office_act (
      message TEXT PRIMARY KEY,
      device_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      at BIGINT NOT NULL
    );

    CREATE TABLE request_frame (
      message TEXT NOT NULL,
      position BIGINT NOT NULL,
      total BIGINT NOT NULL,
      bytes TEXT NOT NULL,
      at BIGINT NOT NULL,
      PRIMARY KEY (message, position)
    );
    CREATE INDEX request_frame_by_age ON request_frame (at);

    CREATE TABLE answer_frame (
      message TEXT NOT NULL,
      position BIGINT NOT NULL,
      bytes TEXT NOT NULL,
      at BIGINT NOT NULL,
      PRIMARY KEY (message, position)
    );
    CREATE INDEX answer_frame_by_age ON answer_frame (at);

    CREATE TABLE content_piece (
      hash TEXT NOT NULL,
      start BIGINT NOT NULL,
      length BIGINT NOT NULL,
      total BIGINT NOT NULL,
      bytes TEXT NOT NULL,
      at BIGINT NOT NULL,
      PRIMARY KEY (hash, start)
    );
  `,
};
