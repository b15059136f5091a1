import type { Migration } from '#migrations/migration.ts';

/**
 * What is kept of who did what with the data (of this computer: it doesn't travel).
 *
 * - Rows of `audit` can't be changed or deleted. Each `hash` is of the row and of the hash before it, so that a change made with
 *   another program shows. Its words (`subject`, `details`) are in it only by `words_hash`, which is salted: when a person is erased, the
 *   words about that person go, `erased_by` names the erasure, and the hashes still agree.
 * - `record_type` and `record_id` say what it was done to, if it was one record.
 */
export const audits: Migration = {
  version: 130,
  name: 'audit',
  sql: `
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at INTEGER NOT NULL,
      user_id TEXT NOT NULL,
      user_name TEXT NOT NULL,
      kind TEXT NOT NULL,
      record_type TEXT,
      record_id TEXT,
      subject TEXT NOT NULL,
      details TEXT NOT NULL,
      salt TEXT NOT NULL,
      words_hash TEXT NOT NULL,
      hash TEXT NOT NULL,
      erased_by INTEGER
    ) STRICT;
    CREATE INDEX audit_by_kind ON audit (kind, seq);
    CREATE INDEX audit_by_user ON audit (user_id, seq);
    CREATE INDEX audit_by_time ON audit (at);
    CREATE INDEX audit_by_record ON audit (record_id) WHERE record_id IS NOT NULL;
    CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
      SELECT RAISE(ABORT, 'the audit is only added to');
    END;
    CREATE TRIGGER audit_is_written_once BEFORE UPDATE ON audit
    WHEN NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.user_id <> OLD.user_id OR NEW.user_name <> OLD.user_name
      OR NEW.kind <> OLD.kind OR NEW.record_type IS NOT OLD.record_type OR NEW.record_id IS NOT OLD.record_id
      OR NEW.words_hash <> OLD.words_hash OR NEW.hash <> OLD.hash OR OLD.erased_by IS NOT NULL
      OR NEW.subject <> '' OR NEW.details <> '{}' OR NEW.salt <> ''
      OR NOT EXISTS (SELECT 1 FROM audit WHERE seq = NEW.erased_by AND kind = 'erase')
    BEGIN
      SELECT RAISE(ABORT, 'the audit is only added to');
    END;
  `,
};
