import type { Migration } from '#migrations/migration.ts';

/**
 * What is to be done, and what people are told.
 *
 * - `remind_at` is worked out and empty once the reminder was given; `overdue_at` is worked out, too: when it is due, or for
 *   what takes its time, when it should be over. `escalated_at` is the moment a task became overdue, whenever that was noticed.
 * - Of what comes again, `repeat` is JSON, `repeat_of` the first task, `repeat_start` the wall time of the first ("2026-11-22T10:00")
 *   and `repeat_at` which time it is, though that one was moved.
 * - The address of somebody's calendar holds `calendar_key.token`; who has it reads that calendar.
 */
export const tasks: Migration = {
  version: 70,
  name: 'tasks',
  sql: `
    CREATE TABLE task (
      id TEXT PRIMARY KEY,
      type TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      purpose TEXT NOT NULL,
      party_id TEXT REFERENCES party (id),
      deal_id TEXT REFERENCES deal (id),
      lead_id TEXT REFERENCES lead (id),
      assignee_id TEXT NOT NULL REFERENCES user (id),
      author_id TEXT NOT NULL,
      due_at INTEGER,
      all_day INTEGER NOT NULL,
      duration_minutes INTEGER,
      leave_at INTEGER,
      location TEXT NOT NULL,
      time_zone TEXT NOT NULL,
      remind_minutes INTEGER,
      reminded_at INTEGER,
      remind_at INTEGER,
      overdue_at INTEGER,
      repeat TEXT NOT NULL,
      repeat_of TEXT,
      repeat_start TEXT,
      repeat_at INTEGER,
      asks TEXT NOT NULL,
      escalate INTEGER NOT NULL,
      escalated_at INTEGER,
      escalated_to TEXT,
      status TEXT NOT NULL CHECK (status IN ('open', 'done', 'cancelled')),
      result TEXT NOT NULL,
      outcome TEXT,
      done_at INTEGER,
      done_by TEXT,
      made_by TEXT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX task_by_assignee ON task (assignee_id, status, due_at);
    CREATE INDEX task_by_due ON task (status, due_at);
    CREATE INDEX task_by_party ON task (party_id, status, due_at);
    CREATE INDEX task_by_deal ON task (deal_id, status, due_at);
    CREATE INDEX task_by_lead ON task (lead_id);
    CREATE INDEX task_to_remind ON task (remind_at) WHERE remind_at IS NOT NULL;
    CREATE INDEX task_to_escalate ON task (overdue_at)
      WHERE status = 'open' AND escalate = 1 AND escalated_at IS NULL AND overdue_at IS NOT NULL;
    CREATE INDEX task_repeating ON task (assignee_id, due_at) WHERE status = 'open' AND repeat <> 'null';
    CREATE INDEX task_by_done ON task (done_at) WHERE done_at IS NOT NULL;

    CREATE TABLE notice (
      id TEXT PRIMARY KEY,
      user_id TEXT NOT NULL REFERENCES user (id),
      kind TEXT NOT NULL,
      at INTEGER NOT NULL,
      text TEXT NOT NULL,
      params TEXT NOT NULL,
      record_type TEXT,
      record_id TEXT,
      created_at INTEGER NOT NULL,
      read_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX notice_by_record ON notice (record_id);
    CREATE INDEX notice_by_user ON notice (user_id, at);
    CREATE INDEX notice_unread ON notice (user_id, at) WHERE read_at IS NULL;

    CREATE TABLE calendar_key (
      user_id TEXT PRIMARY KEY REFERENCES user (id),
      token TEXT NOT NULL UNIQUE
    ) STRICT;

    ALTER TABLE activity ADD COLUMN deal_id TEXT REFERENCES deal (id);
    ALTER TABLE activity ADD COLUMN task_id TEXT REFERENCES task (id);
    ALTER TABLE activity ADD COLUMN phone TEXT NOT NULL DEFAULT '';
    CREATE INDEX activity_by_deal ON activity (deal_id, happened_at) WHERE deal_id IS NOT NULL;
    CREATE INDEX activity_calls ON activity (happened_at, author_id) WHERE type = 'call';
    ALTER TABLE file ADD COLUMN deal_id TEXT REFERENCES deal (id);
    ALTER TABLE file ADD COLUMN activity_id TEXT REFERENCES activity (id);
    CREATE INDEX file_by_deal ON file (deal_id) WHERE deal_id IS NOT NULL;
  `,
};
