import type { Migration } from '#migrations/migration.ts';

/**
 * Several people in one shop.
 *
 * - Who was there before, alone, owns the shop. `head_id` is whom a person's overdue tasks go to; NULL is the owner.
 * - An empty `time_zone` and NULL `working_hours` (JSON) are the shop's. Who leaves is archived: history names them still.
 * - A program's key acts as `user_id`; NULL is the owner.
 */
export const people: Migration = {
  version: 30,
  name: 'people',
  sql: `
    ALTER TABLE user ADD COLUMN role TEXT NOT NULL DEFAULT 'seller';
    ALTER TABLE user ADD COLUMN head_id TEXT;
    ALTER TABLE user ADD COLUMN phone TEXT NOT NULL DEFAULT '';
    ALTER TABLE user ADD COLUMN email TEXT NOT NULL DEFAULT '';
    ALTER TABLE user ADD COLUMN branch_id TEXT;
    ALTER TABLE user ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
    ALTER TABLE user ADD COLUMN working_hours TEXT;
    ALTER TABLE user ADD COLUMN archived_at INTEGER;
    UPDATE user SET role = 'owner' WHERE id = (SELECT id FROM user ORDER BY created_at, id LIMIT 1);
    ALTER TABLE api_key ADD COLUMN user_id TEXT;
  `,
};
