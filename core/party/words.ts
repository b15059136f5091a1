import type { ReadDb } from '#core/database/connection.ts';

/** Words in use to choose from while typing, most used first. */
export interface WordsInUse {
  readonly tags: string[];
  readonly groups: string[];
  readonly sources: string[];
  readonly cities: string[];
}

/** Reads all parties: a second or two for a million. */
export function wordsInUse(db: ReadDb): WordsInUse {
  const column = (sql: string) => db.readColumn<[], string>(sql).all();
  return {
    tags: column('SELECT tag FROM party_tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 500'),
    groups: column('SELECT name FROM party_group GROUP BY name ORDER BY count(*) DESC, name LIMIT 500'),
    sources: column(
      "SELECT source FROM party WHERE source <> '' AND deleted_at IS NULL GROUP BY source ORDER BY count(*) DESC, source LIMIT 200",
    ),
    cities: column(
      `SELECT city FROM (SELECT addresses ->> '$[0].city' AS city FROM party WHERE deleted_at IS NULL AND addresses <> '[]')
       WHERE city <> '' GROUP BY city ORDER BY count(*) DESC, city LIMIT 500`,
    ),
  };
}
