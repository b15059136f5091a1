import type { ReadDb } from '#core/database/connection.ts';

/** The shop's country, as set; phones are read and names ordered by its rules. */
export function countryOf(db: ReadDb): string {
  const row = db.read<[], { value: string }>("SELECT value FROM setting WHERE id = 'country'").get();
  return row ? (JSON.parse(row.value) as string) : 'ES';
}
