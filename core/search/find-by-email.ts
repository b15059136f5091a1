import type { ReadDb } from '#core/database/connection.ts';
import { emailKeyOf } from '#core/party/party-index.ts';

/** As many candidates as a screen of results can want. */
const enough = 200;

/** Says whether a text is the beginning of an email address beyond its @. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]*$/.test(text.trim());
}

/** Rowids of parties that have an email which begins with this. */
export function findByEmail(db: ReadDb, text: string): readonly number[] {
  const typed = emailKeyOf(text);
  return db
    .readColumn<[string, string, number], number>('SELECT party_seq FROM party_email WHERE address >= ? AND address < ? LIMIT ?')
    .all(typed, `${typed}\u{10ffff}`, enough);
}
