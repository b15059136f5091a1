import type { Migration } from '#migrations/migration.ts';

/**
 * The PCs that exchange changes with head office, and up to where each of their lines of batches was taken.
 *
 * - `keys` (JSON) are a device's public keys; `clock_part` is the end of the stamps it makes, null when it isn't known.
 * - `clock_offset` is the device's clock minus head office's, milliseconds.
 * - `complete_at` is when head office last had all that was written at the device.
 * - `brings`: a shop that joins may write what else only head office writes, until it has delivered all it brought.
 * - `batch.answer` (JSON) is said again when the batch comes again.
 */
export const devices: Migration = {
  version: 15,
  name: 'devices',
  sql: `
    CREATE TABLE device (
      id TEXT PRIMARY KEY,
      branch_id TEXT,
      name TEXT NOT NULL,
      keys TEXT NOT NULL,
      status TEXT NOT NULL,
      is_main BIGINT NOT NULL,
      brings BIGINT NOT NULL,
      clock_part TEXT,
      created_at BIGINT NOT NULL,
      revoked_at BIGINT,
      protocol BIGINT,
      schema_version BIGINT,
      program_version TEXT,
      last_contact_at BIGINT,
      complete_at BIGINT,
      clock_offset BIGINT,
      cursor BIGINT NOT NULL,
      waiting BIGINT NOT NULL,
      last_stamp TEXT NOT NULL
    );
    CREATE INDEX device_by_branch ON device (branch_id);
    CREATE INDEX device_by_clock_part ON device (clock_part);

    CREATE TABLE incarnation (
      device_id TEXT NOT NULL,
      id TEXT NOT NULL,
      counter BIGINT NOT NULL,
      hash TEXT NOT NULL,
      began_at BIGINT NOT NULL,
      PRIMARY KEY (device_id, id)
    );

    CREATE TABLE batch (
      device_id TEXT NOT NULL,
      incarnation TEXT NOT NULL,
      counter BIGINT NOT NULL,
      hash TEXT NOT NULL,
      answer TEXT NOT NULL,
      received_at BIGINT NOT NULL,
      PRIMARY KEY (device_id, incarnation, counter)
    );
  `,
};
