import type { Migration } from '#migrations/migration.ts';

/**
 * Pipelines and what goes through them.
 *
 * - `deal.amount` is the sum of its lines, or its estimate where it has none; `paid`, `sizes` and `next_task_at` are worked
 *   out too, from payments, lines and open tasks.
 * - Whether its prices include tax is agreed when a deal begins, as a JSON boolean: what it costs doesn't change with the shop's setting.
 * - `deal_on_board` is the order of a column, `deal_by_sums` its count and sums.
 * - `stage_visit` says when a deal was where; it follows the deal's stage and status.
 */
export const deals: Migration = {
  version: 40,
  name: 'deals',
  sql: `
    CREATE TABLE pipeline (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      card_fields TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE stage (
      id TEXT PRIMARY KEY,
      pipeline_id TEXT NOT NULL REFERENCES pipeline (id),
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 100),
      rotting_days INTEGER,
      colour TEXT NOT NULL,
      required_fields TEXT NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX stage_by_pipeline ON stage (pipeline_id, position);

    CREATE TABLE lost_reason (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      archived_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;

    CREATE TABLE deal (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL,
      title_key TEXT NOT NULL,
      party_id TEXT NOT NULL REFERENCES party (id),
      pipeline_id TEXT NOT NULL REFERENCES pipeline (id),
      stage_id TEXT NOT NULL REFERENCES stage (id),
      status TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
      owner_id TEXT REFERENCES user (id),
      branch_id TEXT,
      currency TEXT NOT NULL,
      prices_include_tax TEXT NOT NULL,
      estimate INTEGER NOT NULL,
      amount INTEGER NOT NULL,
      paid INTEGER NOT NULL,
      sizes INTEGER NOT NULL,
      own_probability INTEGER CHECK (own_probability BETWEEN 0 AND 100),
      expected_close TEXT,
      source TEXT NOT NULL,
      channel TEXT NOT NULL,
      site_address TEXT NOT NULL,
      visit_at INTEGER,
      leave_at INTEGER,
      work_at INTEGER,
      work_minutes INTEGER,
      notes TEXT NOT NULL,
      custom TEXT NOT NULL,
      lead_id TEXT,
      lost_reason_id TEXT REFERENCES lost_reason (id),
      lost_note TEXT NOT NULL,
      stage_since INTEGER NOT NULL,
      next_task_at INTEGER,
      closed_at INTEGER,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      deleted_at INTEGER,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX deal_on_board ON deal (stage_id, next_task_at, seq) WHERE status = 'open' AND deleted_at IS NULL;
    CREATE INDEX deal_by_sums ON deal (stage_id, currency, amount, own_probability, status, deleted_at)
      WHERE status = 'open' AND deleted_at IS NULL;
    CREATE INDEX deal_by_forecast ON deal (pipeline_id, expected_close, stage_id, currency, amount, own_probability)
      WHERE status = 'open' AND deleted_at IS NULL;
    CREATE INDEX deal_by_party ON deal (party_id, created_at);
    CREATE INDEX deal_by_owner ON deal (owner_id, status) WHERE deleted_at IS NULL;
    CREATE INDEX deal_by_closing ON deal (pipeline_id, status, closed_at) WHERE deleted_at IS NULL AND status <> 'open';
    CREATE INDEX deal_by_creation ON deal (created_at);
    CREATE INDEX deal_in_bin ON deal (deleted_at) WHERE deleted_at IS NOT NULL;

    CREATE VIRTUAL TABLE deal_text USING fts5 (
      title, content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
      tokenize = 'unicode61 remove_diacritics 0'
    );

    CREATE TABLE deal_contact (
      id TEXT PRIMARY KEY,
      deal_id TEXT NOT NULL REFERENCES deal (id),
      party_id TEXT NOT NULL REFERENCES party (id),
      role TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      stamp TEXT NOT NULL,
      field_stamps TEXT
    ) STRICT;
    CREATE INDEX deal_contact_by_deal ON deal_contact (deal_id);
    CREATE INDEX deal_contact_by_party ON deal_contact (party_id);

    CREATE TABLE stage_visit (
      seq INTEGER PRIMARY KEY,
      deal_id TEXT NOT NULL,
      pipeline_id TEXT NOT NULL,
      stage_id TEXT NOT NULL,
      status TEXT NOT NULL,
      entered_at INTEGER NOT NULL,
      left_at INTEGER,
      act_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX stage_visit_by_deal ON stage_visit (deal_id, seq);
    CREATE INDEX stage_visit_by_stage ON stage_visit (pipeline_id, stage_id, entered_at, left_at);
  `,
};
