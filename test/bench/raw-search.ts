import type { ReadDb } from '#core/database/connection.ts';

const shown = 20;
/** Of the newest so many matches the best are shown. */
const candidates = 200;

/** The least that the database has to do for a screen of results: statements prepared beforehand, rows as they come. */
export function rawSearch(db: ReadDb) {
  const whole = db.read<[number], unknown>('SELECT * FROM party WHERE seq = ?');
  const sortKey = db.readRaw<[number], [string]>('SELECT sort_key FROM party WHERE seq = ?');
  const named = db.readRaw<[string, number], [number]>(
    'SELECT rowid FROM party_text WHERE party_text MATCH ? ORDER BY rowid DESC LIMIT ?',
  );
  const digits = db.readRaw<[string, number], [number]>(
    'SELECT rowid FROM party_digits WHERE party_digits MATCH ? ORDER BY rowid DESC LIMIT ?',
  );
  const range = (table: string, column: string) =>
    db.readRaw<[string, string, number], [number]>(
      `SELECT party_seq FROM ${table} WHERE ${column} >= ? AND ${column} < ? LIMIT ?`,
    );
  const [ending, starting, addressed] = [
    range('party_phone', 'reversed'),
    range('party_phone', 'digits'),
    range('party_email', 'address'),
  ];
  const read = (seqs: readonly [number][]) => seqs.slice(0, shown).map(([seq]) => whole.get(seq));
  return {
    byName(text: string) {
      const terms = text.split(' ').map((word) => `"${word}" *`);
      const found = named.all(`name : (${terms.join(' AND ')})`, candidates);
      // The answer goes on with those found elsewhere where few are named so.
      if (found.length < candidates / 4) found.push(...named.all(terms.join(' AND '), candidates));
      const ranked = found.map(([seq]) => ({ seq, isFirst: sortKey.get(seq)?.[0].startsWith(text) === true }));
      ranked.sort((one, other) => Number(other.isFirst) - Number(one.isFirst));
      return read(ranked.map(({ seq }) => [seq]));
    },
    byPhoneEnd(text: string) {
      const reversed = [...text].reverse().join('');
      return read(ending.all(reversed, `${reversed}:`, shown));
    },
    byPhoneStart: (text: string) => read(starting.all(text, `${text}:`, shown)),
    byPhoneMiddle(text: string) {
      const trigrams = Array.from({ length: text.length - 2 }, (_, index) => `"${text.slice(index, index + 3)}"`);
      return read(digits.all(trigrams.join(' AND '), shown));
    },
    byEmail: (text: string) => read(addressed.all(text, `${text}\u{10ffff}`, shown)),
  };
}
