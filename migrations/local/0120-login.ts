import type { Migration } from '#migrations/migration.ts';

/**
 * Passwords, sessions and keys of programs. All of it is of this computer alone.
 *
 * - `login`: `hash` names its cost, then the hash. `failed` counts tries since the last right one; none is taken before `blocked_until`.
 *   Kind `recovery` is the code that lets the owner set a new password.
 * - `login_guard` has one row: tries that failed, of all people together.
 * - `session`: only the hash of the token is kept. Times are UTC milliseconds.
 * - `api_key.scopes` is a list of permissions (JSON), NULL all that its person has.
 */
export const login: Migration = {
  version: 120,
  name: 'login',
  sql: `
    CREATE TABLE login (
      user_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('password', 'pin', 'recovery')),
      salt TEXT NOT NULL,
      hash TEXT NOT NULL,
      failed INTEGER NOT NULL DEFAULT 0,
      blocked_until INTEGER NOT NULL DEFAULT 0,
      set_at INTEGER NOT NULL,
      PRIMARY KEY (user_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE login_guard (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      failed INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      blocked_until INTEGER NOT NULL
    ) STRICT;
    INSERT INTO login_guard VALUES (1, 0, 0, 0);
    CREATE TABLE login_policy (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      idle_minutes INTEGER NOT NULL
    ) STRICT;
    INSERT INTO login_policy VALUES (1, 15);
    CREATE TABLE session (
      id TEXT PRIMARY KEY,
      token_hash TEXT NOT NULL UNIQUE,
      user_id TEXT NOT NULL,
      way TEXT NOT NULL CHECK (way IN ('page', 'desktop', 'program')),
      user_agent TEXT NOT NULL,
      begun_at INTEGER NOT NULL,
      seen_at INTEGER NOT NULL,
      locked_at INTEGER,
      ended_at INTEGER
    ) STRICT;
    CREATE INDEX session_open ON session (user_id) WHERE ended_at IS NULL;

    ALTER TABLE api_key ADD COLUMN scopes TEXT;
    ALTER TABLE api_key ADD COLUMN expires_at INTEGER;
    ALTER TABLE api_key ADD COLUMN last_used_at INTEGER;
  `,
};
