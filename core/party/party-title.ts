import type { ReadDb } from '#core/database/connection.ts';

/** What a client is called; empty when there is none of this id. */
export function partyTitle(db: ReadDb, id: string): string {
  return db.readColumn<[string], string>('SELECT title FROM party WHERE id = ?').get(id) ?? '';
}

/** Whether a client is called so, as a person types it. */
export function isCalled(db: ReadDb, id: string, typed: string): boolean {
  const title = partyTitle(db, id).trim().toLocaleLowerCase();
  return title !== '' && title === typed.trim().toLocaleLowerCase();
}
