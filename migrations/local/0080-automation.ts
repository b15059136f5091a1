import type { Migration } from '#migrations/migration.ts';

/**
 * Rules, what they fired on, and what is still to be done for them. A run's id is made from the rule and the event, so
 * that the same event fires once wherever it is noticed. `automation_step` holds actions that wait: for their time, or
 * for a web address that doesn't answer.
 */
export const automations: Migration = {
  version: 80,
  name: 'automations',
  sql: `
    CREATE TABLE automation (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      is_on INTEGER NOT NULL,
      event TEXT NOT NULL,
      conditions TEXT NOT NULL,
      actions TEXT NOT NULL,
      position INTEGER NOT NULL,
      process TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE automation_run (
      id TEXT PRIMARY KEY,
      automation_id TEXT NOT NULL REFERENCES automation (id),
      record_type TEXT NOT NULL,
      record_id TEXT NOT NULL,
      deal_id TEXT,
      party_id TEXT,
      at INTEGER NOT NULL,
      why TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('done', 'waiting', 'failed', 'stopped')),
      steps TEXT NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX automation_run_by_automation ON automation_run (automation_id, at);
    CREATE INDEX automation_run_by_time ON automation_run (at);
    CREATE INDEX automation_run_by_record ON automation_run (record_id, at);
    CREATE INDEX automation_run_by_deal ON automation_run (deal_id, at) WHERE deal_id IS NOT NULL;

    CREATE TABLE automation_step (
      id TEXT PRIMARY KEY,
      run_id TEXT NOT NULL REFERENCES automation_run (id),
      step INTEGER NOT NULL,
      action TEXT NOT NULL,
      due_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('waiting', 'done', 'failed')),
      error TEXT NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX automation_step_due ON automation_step (due_at) WHERE status = 'waiting';
    CREATE INDEX automation_step_by_run ON automation_step (run_id);
  `,
};
