import type { ReadDb } from '#core/database/connection.ts';

/** What a client is called; empty when there is none of this id. */
export function partyTitle(db: ReadDb, id: string): string {
  return db.readColumn<[string], string>('SELECT title FROM party WHERE id = ?').get(id) ?? '';
}
